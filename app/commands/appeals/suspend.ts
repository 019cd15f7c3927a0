// A complaint about an act is filed, or ends: the case of the act records what that does to its execution, in the same act (APPC 96). Used by
// file.ts and by every act on a case.
import { foldAppeal, streamOf, type Appeal } from '../../core/appeal';
import type { AppealFact } from '../../core/consequences';
import type { Actor, Event } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import type { Surroundings } from '../../core/owing';
import { actStands, exceptionIn, hasAct } from '../../core/suspension';
import { actComplainedOf } from '../../data/act-complained-of';
import { openStream, type Chapter } from '../../data/ledger';
import type { World } from '../../world';
import { aroundCase } from './around';
import { chapterOf } from './chapter';

type Recorded = { chapter: Chapter; letters: (LetterOrder & { stream: string })[] };
type Found = { appeal: Appeal; events: readonly Event[]; around: Surroundings };

/** What the case of the act records when a complaint about it is filed; null where that case has no act. */
export const whenComplained = (
  world: World,
  actor: Actor,
  { originId, complaintId, number }: { originId: string; complaintId: string; number: string },
): Promise<Recorded | null> =>
  recorded(world, actor, originId, ({ appeal, events, around }) =>
    hasAct(appeal, around)
      ? { type: 'appeal.complained', payload: { complaintId, number, exception: exceptionIn(events) } }
      : null,
  );

/** What it records when the complaint has ended; null where nothing was recorded when it was filed, or it goes on elsewhere. */
export async function whenEnded(world: World, actor: Actor, complaint: Appeal): Promise<Recorded | null> {
  const { kind, phase, id } = complaint;
  if (kind !== 'complaint' || phase === 'open' || phase === 'redirected') return null;
  const caseId = await actComplainedOf(world.db, id);
  if (caseId === null) return null;
  return recorded(world, actor, caseId, ({ appeal }) => {
    const { suspension } = appeal.steps;
    return suspension && suspension.endedDay === null
      ? { type: 'appeal.complaint_ended', payload: { number: complaint.number, stands: actStands(complaint) } }
      : null;
  });
}

async function recorded(
  world: World,
  actor: Actor,
  caseId: string,
  decide: (found: Found) => AppealFact | null,
): Promise<Recorded | null> {
  const { events, head } = await openStream(world.db, streamOf(caseId));
  const appeal = foldAppeal(events);
  if (!appeal) return null;
  const around = await aroundCase(world, appeal, actor);
  const fact = decide({ appeal, events, around });
  return fact && chapterOf({ appealId: caseId, before: events, head, facts: [fact], around });
}
