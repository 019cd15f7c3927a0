// The job deliver: claims letters whose moment came, writes them in the reader's language, keeps the words, sends them, marks
// each the moment it left. Without a mail server the letters are kept and read at /letterbox.
import { dayOf } from '../app/core/day';
import { readLetter, wayOutOf } from '../app/core/letter';
import {
  claimLetters,
  markRefused,
  markSent,
  markUnsent,
  storeWords,
  type Claimed,
  type Written,
} from '../app/data/outbox';
import { AddressRefused } from '../app/mail/connect';
import { writeLetter } from '../app/mail/letters';
import { wordsOf } from '../app/mail/words';
import { textFor } from '../app/text';
import type { Post, World } from '../app/world';

/** Letters claimed at once: few where each may take a mail server's patience, many where none leaves the house. */
const BATCH = { sent: 20, kept: 200 } as const;
const AT_ONCE = 5;

type Ready = Claimed & Written;

/** Gives the number of letters that left or were kept. Rests when a whole batch fails: the mail server is away. */
export async function deliver(world: World, signal: AbortSignal): Promise<number> {
  const { db, post } = world;
  const limit = post ? BATCH.sent : BATCH.kept;
  let done = 0;
  for (;;) {
    const claimed = await claimLetters(db, { now: world.now(), limit });
    const ready = await write(world, claimed);
    await storeWords(db, ready, post ? null : { at: world.now() });
    const left = post ? await send(world, post, ready) : ready.length;
    done += left;
    if (claimed.length < limit || left === 0 || signal.aborted) return done;
  }
}

/** Claimed letters with their words. One that can't be written is marked with the reason and left out. */
async function write(world: World, claimed: readonly Claimed[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const letter of claimed) {
    const { subject, html, text } = letter;
    if (subject !== null && html !== null && text !== null) {
      ready.push({ ...letter, subject, html, text });
      continue;
    }
    try {
      ready.push({ ...letter, ...wordsFor(world, letter) });
    } catch (error) {
      await unsent(world, letter, error);
    }
  }
  return ready;
}

function wordsFor({ guide, origin, now }: World, { letter, data, locale, token }: Claimed): Omit<Written, 'id'> {
  const read = readLetter(letter, data);
  const edition = 'edition' in read.data ? guide.edition(read.data.edition) : guide.inForceOn(dayOf(now()));
  return writeLetter(read, { text: textFor(locale), locale, origin, words: wordsOf(edition, locale) }, token);
}

/** Where a mail program stops letters like this one; null for letters that nobody asked for by following. */
function unsubscribeOf({ origin }: World, { letter, data, locale }: Claimed): string | null {
  const path = wayOutOf(readLetter(letter, data));
  return path && `${origin}/${locale}${path}`;
}

async function send(world: World, post: Post, ready: readonly Ready[]): Promise<number> {
  let left = 0;
  const waiting = [...ready];
  const one = async () => {
    for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
      const { id, email: to, subject, html, text } = letter;
      let response: string;
      try {
        response = await post.send({ id, to, subject, html, text, unsubscribe: unsubscribeOf(world, letter) });
      } catch (error) {
        await unsent(world, letter, error);
        continue;
      }
      await markSent(world.db, letter, { at: world.now(), response });
      left += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return left;
}

async function unsent({ db, log, now }: World, letter: Claimed, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  log.warn(
    { letter: letter.id, kind: letter.letter, attempts: letter.attempts, error: reason },
    'a letter did not leave',
  );
  if (error instanceof AddressRefused) await markRefused(db, letter, { at: now(), response: reason });
  else await markUnsent(db, letter, reason, now());
}
