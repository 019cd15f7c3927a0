// What the worker tests share: letters put into the outbox, a post over a real mail server, and a look at what is there.
import { smtpPost } from '../../app/mail/connect';
import type { World } from '../../app/world';
import type { Received } from '../help/smtp';
import type { Cast } from '../help/world';

export const FROM = 'Kenes <letters@kenes.test>';
export const postTo = (url: string) => smtpPost(url, FROM);
/** For a server that is known to hang: waits no longer than a test may. */
export const impatientPostTo = (url: string) =>
  smtpPost(url, FROM, { connectionTimeout: 500, greetingTimeout: 500, socketTimeout: 500 });
export const never = new AbortController().signal;

/** `count` letters waiting for a reader, each with a name of its own. */
export async function lettersFor({ db, newId, now }: World, reader: Cast['ngo'], count: number): Promise<string[]> {
  const at = new Date(now());
  const ids = Array.from({ length: count }, () => newId());
  const { personId, email, locale } = reader;
  await db.prisma.letter.createMany({
    data: ids.map((id) => ({
      id,
      key: `test:${id}`,
      letter: 'welcome',
      personId,
      email,
      locale,
      data: { name: `N-${id}`, path: '/' },
      stream: null,
      state: 'waiting',
      attempts: 0,
      nextAt: at,
      createdAt: at,
    })),
  });
  return ids;
}

export const messageIds = (received: readonly Received[]): string[] =>
  received.map(({ raw }) => /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? '');
export const states = async ({ db }: World): Promise<Record<string, number>> => {
  const rows = await db.prisma.letter.groupBy({ by: ['state'], _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};
