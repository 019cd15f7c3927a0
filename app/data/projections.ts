// The tables that are copies of folds: for each noun of a stream, its fold and the row it gives. Written by the commands through
// the ledger, compared by verify. A new noun is one more entry.
import { foldAppeal, type Appeal } from '../core/appeal';
import type { Event } from '../core/event';
import type { Row } from './write';

/** The row of an appeal: the folded state, instants as the database writes them. */
export const appealRow = ({ receivedAt, endedAt, ...rest }: Appeal): Row => ({
  ...rest,
  receivedAt: new Date(receivedAt).toISOString(),
  endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
});

export type Projection = { table: string; rowOf(events: readonly Event[]): Row | null };

export const PROJECTIONS: Record<string, Projection> = {
  appeal: {
    table: 'Appeal',
    rowOf: (events) => {
      const state = foldAppeal(events);
      return state && appealRow(state);
    },
  },
};
