// How rounds and comments are kept in the ledger: their folds, consequences and rows. Used by the commands of rounds and comments.
import { commentConsequences, type CommentFact } from '../../core/comment-consequences';
import { commentStream, foldComment, type Comment } from '../../core/comment';
import type { Event } from '../../core/event';
import { roundConsequences, type RoundFact } from '../../core/round-consequences';
import type { RoundSurroundings } from '../../core/round-owing';
import { foldRound, roundStream, type Round } from '../../core/round';
import type { Bilingual } from '../../core/shape';
import type { Chapter, Head } from '../../data/ledger';
import { commentRow, roundRow } from '../../data/projections';
import { chapterOf, type Letters } from '../chapter';

type Written<State> = { chapter: Chapter; letters: Letters; state: State };
type Input<F> = { id: string; before: readonly Event[]; head: Head; facts: readonly F[]; around: RoundSurroundings };

/** The title in both state languages: whoever reads of a duty chooses. */
const titlesOf = ({ kk, ru }: Bilingual) => ({ title: kk, titleRu: ru });

/** Facts of one round, ready to be recorded. */
export const roundChapter = ({ id, around, ...rest }: Input<RoundFact>): Written<Round> =>
  chapterOf({
    ...rest,
    around,
    book: {
      stream: roundStream(id),
      fold: foldRound,
      follow: (fact: RoundFact, before, keys, place) => roundConsequences(fact, before, { ...around, place }, keys),
      rules: around.kind.rules,
      projection: (state) => ({ table: 'Round', row: roundRow(state) }),
      about: ({ number, settings, edition, kind }) => ({
        number,
        ...titlesOf(settings.title),
        edition,
        procedure: kind,
      }),
    },
  });

/** Facts of one comment, ready to be recorded. */
export const commentChapter = ({ id, around, ...rest }: Input<CommentFact>): Written<Comment> =>
  chapterOf({
    ...rest,
    around,
    book: {
      stream: commentStream(id),
      fold: foldComment,
      follow: (fact: CommentFact, before, { open }, place) =>
        commentConsequences(fact, before, { ...around, place }, open),
      rules: around.kind.rules,
      projection: (state) => ({ table: 'Comment', row: commentRow(state) }),
      about: ({ number, roundTitle, edition, kind }) => ({
        number,
        ...titlesOf(roundTitle),
        edition,
        procedure: kind,
      }),
    },
  });
