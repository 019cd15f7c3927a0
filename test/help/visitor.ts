// A visitor without a browser: fetch with a jar of one cookie, forms posted as browsers without scripts post them.

export type Visitor = {
  get(path: string): Promise<Response>;
  /** Posts a form; redirects are not followed. */
  post(path: string, fields: Record<string, string>): Promise<Response>;
};

/** A visitor of `url`; nothing is remembered but the cookies it was given. */
export function visitor(url: string): Visitor {
  const jar = new Map<string, string>();
  const ask = async (path: string, options: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      ...options,
      redirect: 'manual',
      headers: { ...options.headers, ...(cookie && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line) || pair.slice(at + 1) === '') jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: url, 'sec-fetch-site': 'same-origin' },
      }),
  };
}

/** A visitor signed in with e-mail and password. Throws when the site says no. */
export async function signedIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Visitor> {
  const person = visitor(url);
  const answer = await person.post('/en/sign-in', { email, password });
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return person;
}
