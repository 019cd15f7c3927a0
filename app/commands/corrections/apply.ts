// Time applies what two people approved of, stream by stream: the day moves, the one shown before stays in the ledger, both sides are written
// to. Reckoned once more from what the ledger says then; what ended or moved meanwhile is left alone. Called by the worker correct; running it
// late, twice or at once with another changes nothing else.
import { correctionOf, type Correction } from '../../core/correction';
import { dayOf } from '../../core/day';
import { isGathered, pageOf, ruleOf } from '../../core/duty';
import type { FactOf } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { foldObligations, type Owed, type Party } from '../../core/obligation';
import { INTAKE, type Consequence } from '../../core/owing';
import { overtake, settle, waitingStreams, type Waiting, type WaitingItem } from '../../data/corrections';
import { openStream, Overtaken, record } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import type { World } from '../../world';
import { chapterOf } from '../chapter';
import { bookOf } from './book';

const BATCH = 200;
type Found = { item: WaitingItem; duty: Owed; correction: Correction };

/** Applies approved corrections to every stream that waits. Gives the number of days moved, kept or confirmed. */
export async function applyCorrections(world: World, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const waiting = await waitingStreams(world.db, { after, limit: BATCH });
    for (const one of waiting) {
      if (signal?.aborted) return count;
      count += await applyTo(world, one);
    }
    after = waiting.at(-1)?.stream ?? null;
    if (waiting.length < BATCH) break;
  }
  await settle(world.db, world.now());
  return count;
}

async function applyTo(world: World, waiting: Waiting): Promise<number> {
  const { correctionId, cause, stream, items, about } = waiting;
  const { guide } = world;
  const { events, head } = await openStream(world.db, stream);
  const owed = foldObligations(events);
  const now = world.now();
  const today = dayOf(now);
  const found = items.flatMap((item): Found[] => {
    const duty = owed.get(item.key);
    if (!duty || duty.closedBy !== null || duty.reckoning.due !== item.was) return [];
    const { rule, reckoning } = duty;
    const correction = correctionOf({ rule, reckoning, ...about }, cause, { guide, calendar: guide.calendar, today });
    return correction ? [{ item, duty, correction }] : [];
  });
  const lost = items.filter((item) => !found.some((one) => one.item === item));
  await overtake(world.db, { correctionId, at: now, obligationIds: lost.map(({ obligationId }) => obligationId) });
  if (found.length === 0) return 0;
  const fact: FactOf<'obligation.corrected'> = {
    type: 'obligation.corrected',
    payload: {
      ...{ correctionId, cause: cause.kind },
      changes: found.map(({ duty: { key, rule }, correction: { how, was, due } }) => ({ key, rule, how, was, due })),
    },
  };
  const consequence: Consequence = {
    ...{ opens: [], closes: [] },
    moves: found.map(({ duty: { key }, correction: { reckoning } }) => ({ key, reckoning, corrects: true })),
    letters: found.flatMap((one) => lettersOf(world, waiting, one)),
  };
  const edition = guide.edition(about.edition);
  const around = { edition, calendar: guide.calendar, now, today, actor: { kind: 'time' as const } };
  const { chapter, letters } = chapterOf({
    ...{ before: events, head, facts: [fact], around },
    book: { ...bookOf(stream, edition, about), follow: () => consequence },
  });
  const readers = await readersOf(
    world,
    letters.map(({ to }) => to),
  );
  try {
    await record(world, {
      ...{ actor: around.actor, at: now, day: today, chapters: [chapter], letters: letterRows(letters, readers) },
      updates: [
        {
          table: 'CorrectionItem',
          rows: found.map(({ item: { obligationId } }) => ({
            ...{ correctionId, obligationId, appliedAt: new Date(now).toISOString() },
          })),
          by: ['correctionId', 'obligationId'],
          types: { correctionId: 'uuid', obligationId: 'uuid', appliedAt: 'timestamptz' },
          where: 't."appliedAt" IS NULL',
        },
      ],
    });
  } catch (error) {
    if (error instanceof Overtaken) return 0;
    throw error;
  }
  if (letters.length > 0) world.wake('deliver');
  return found.length;
}

/**
 * To both sides of a duty whose day moved: which day it was, which it is, and the reason that was given. Who owes one of many that another duty
 * stands for, such as the answers to a round's comments, hears of that one.
 */
function lettersOf(
  { guide, now }: World,
  { stream, about, reason }: Waiting,
  { item: { body }, duty, correction: { how, was, due, days } }: Found,
): LetterOrder[] {
  if (how !== 'moves' || !body) return [];
  const { key, rule, debtor, creditor, officialId } = duty;
  const owing = ruleOf(guide.edition(about.edition), about.procedure, rule);
  const one = owing !== null && isGathered(owing);
  const sides = [one ? null : debtor, creditor].filter((party) => party !== null);
  const path = pageOf(stream, about.number);
  const order = (to: LetterOrder['to']): LetterOrder => ({
    ...{ letter: 'due_corrected', key: `corrected:${about.number}:${key}:${now()}`, to },
    data: { ...about, path, body, rule, was, dueDay: due, days: days.map(({ date }) => date), reason },
  });
  return sides.map((party) => order(readersAt(party, officialId)));
}

const readersAt = (party: Party, officialId: string | null): LetterOrder['to'] =>
  party.kind === 'body' ? { party, roles: INTAKE, officialId } : { party };
