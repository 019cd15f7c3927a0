// What the page of a case said on a day, for npm run why: the main clock as the ledger had it at the end of that day. Opens the database only
// when a case is asked about.
import { foldAppeal, MAIN_CLOCK } from './core/appeal';
import { dayOf, isDay, type Day } from './core/day';
import { foldObligations } from './core/obligation';
import type { Reckoning } from './core/term';
import { openStream } from './data/ledger';
import { withWorld } from './script';

export type CaseClock = {
  number: string;
  edition: string;
  kind: string;
  on: Day;
  known: Day | null;
  reckoning: Reckoning;
};

/** The clock of the case as known at the end of `on` (today, where no day is given); throws a sentence where there is none. */
export async function clockOfCase(
  number: string,
  onText: string | undefined,
  tell: (clock: CaseClock) => void,
): Promise<void> {
  await withWorld(async ({ db, now }) => {
    const found = await db.prisma.appeal.findUnique({ where: { number }, select: { id: true } });
    if (!found) throw new Error(`There is no case ${number}.`);
    if (onText !== undefined && !isDay(onText)) throw new Error(`--on ${onText} is not a day like 2026-05-01.`);
    const on = onText ?? dayOf(now());
    const { events: all } = await openStream(db, `appeal:${found.id}`);
    const events = all.filter(({ day }) => day <= on);
    const appeal = foldAppeal(events);
    const main = foldObligations(events).get(MAIN_CLOCK);
    if (!appeal || !main) throw new Error(`Case ${number} was not here yet on ${on}.`);
    const known = events.findLast(({ opens, moves }) =>
      [...opens, ...moves].some(({ key, reckoning }) => key === MAIN_CLOCK && reckoning),
    );
    const { edition, kind } = appeal;
    tell({ number, edition, kind, on, known: known?.day ?? null, reckoning: main.reckoning });
  });
}
