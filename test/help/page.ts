// Pages as a browser without scripts reads and sends them: signing in, the words, the hidden fields, the form.
import { hashPassword } from '../../app/data/password';
import type { World } from '../../app/world';
import type { openSite } from './site';

type Site = Awaited<ReturnType<typeof openSite>>;
export type Browser = ReturnType<Site['visitor']>;

/** The password of everybody in a test's registers, once `givePasswords` gave it. */
export const PASSWORD = 'тау су жел от';

export const givePasswords = async ({ db }: Pick<World, 'db'>) =>
  db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });

/** A browser of somebody's own, signed in by the page. */
export async function signedInOn(site: Site, { email }: { email: string }): Promise<Browser> {
  const browser = site.visitor();
  await browser.post('/ru/sign-in', { email, password: PASSWORD });
  return browser;
}

/** The words of a page, without its tags; a space between two lines, none inside a word. */
export const words = (html: string): string =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<\/?(?:a|b|em|span|strong|ins|del|time|small)(?: [^>]*)?>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** The hidden fields of a page's forms by name. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );

export const form = (fields: Record<string, string>, files: readonly File[] = []): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const file of files) data.append('files', file);
  return data;
};
