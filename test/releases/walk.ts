// Every page that links lead to, as one person sees them, up to a number: for releases whose pages nobody here knows by name.
import type { Answer } from '../bench/latency';

export type Walked = { pages: number; failed: string[] };

/** Where links lead that bring no page: files, and what ends the session. */
const NOT_WALKED = /\.(?:ico|css|js|pdf|docx|zip|csv|atom|ics|xml|json|txt|png|svg|webmanifest)\b|sign-out|\/open\//;
/** Pages of one kind, such as cases, that are looked at. */
const OF_A_KIND = 3;

/** Follows links from `starts`. A page fails that is not there, or whose process does not answer as it should; one that is others' does not. */
export async function walk(get: (path: string) => Promise<Answer>, starts: string[], most: number): Promise<Walked> {
  const ahead = [...starts];
  const seen = new Set(ahead);
  const kinds = new Map<string, number>();
  const failed: string[] = [];
  let pages = 0;
  const meet = (address: string) => {
    const kind = address.replaceAll(/[?#].*|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d+|\d+/g, '*');
    const met = kinds.get(kind) ?? 0;
    if (seen.has(address) || met >= OF_A_KIND || NOT_WALKED.test(address)) return;
    kinds.set(kind, met + 1);
    seen.add(address);
    ahead.push(address);
  };
  for (let next = ahead.shift(); next !== undefined && pages < most; next = ahead.shift()) {
    const answer = await get(next).catch((error: unknown) => String(error));
    pages += 1;
    if (typeof answer === 'string') failed.push(`${next}: ${answer}`);
    else if (answer.status >= 400 && answer.status !== 403) failed.push(`${next}: ${answer.status}`);
    else if (answer.status >= 300) meet(String(answer.headers.location ?? ''));
    else
      for (const [, href = ''] of answer.body.matchAll(/href="(\/(?:kk|ru|en)(?:\/[^"#]*)?)(?:#[^"]*)?"/g))
        meet(href.replaceAll('&amp;', '&'));
  }
  return { pages, failed };
}
