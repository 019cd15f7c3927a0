// What follows from what happens to one contribution: the duty to answer it opens, moves with the round's last day and closes; its
// author is told. A new type of event without its row does not compile.
import { COMMENT_CLOCK, contributorOf, type Comment } from './comment';
import type { EventType, FactOf } from './event';
import type { Consequence, Following } from './owing';
import { titlesOf } from './round-letter';
import { owes, reckonRound, type RoundSurroundings } from './round-owing';

export type CommentEventType = Extract<EventType, `comment.${string}`>;
export type CommentFact = FactOf<CommentEventType>;
type Row<T extends CommentEventType> = (
  fact: FactOf<T>,
  comment: Comment | null,
  around: RoundSurroundings,
  open: readonly string[],
) => Following;

/** The day from which the term to answer a comment is counted. */
export const clockStart = (
  { closesDay, receivedDay }: Pick<FactOf<'comment.made'>['payload'], 'closesDay' | 'receivedDay'>,
  { kind }: Pick<RoundSurroundings, 'kind'>,
) => (kind.rules[COMMENT_CLOCK]?.term.from === 'contribution' ? receivedDay : closesDay);

const aboutComment = (comment: Comment, { body }: RoundSurroundings) => ({
  number: comment.number,
  round: comment.roundNumber,
  titles: titlesOf(comment.roundTitle),
  path: `/comments/${comment.number}`,
  edition: comment.edition,
  procedure: comment.kind,
  body: body.names,
});

const present = (comment: Comment | null): Comment => {
  if (!comment) throw new Error('an event before the comment was made');
  return comment;
};

const toAuthor = (comment: Comment) => {
  const party = contributorOf(comment);
  return party ? [{ party }] : [];
};

const ended = (open: readonly string[], how: 'discharged' | 'released') => open.map((key) => ({ key, how }));

const TABLE: { [T in CommentEventType]: Row<T> } = {
  'comment.made': (fact, _, around) => ({
    opens: [
      owes(around, {
        rule: COMMENT_CLOCK,
        from: clockStart(fact.payload, around),
        creditor: contributorOf(fact.payload),
      }),
    ],
  }),
  'comment.due_moved': ({ payload }, _, around, open) => ({
    moves: open.map((key) => ({ key, reckoning: reckonRound(around, COMMENT_CLOCK, payload.closesDay) })),
  }),
  'comment.moderated': ({ payload }, comment, around) => {
    const it = present(comment);
    return {
      letters: toAuthor(it).map((to) => ({
        letter: 'comment_moderated',
        key: `moderated:${it.number}:${around.place}`,
        to,
        data: { ...aboutComment(it, around), ground: payload.ground, reason: payload.reason },
      })),
    };
  },
  'comment.restored': ({ payload }, comment, around) => {
    const it = present(comment);
    return {
      letters: toAuthor(it).map((to) => ({
        letter: 'comment_restored',
        key: `restored:${it.number}:${around.place}`,
        to,
        data: { ...aboutComment(it, around), reason: payload.reason },
      })),
    };
  },
  'comment.grouped': () => ({}),
  'comment.disposed': ({ payload }, comment, around, open) => {
    const it = present(comment);
    return {
      closes: ended(open, 'discharged'),
      letters: toAuthor(it).map((to) => ({
        letter: 'comment_answered',
        key: `answered:${it.number}`,
        to,
        data: { ...aboutComment(it, around), code: payload.disposition.code, reason: payload.disposition.reason },
      })),
    };
  },
  'comment.withdrawn': (_fact, _comment, _around, open) => ({ closes: ended(open, 'released') }),
};

/** Everything that follows from one fact. `comment` is the state before it (null when it is made), `open` the keys of open obligations. */
export function commentConsequences(
  fact: CommentFact,
  comment: Comment | null,
  around: RoundSurroundings,
  open: readonly string[],
): Consequence {
  const row = TABLE[fact.type] as (
    fact: CommentFact,
    comment: Comment | null,
    around: RoundSurroundings,
    open: readonly string[],
  ) => Following;
  return { opens: [], moves: [], closes: [], letters: [], ...row(fact, comment, around, open) };
}
