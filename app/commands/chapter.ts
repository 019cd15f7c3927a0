// Turns facts about one stream into a chapter of the ledger: each fact with its consequences, the state they lead to, the reminders
// that are due for it and the letters to be written. Used by the commands of every noun; decides nothing itself.
import type { Calendar, Edition, ReminderPlan } from '../../guide/schema';
import type { Day, Instant } from '../core/day';
import type { Actor, Event, Fact } from '../core/event';
import type { LetterOrder } from '../core/letter';
import { foldObligations } from '../core/obligation';
import type { Consequence, Keys } from '../core/owing';
import { planReminders, type Plan } from '../core/reminder';
import type { Chapter, Entry, Head } from '../data/ledger';

/** What an act happens within: enough to date it and to plan reminders. */
export type Around = { edition: Edition; calendar: Calendar; now: Instant; today: Day; actor: Actor };

/** How a noun is kept: its fold, what follows from its facts, its row and its rules. */
export type Book<State, F extends Fact> = {
  stream: string;
  fold: (events: readonly Event[]) => State | null;
  /** What follows from a fact: `before` is the state without it, null for the first; `place` is the fact's in its stream. */
  follow: (fact: F, before: State | null, keys: Keys, place: number) => Consequence;
  rules: Readonly<Record<string, { reminders: keyof Edition['reminder_plans'] } | undefined>>;
  projection: (state: State) => NonNullable<Chapter['state']>;
  about: (state: State) => Chapter['about'];
};
/** Of a noun for which nothing is owed and nobody is written to. */
export const OWES_NOTHING = {
  follow: () => ({ opens: [], moves: [], closes: [], letters: [] }),
  rules: {},
} as const satisfies Pick<Book<unknown, Fact>, 'follow' | 'rules'>;
export type Letters = (LetterOrder & { stream: string })[];
type Input<State, F extends Fact> = {
  book: Book<State, F>;
  before: readonly Event[];
  head: Head;
  facts: readonly F[];
  around: Around;
};

const keysOf = (events: readonly Event[]): Keys => {
  const owed = [...foldObligations(events).values()];
  return {
    open: owed.filter(({ closedBy }) => closedBy === null).map(({ key }) => key),
    used: owed.map(({ key }) => key),
  };
};

/** Facts of one stream with all that follows from them, ready to be recorded. Throws when they can't follow each other. */
export function chapterOf<State, F extends Fact>({
  book,
  before,
  head,
  facts,
  around,
}: Input<State, F>): {
  chapter: Chapter;
  letters: Letters;
  state: State;
} {
  const { now, today, actor } = around;
  const events: Event[] = [...before];
  const entries: Entry[] = [];
  const letters: LetterOrder[] = [];
  const touched = new Map<string, Parameters<typeof planReminders>[0]['reckoning']>();
  let version = head.version;
  for (const fact of facts) {
    const { letters: ordered, ...does } = book.follow(fact, book.fold(events), keysOf(events), ++version);
    entries.push({ fact, ...does });
    letters.push(...ordered);
    events.push({ ...fact, stream: book.stream, version, at: now, day: today, actor, ...does });
    for (const { key, reckoning } of [...does.opens, ...does.moves]) if (reckoning) touched.set(key, reckoning);
  }
  const state = book.fold(events);
  if (!state) throw new Error(`${book.stream}: no facts`);
  const owed = foldObligations(events);
  const plans = new Map<string, Plan[]>();
  for (const [key, reckoning] of touched) {
    const rule = book.rules[owed.get(key)?.rule ?? ''];
    const plan: ReminderPlan | undefined = rule && around.edition.reminder_plans[rule.reminders];
    plans.set(key, plan ? planReminders({ plan, reckoning, calendar: around.calendar, now }) : []);
  }
  return {
    chapter: {
      ...{ stream: book.stream, head, entries, before, plans },
      state: book.projection(state),
      about: book.about(state),
    },
    letters: letters.map((letter) => ({ ...letter, stream: book.stream })),
    state,
  };
}
