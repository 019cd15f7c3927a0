// How an appeal is kept in the ledger: its fold, its consequences, its row. Used by every appeal command.
import { foldAppeal, streamOf, type Appeal } from '../../core/appeal';
import { consequencesOf, type AppealFact } from '../../core/consequences';
import { SET_DUTY_REMINDERS } from '../../core/duty';
import type { Event, Fact } from '../../core/event';
import type { Surroundings } from '../../core/owing';
import type { Chapter, Head } from '../../data/ledger';
import { appealRow } from '../../data/projections';
import { chapterOf as chapterIn, type Book, type Letters } from '../chapter';

type Input = {
  appealId: string;
  before: readonly Event[];
  head: Head;
  facts: readonly AppealFact[];
  around: Surroundings;
};

/** How any appeal is kept, whatever follows from what happens to it. */
export const caseBook = (around: Surroundings): Omit<Book<Appeal, Fact>, 'stream' | 'follow'> => ({
  fold: foldAppeal,
  rules: { ...SET_DUTY_REMINDERS, ...around.procedure.rules },
  projection: (state) => ({ table: 'Appeal', row: appealRow(state) }),
  about: ({ number, subject, edition, kind }) => ({ number, title: subject, edition, procedure: kind }),
});

/** Facts of one appeal with all that follows from them, ready to be recorded. Throws when they can't follow each other. */
export const chapterOf = ({
  appealId,
  around,
  ...rest
}: Input): { chapter: Chapter; letters: Letters; state: Appeal } =>
  chapterIn({
    ...rest,
    around,
    book: {
      ...caseBook(around),
      stream: streamOf(appealId),
      follow: (fact, before, { open }, place) => consequencesOf(fact, before, { ...around, place }, open),
    },
  });
