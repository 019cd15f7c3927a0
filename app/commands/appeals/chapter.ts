// Turns facts about one appeal into a chapter of the ledger: each fact with its consequences, the state they lead to, the
// reminders that are due for it and the letters to be written. Used by every appeal command; decides nothing itself.
import { foldAppeal, streamOf, type Appeal } from '../../core/appeal';
import { consequencesOf, type AppealFact } from '../../core/consequences';
import type { Event } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { foldObligations } from '../../core/obligation';
import type { Surroundings } from '../../core/owing';
import { planReminders, type Plan } from '../../core/reminder';
import type { Chapter, Entry, Head } from '../../data/ledger';
import { appealRow } from '../../data/projections';

type Input = {
  appealId: string;
  before: readonly Event[];
  head: Head;
  facts: readonly AppealFact[];
  around: Surroundings;
};

const openKeys = (events: readonly Event[]): string[] =>
  [...foldObligations(events).values()].filter(({ closedBy }) => closedBy === null).map(({ key }) => key);

/** Facts of one appeal with all that follows from them, ready to be recorded. Throws when they can't follow each other. */
export function chapterOf({ appealId, before, head, facts, around }: Input): {
  chapter: Chapter;
  letters: (LetterOrder & { stream: string })[];
  state: Appeal;
} {
  const stream = streamOf(appealId);
  const events: Event[] = [...before];
  const entries: Entry[] = [];
  const letters: LetterOrder[] = [];
  const plans = new Map<string, Plan[]>();
  let version = head.version;
  for (const fact of facts) {
    const {
      opens,
      moves,
      closes,
      letters: ordered,
    } = consequencesOf(fact, foldAppeal(events), around, openKeys(events));
    entries.push({ fact, opens, moves, closes });
    letters.push(...ordered);
    events.push({
      ...fact,
      stream,
      version: ++version,
      at: around.now,
      day: around.today,
      actor: around.actor,
      opens,
      moves,
      closes,
    });
    for (const { key, reckoning } of [...opens, ...moves])
      if (reckoning) plans.set(key, remind(key, reckoning, around));
  }
  const state = foldAppeal(events);
  if (!state) throw new Error(`${stream}: no facts`);
  return {
    chapter: {
      stream,
      head,
      entries,
      before,
      state: { table: 'Appeal', row: appealRow(state) },
      about: { number: state.number, title: state.subject, edition: state.edition, procedure: state.kind },
      plans,
    },
    letters: letters.map((letter) => ({ ...letter, stream })),
    state,
  };
}

/** Reminders by the guide's plan for the obligation's rule; a key is its rule's id. */
const remind = (
  key: string,
  reckoning: Parameters<typeof planReminders>[0]['reckoning'],
  { procedure, edition, calendar, now }: Surroundings,
): Plan[] => {
  const rule = procedure.rules[key as keyof typeof procedure.rules];
  return rule ? planReminders({ plan: edition.reminder_plans[rule.reminders], reckoning, calendar, now }) : [];
};
