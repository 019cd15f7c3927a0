// Time applies what two people approved of, case by case: the day moves, the one shown before stays in the ledger, both sides are written to.
// Reckoned once more from what the case says then; what ended or moved meanwhile is left alone. Called by the worker correct; running it
// late, twice or at once with another changes nothing else.
import { applicantOf, foldAppeal, type Appeal } from '../../core/appeal';
import { correctionOf, type Correction } from '../../core/correction';
import { dayOf } from '../../core/day';
import type { FactOf } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { foldObligations } from '../../core/obligation';
import { about, INTAKE, type Consequence, type Surroundings } from '../../core/owing';
import { overtake, settle, waitingStreams, type Waiting } from '../../data/corrections';
import { openStream, Overtaken } from '../../data/ledger';
import type { World } from '../../world';
import { aroundCase, recordChapters } from '../appeals/act';
import { caseBook } from '../appeals/chapter';
import { chapterOf } from '../chapter';

const BATCH = 200;
type Found = Correction & { obligationId: string; key: string; rule: string };

/** Applies approved corrections to every case that waits. Gives the number of days moved, kept or confirmed. */
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

async function applyTo(world: World, { correctionId, cause, reason, stream, items }: Waiting): Promise<number> {
  const { events, head } = await openStream(world.db, stream);
  const appeal = foldAppeal(events);
  if (!appeal) throw new Error(`${stream} has no events`);
  const owed = foldObligations(events);
  const { guide } = world;
  const today = dayOf(world.now());
  const found = items.flatMap(({ obligationId, key, was }): Found[] => {
    const duty = owed.get(key);
    if (!duty || duty.closedBy !== null || duty.reckoning.due !== was) return [];
    const { rule, reckoning } = duty;
    const looked = { rule, reckoning, procedure: appeal.kind, edition: appeal.edition };
    const correction = correctionOf(looked, cause, { guide, calendar: guide.calendar, today });
    return correction ? [{ ...correction, obligationId, key, rule }] : [];
  });
  const lost = items.filter(({ obligationId }) => !found.some((one) => one.obligationId === obligationId));
  await overtake(world.db, {
    ...{ correctionId, at: world.now() },
    obligationIds: lost.map(({ obligationId }) => obligationId),
  });
  if (found.length === 0) return 0;
  const around = await aroundCase(world, appeal, { kind: 'time' });
  const fact: FactOf<'obligation.corrected'> = {
    type: 'obligation.corrected',
    payload: {
      ...{ correctionId, cause: cause.kind },
      changes: found.map(({ key, rule, how, was, due }) => ({ key, rule, how, was, due })),
    },
  };
  const consequence: Consequence = {
    ...{ opens: [], closes: [] },
    moves: found.map(({ key, reckoning }) => ({ key, reckoning, corrects: true })),
    letters: found.filter(({ how }) => how === 'moves').flatMap((one) => lettersOf(appeal, around, one, reason)),
  };
  const { chapter, letters } = chapterOf({
    ...{ before: events, head, facts: [fact], around },
    book: { ...caseBook(around), stream, follow: () => consequence },
  });
  try {
    await recordChapters(world, around, {
      ...{ chapters: [chapter], letters },
      updates: [
        {
          table: 'CorrectionItem',
          rows: found.map(({ obligationId }) => ({
            ...{ correctionId, obligationId, appliedAt: new Date(around.now).toISOString() },
          })),
          by: ['correctionId', 'obligationId'],
          types: { correctionId: 'uuid', obligationId: 'uuid', appliedAt: 'timestamptz' },
          where: 't."appliedAt" IS NULL',
        },
      ],
    });
    return found.length;
  } catch (error) {
    if (error instanceof Overtaken) return 0;
    throw error;
  }
}

/** To both sides: which day it was, which it is, and the reason that was given. */
function lettersOf(
  it: Appeal,
  around: Surroundings,
  { key, rule, was, due, days }: Found,
  reason: { kk: string; ru: string },
): LetterOrder[] {
  const order = (to: LetterOrder['to']): LetterOrder => ({
    letter: 'due_corrected',
    key: `corrected:${it.number}:${key}:${around.now}`,
    to,
    data: { ...about(it, around.body), rule, was, dueDay: due, days: days.map(({ date }) => date), reason },
  });
  return [
    order({ party: applicantOf(it) }),
    order({ party: { kind: 'body', id: around.body.id }, roles: INTAKE, officialId: it.officialId }),
  ];
}
