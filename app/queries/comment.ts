// One comment as its page shows it: who said what about which clause, the voices that joined it, its clock with its reasons, and the
// answer with the changed clauses beside what they said before.
import type { Locale, RoundKind, StateLanguage } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { COMMENT_CLOCK, type CommentPhase } from '../core/comment';
import type { Fate } from '../core/clause';
import type { Day, Instant } from '../core/day';
import { clockOf, type Clock } from '../core/obligation';
import { may } from '../core/permission';
import { titleOf } from '../core/point-title';
import type { Disposition } from '../core/round-event';
import { saidIn, type Said } from '../core/said';
import type { Signatory } from '../core/shape';
import type { Reckoning } from '../core/term';
import type { Viewer } from '../core/viewer';
import { clauseDifference, type DifferencePart } from '../data/documents/difference';
import type { World } from '../world';
import type { CaseFile } from './case-files';
import { commentFiles } from './comment-files';
import { answerView, changesOf, type AnswerView, type ShownChange } from './comment-answer';
import { AUTHOR_JOINS, ownCondition, seenColumns } from './comment-seen';
import { moderatedView, placeView, type Hidden, type Moderated, type Placed, type PlaceView } from './comment-parts';
import { rulesOf, type Who } from './round-clock';
import { roundRead, type RoundRead } from './round-facts';
import type { Participant } from './round-numbers';
import { reasoned, sourceOf, type ReasonedTerm, type Source } from './reasons';
import { shownBeforeIn, type ShownBefore } from './shown-before';
import { NAME_IN, nameOfText, parameters } from './statement';

export type CommentView = {
  id: string;
  number: string;
  round: { id: string; number: string; title: Said; kind: RoundKind; open: boolean };
  participant: Participant;
  name: string | null;
  nameHidden: boolean;
  own: boolean;
  origin: string;
  originName: string;
  enteredBy: Who | null;
  receivedAt: Instant;
  receivedDay: Day;
  language: Locale;
  place: PlaceView | null;
  /** The clause as it stood when the comment was made, and what became of it in the next version. */
  clause: { text: string; version: number; fate: Fate | null } | null;
  text: string | null;
  wording: string | null;
  /** The proposed words held against the clause's own, where there is such a clause. */
  proposal: DifferencePart[] | null;
  files: CaseFile[];
  phase: CommentPhase;
  moderated: Moderated | null;
  moderation: { day: Day; shown: boolean; groundName: string | null; reason: string; by: Who }[];
  statement: string | null;
  voices: number;
  joins: string | null;
  point: { id: string; title: string } | null;
  answer: (AnswerView & { changes: ShownChange[]; drafter: Who; approver: Who }) | null;
  clock: {
    shownBefore: ShownBefore[];
    dueDay: Day;
    lawfulDue: Day;
    clock: Clock;
    daysLeft: number;
    term: ReasonedTerm;
    sources: Source[];
  };
  endedDay: Day | null;
  today: Day;
  /** What the viewer may do now. */
  may: { withdraw: boolean; join: boolean; moderate: boolean };
};
type Row = Placed & {
  id: string;
  number: string;
  roundId: string;
  participant: Participant;
  name: string | null;
  nameHidden: boolean;
  own: boolean;
  personId: string | null;
  organisationId: string | null;
  origin: string;
  enteredBy: Signatory | null;
  receivedAt: Date;
  receivedDay: Day;
  language: Locale;
  version: number | null;
  clausePlain: string | null;
  fate: Fate | null;
  text: string | null;
  wording: string | null;
  words: boolean;
  phase: CommentPhase;
  hidden: Hidden | null;
  voices: number;
  joins: string | null;
  pointId: string | null;
  disposition: Disposition | null;
  drafter: Signatory | null;
  approver: Signatory | null;
  dueDay: Day;
  endedDay: Day | null;
  reckoning: Reckoning;
  lawfulDue: Day;
  shownBefore: ShownBefore[] | null;
  closedHow: 'discharged' | 'released' | null;
};

export type CommentFound = { row: Row; facts: RoundRead };
const NUMBER = /^C-\d{4}-\d{6,12}$/;

/** The comment of this number with its round, or null when there is none that the viewer may read. */
export async function commentFound(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  number: string,
  locale: Locale,
): Promise<CommentFound | null> {
  if (!NUMBER.test(number)) return null;
  const facts = await roundRead(world, viewer, { comment: number });
  if (!facts) return null;
  const { values, given } = parameters();
  const own = ownCondition(viewer, given)();
  const seen = seenColumns(facts.side, own, 'v.n');
  const text = `
SELECT c.id, c.number, c."roundId", c.participant, ${seen.name(`k.${NAME_IN[locale]}`)} AS name, c."nameHidden", ${own} AS own, c."personId", c."organisationId",
       c.origin, c."enteredBy", c."receivedAt", c."receivedDay", c.language, c.version, d.role, d.language AS "documentLanguage", c.anchor,
       cl.number AS "clauseNumber", cl.heading AS "clauseHeading", cl.plain AS "clausePlain", cl.fate,
       ${seen.text} AS text, ${seen.wording} AS wording, ${seen.words} AS words, c.phase, c.hidden, v.n AS voices,
       (SELECT j.number FROM "Comment" j WHERE j.id = c."joinsId") AS joins, c."pointId", c.disposition, c.drafter, c.approver, c."dueDay", c."endedDay",
       ob.reckoning, ob."lawfulDue", ob."closedHow", ${shownBeforeIn(`'comment:' || c.id`)} AS "shownBefore"
  FROM "Comment" c
  CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM "Comment" j WHERE j."joinsId" = c.id AND j.phase IN ('open', 'disposed')) v${AUTHOR_JOINS}
  LEFT JOIN "Document" d ON d.id = c."documentId"
  LEFT JOIN "Clause" cl ON cl."documentId" = c."documentId" AND cl.anchor = c.anchor
  JOIN "Obligation" ob ON ob.stream = 'comment:' || c.id AND ob.key = '${COMMENT_CLOCK}'
 WHERE c.number = ${given(number)}`;
  // Of few shapes and asked for often: planned once a connection.
  const { rows } = await world.db.pool.query<Row>({ name: nameOfText('comment', text), text, values });
  const [row] = rows;
  return row ? { row, facts } : null;
}

/** The view of a found comment for this viewer. */
export async function commentView(
  world: Pick<World, 'db' | 'guide'>,
  viewer: Viewer | null,
  { row, facts }: CommentFound,
  { locale, lang }: { locale: Locale; lang: StateLanguage },
): Promise<CommentView> {
  const { round, today, open } = facts;
  const { edition, kind } = rulesOf(world, facts);
  const texts = edition.texts[locale];
  const [files, history, changes] = await Promise.all([
    row.words ? commentFiles(world, row, facts) : [],
    historyOf(world, row.id),
    row.disposition ? changesOf(world, facts.round, row.disposition.changes) : [],
  ]);
  const point = round.points.find(({ id }) => id === row.pointId);
  const { id, number, participant, name, nameHidden, own, origin, receivedDay, language, phase, voices, joins } = row;
  const { dueDay, endedDay, closedHow } = row;
  const alive = phase === 'open' && open;
  return {
    ...{
      id,
      number,
      participant,
      name,
      nameHidden,
      own,
      origin,
      receivedDay,
      language,
      phase,
      voices,
      joins,
      endedDay,
      today,
    },
    round: { id: round.id, number: round.number, title: saidIn(round.settings.title, lang), kind: round.kind, open },
    originName: texts[`origin.${origin}.name`] ?? origin,
    enteredBy: row.enteredBy && who(row.enteredBy),
    receivedAt: row.receivedAt.getTime(),
    place: placeView(row, texts),
    clause:
      row.clausePlain === null || row.version === null
        ? null
        : { text: row.clausePlain, version: row.version, fate: row.fate },
    ...{ text: row.text, wording: row.wording || null, files },
    proposal:
      row.wording && row.clausePlain
        ? clauseDifference({ plain: row.clausePlain }, { plain: row.wording }).parts
        : null,
    moderated: row.hidden && moderatedView(row.hidden, texts),
    moderation: history.flatMap(({ type, day, payload }) =>
      type === 'comment.withdrawn'
        ? []
        : [
            {
              ...{ day, shown: type === 'comment.restored', reason: payload.reason ?? '', by: who(payload.signatory) },
              groundName: payload.ground ? (texts[`moderation.${payload.ground}.name`] ?? payload.ground) : null,
            },
          ],
    ),
    statement: history.find(({ type }) => type === 'comment.withdrawn')?.payload.statement || null,
    point: point ? { id: point.id, title: titleOf(round, point, lang) } : null,
    answer:
      row.disposition && row.drafter && row.approver
        ? {
            ...answerView(row.disposition, { texts, lang }),
            ...{ changes, drafter: who(row.drafter), approver: who(row.approver) },
          }
        : null,
    clock: {
      ...{ dueDay, lawfulDue: row.lawfulDue, shownBefore: row.shownBefore ?? [] },
      clock: clockOf({ dueDay, closedDay: endedDay, closedHow }, today),
      daysLeft: workingDaysBetween(world.guide.calendar, today, dueDay),
      term: reasoned(edition, locale, row.reckoning),
      sources: (kind.rules[COMMENT_CLOCK]?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
    },
    may: {
      withdraw: alive && may(viewer, 'comment.withdraw', { ...round, ...row }),
      join: alive && kind.contributors === 'everyone' && !own && row.hidden === null,
      moderate: may(viewer, 'round.moderate', round),
    },
  };
}

const who = (signatory: Signatory | undefined): Who => ({ name: signatory?.name ?? '', post: signatory?.post ?? null });

type Told = {
  type: 'comment.moderated' | 'comment.restored' | 'comment.withdrawn';
  day: Day;
  payload: { ground?: string; reason?: string; statement?: string; signatory?: Signatory };
};

/** What was done with it in public: hidden, shown again, taken back. */
const historyOf = async ({ db }: Pick<World, 'db'>, commentId: string): Promise<Told[]> =>
  (
    await db.pool.query<Told>({
      name: 'comment_history',
      text: `SELECT type, day, payload FROM "Event" WHERE stream = $1 AND type IN ('comment.moderated', 'comment.restored', 'comment.withdrawn') ORDER BY version`,
      values: [`comment:${commentId}`],
    })
  ).rows;
