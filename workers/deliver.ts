// The job deliver: claims letters whose moment came, writes them in the reader's language, keeps the words, sends them, marks
// each the moment it left. What its reader wants later, gathered or not by mail is put aside with its words: on the site it stands at
// once. Without a mail server the letters are kept and read at /letterbox.
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '../app/core/day';
import { routeOf, stopPath } from '../app/core/delivery';
import { isRepliable } from '../app/core/incoming';
import { readLetter, wayOutOf, type AnyLetter } from '../app/core/letter';
import { putAside, wantedBy, type Aside, type Wanted } from '../app/data/delivery';
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
/** About two minutes: within a claim. */
const NOTE_TRIES = 30;
const LONGEST_PAUSE_MS = 5_000;

/** `unsubscribe`: where a mail program stops letters like this one; null for what must come. */
type Ready = Claimed & Written & { wanted: Wanted | null; read: AnyLetter; unsubscribe: string | null };

/** Gives the number of letters that left or were kept. Rests when a whole batch fails: the mail server is away. */
export async function deliver(world: World, signal: AbortSignal): Promise<number> {
  const { db, post } = world;
  const limit = post ? BATCH.sent : BATCH.kept;
  let done = 0;
  for (;;) {
    const claimed = await claimLetters(db, { now: world.now(), limit });
    const ready = await write(world, claimed);
    const { leaving, aside } = sorted(world, ready);
    await storeWords(
      db,
      aside.map(({ letter }) => letter),
      null,
    );
    await putAside(
      db,
      aside.map(({ to }) => to),
    );
    await storeWords(db, leaving, post ? null : { at: world.now() });
    const left = post ? await send(world, post, leaving) : leaving.length;
    done += left + aside.length;
    if (claimed.length < limit || left + aside.length === 0 || signal.aborted) return done;
  }
}

/** What leaves now, and what its reader wants otherwise. */
function sorted({ now, guide }: World, ready: readonly Ready[]) {
  const leaving: Ready[] = [];
  const aside: { letter: Ready; to: Aside }[] = [];
  const at = now();
  for (const letter of ready) {
    const { id, wanted, read } = letter;
    const around = { muted: wanted?.muted ?? false, now: at, calendar: guide.calendar };
    const route = wanted ? routeOf(read.letter, wanted, around) : ({ how: 'leaves' } as const);
    if (route.how === 'leaves') leaving.push(letter);
    else if (route.how === 'site') aside.push({ letter, to: { id, state: 'site', at } });
    else aside.push({ letter, to: { id, state: route.how === 'later' ? 'waiting' : 'held', at: route.at } });
  }
  return { leaving, aside };
}

/** Claimed letters with their words. One that can't be written is marked with the reason and left out. */
async function write(world: World, claimed: readonly Claimed[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  const wantedOf = await wantedBy(
    world.db,
    claimed.map(({ id }) => id),
  );
  for (const letter of claimed) {
    const { id, subject, html, text } = letter;
    const wanted = wantedOf.get(id) ?? null;
    try {
      const read = readLetter(letter.letter, letter.data);
      const stop = wanted && stopPath(read.letter, { id, stopToken: wanted.stopToken });
      const path = wayOutOf(read) ?? stop;
      const about = { wanted, read, unsubscribe: path && `${world.origin}/${letter.locale}${path}` };
      if (subject !== null && html !== null && text !== null) ready.push({ ...letter, ...about, subject, html, text });
      else ready.push({ ...letter, ...about, ...wordsFor(world, read, letter, stop) });
    } catch (error) {
      await unsent(world, letter, error);
    }
  }
  return ready;
}

function wordsFor(
  { guide, origin, now, replies }: World,
  read: AnyLetter,
  letter: Claimed,
  stop: string | null,
): Omit<Written, 'id'> {
  const { locale, token } = letter;
  const edition = 'edition' in read.data ? guide.edition(read.data.edition) : guide.inForceOn(dayOf(now()));
  return writeLetter(
    read,
    { text: textFor(locale), locale, origin, words: wordsOf(edition, locale) },
    {
      ...{ token, stop, repliable: replies !== null && isRepliable(letter) },
    },
  );
}

async function send(world: World, post: Post, ready: readonly Ready[]): Promise<number> {
  const { replies } = world;
  let left = 0;
  const waiting = [...ready];
  const one = async () => {
    for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
      const { id, email: to, subject, html, text, unsubscribe } = letter;
      let response: string;
      try {
        response = await post.send({
          ...{ id, to, subject, html, text, unsubscribe },
          replyTo: replies && isRepliable(letter) ? replies.addressOf('reply', id) : null,
          bounceTo: replies?.addressOf('bounce', id) ?? null,
          replies: letter.letter === 'letter_taken',
        });
      } catch (error) {
        await unsent(world, letter, error);
        continue;
      }
      await noteSent(world, letter, response);
      left += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return left;
}

/** It left, which only this worker knows: a database that is away is waited for, or the letter would leave again when its claim ends. */
async function noteSent({ db, now }: World, letter: Claimed, response: string): Promise<void> {
  const at = now();
  for (let tried = 1; ; tried++) {
    try {
      return await markSent(db, letter, { at, response });
    } catch (error) {
      if (tried === NOTE_TRIES) throw error;
      await sleep(Math.min(100 * 2 ** tried, LONGEST_PAUSE_MS));
    }
  }
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
