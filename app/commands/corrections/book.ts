// How a stream whose duties have days is kept, whichever noun it is of: its row, and the plans of its reminders. What follows from a fact is for
// whoever corrects to say.
import type { Edition } from '../../../guide/schema';
import { rulesOf, SET_DUTY_REMINDERS } from '../../core/duty';
import type { Fact } from '../../core/event';
import type { Chapter } from '../../data/ledger';
import { projectionOf } from '../../data/projections';
import type { Row } from '../../data/write';
import type { Book } from '../chapter';

/** The book of a stream. Throws for a noun whose state no table copies. */
export function bookOf(stream: string, edition: Edition, about: Chapter['about']): Omit<Book<Row, Fact>, 'follow'> {
  const kept = projectionOf(stream);
  if (!kept) throw new Error(`${stream}: nothing is owed in such a stream`);
  const { table, rowOf } = kept;
  const rules = { ...SET_DUTY_REMINDERS, ...rulesOf(edition, about.procedure) };
  return { stream, fold: rowOf, rules, projection: (row) => ({ table, row }), about: () => about };
}
