// How a stream whose duties have days is kept, whichever noun it is of: its fold, its row, and the plans of its reminders. What follows from a
// fact is for whoever corrects to say.
import type { Edition } from '../../../guide/schema';
import { foldAppeal } from '../../core/appeal';
import { foldComment } from '../../core/comment';
import { foldContest } from '../../core/contest';
import { rulesOf, SET_DUTY_REMINDERS, streamNoun } from '../../core/duty';
import type { Event, Fact } from '../../core/event';
import { foldRound } from '../../core/round';
import type { Chapter } from '../../data/ledger';
import { appealRow, commentRow, contestRow, roundRow } from '../../data/projections';
import type { Book } from '../chapter';

type Projection = NonNullable<Chapter['state']>;
const kept =
  <State>(fold: (events: readonly Event[]) => State | null, table: string, row: (state: State) => Projection['row']) =>
  (events: readonly Event[]): Projection | null => {
    const state = fold(events);
    return state && { table, row: row(state) };
  };
/** Each noun that has duties, as it is folded and kept in its table. */
const KEPT: Readonly<Record<string, (events: readonly Event[]) => Projection | null>> = {
  appeal: kept(foldAppeal, 'Appeal', appealRow),
  round: kept(foldRound, 'Round', roundRow),
  comment: kept(foldComment, 'Comment', commentRow),
  contest: kept(foldContest, 'Contest', contestRow),
};

/** The book of a stream. Throws for a noun that has no duties. */
export function bookOf(
  stream: string,
  edition: Edition,
  about: Chapter['about'],
): Omit<Book<Projection, Fact>, 'follow'> {
  const fold = KEPT[streamNoun(stream)];
  if (!fold) throw new Error(`${stream}: nothing is owed in such a stream`);
  const rules = { ...SET_DUTY_REMINDERS, ...rulesOf(edition, about.procedure) };
  return { stream, fold, rules, projection: (state) => state, about: () => about };
}
