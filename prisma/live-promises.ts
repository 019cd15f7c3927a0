// Promises in answers of the invented country: honest bodies make them, say so, and keep them; those that brush off make them and let the
// day pass. The applicant judges. Called by live-close.ts.
import { judgePromise } from '../app/commands/appeals/judge-promise';
import { notePromises } from '../app/commands/appeals/note-promises';
import { reportPromise } from '../app/commands/appeals/report-promise';
import { addDays, dayOf, type Day } from '../app/core/day';
import type { Steps } from '../app/core/steps';
import type { Viewer } from '../app/core/viewer';
import { isHonest, type Case } from './case';
import type { Chance } from './chance';
import { workingDayAfter, type Life } from './life';
import { KEPT_WORDS, PROMISE } from './stories-desk';

/** Working days from the answer to the promised day. */
const NEXT: readonly [number, number] = [5, 18];

/** The sentence that promises, and its day; null where the body promises nothing this time. */
export function promiseIn({ world, clock }: Life, it: Case, chance: Chance): { text: string; day: Day } | null {
  const promises = isHonest(it.place) ? 0.25 : it.place.body.temper === 'brushing' ? 0.7 : 0;
  if (!chance.happens(promises)) return null;
  const day = workingDayAfter(world.guide.calendar, dayOf(clock()), chance.between(...NEXT));
  return { text: PROMISE[it.language](day), day };
}

/** Puts into the agenda what becomes of it. */
export function livePromise(life: Life, it: Case, { day, official }: { day: Day; official: Viewer }): void {
  const { world, todo, counted, at, inWorkingDays } = life;
  const honest = isHonest(it.place);
  const words = KEPT_WORDS[it.language];
  const who = honest ? official : it.applicant.viewer;
  todo.put(inWorkingDays(honest ? 0 : 2), async () => {
    if (!(await counted(notePromises(world, who, { appealId: it.id, sentences: ['0'] })))) return;
    const { steps } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: it.id }, select: { steps: true } });
    const [promise] = (steps as unknown as Steps).promises ?? [];
    if (!promise) return;
    const ids = { appealId: it.id, promiseId: promise.id };
    if (honest)
      todo.put(
        at(workingDayAfter(world.guide.calendar, day, -1)),
        async () => void (await counted(reportPromise(world, official, { ...ids, kept: 'kept', text: words.done }))),
      );
    todo.put(
      at(addDays(day, 2)),
      async () =>
        void (await counted(
          judgePromise(world, it.applicant.viewer, {
            ...ids,
            ...(honest ? { verdict: 'kept', comment: words.seen } : { verdict: 'not_kept', comment: words.nothing }),
          }),
        )),
    );
  });
}
