// An obligation: who owes what to whom, from which day, by which day, why that day, and what discharged it. Everything
// that reminds, lists, counts or publishes reads obligations and knows nothing of appeals or rounds.
import type { AnyRuleId, SetDuty } from '../../guide/schema';
import type { Day } from './day';
import type { Reckoning } from './term';

export const PARTY_KINDS = ['body', 'organisation', 'person', 'council'] as const;
export type Party = { kind: (typeof PARTY_KINDS)[number]; id: string };

/** An obligation as an event opens it. `key` is unique within the stream. */
export type Opening = {
  id: string;
  key: string;
  rule: AnyRuleId | SetDuty;
  debtor: Party;
  creditor: Party | null;
  reckoning: Reckoning;
};
/** An event moves it: to another due day (the one shown before stays in the ledger and in `lawfulDue`), or to an official. */
export type Move = {
  key: string;
  reckoning?: Reckoning;
  officialId?: string;
  /** The day had been reckoned wrongly from the beginning: the lawful day moves with it, unless the term had been extended. */
  corrects?: true;
};
/** Discharged: done. Released: no longer owed (withdrawn, redirected). */
export type Closing = { key: string; how: 'discharged' | 'released' };

/** What an obligation is on a day: exactly one of these, the due day included. */
export const CLOCKS = ['running', 'due_today', 'overdue', 'kept', 'late', 'released'] as const;
export type Clock = (typeof CLOCKS)[number];

type Facts = { dueDay: Day; closedDay: Day | null; closedHow: 'discharged' | 'released' | null };

/** The one clock of an obligation on `today`. On time means: the day of the discharging event <= the due day. */
export function clockOf({ dueDay, closedDay, closedHow }: Facts, today: Day): Clock {
  if (closedDay !== null && closedDay <= today) {
    if (closedHow === 'released') return 'released';
    return closedDay <= dueDay ? 'kept' : 'late';
  }
  if (today > dueDay) return 'overdue';
  return today === dueDay ? 'due_today' : 'running';
}

/** An obligation as folded from the ledger; the table holds exactly these facts. */
export type Owed = Opening & {
  officialId: string | null;
  lawfulDue: Day;
  openedBy: number;
  closedDay: Day | null;
  closedHow: Closing['how'] | null;
  closedBy: number | null;
};

type Step = { version: number; day: Day; opens: Opening[]; moves: Move[]; closes: Closing[] };

/** Folds the obligations of one stream. Throws on a move or close of what is not open: a broken ledger is a fault. */
export function foldObligations(events: readonly Step[]): Map<string, Owed> {
  const owed = new Map<string, Owed>();
  const open = (key: string, version: number): Owed => {
    const found = owed.get(key);
    if (!found || found.closedBy !== null)
      throw new Error(`event ${version} touches obligation ${key}, which is not open`);
    return found;
  };
  for (const { version, day, opens, moves, closes } of events) {
    for (const opening of opens) {
      if (owed.has(opening.key)) throw new Error(`event ${version} opens obligation ${opening.key} a second time`);
      owed.set(opening.key, {
        ...opening,
        officialId: null,
        lawfulDue: opening.reckoning.due,
        openedBy: version,
        closedDay: null,
        closedHow: null,
        closedBy: null,
      });
    }
    for (const { key, corrects, ...change } of moves) {
      const it = open(key, version);
      const lawful =
        corrects && change.reckoning && it.lawfulDue === it.reckoning.due ? change.reckoning.due : it.lawfulDue;
      Object.assign(it, change, { lawfulDue: lawful });
    }
    for (const { key, how } of closes)
      Object.assign(open(key, version), { closedDay: day, closedHow: how, closedBy: version });
  }
  return owed;
}
