// The comments of a round: filters, search, keyset pages both ways without a ceiling. Comments come with the number of voices that
// joined them; voices themselves are listed where they are asked for. What a viewer may not see is not in it.
import type { DispositionId, Locale, Origin, StateLanguage } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import type { CommentPhase } from '../core/comment';
import { titleOf } from '../core/point-title';
import type { Disposition } from '../core/round-event';
import { saidIn, type Said } from '../core/said';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { readQuestion, type Question } from './search-question';
import { clausePlace, commentCursorText, type CommentCursor, type CommentFilter } from './comment-filter';
import { moderatedView, placeView, type Hidden, type Moderated, type Placed, type PlaceView } from './comment-parts';
import { AUTHOR_JOINS, ownCondition, searchable, seenColumns } from './comment-seen';
import { rulesOf } from './round-clock';
import type { RoundRead } from './round-facts';
import type { Participant } from './round-numbers';
import { NAME_IN, parameters } from './statement';

const PAGE = 25;
/** Characters of a comment's words that a list shows. */
const EXCERPT = 700;

export type CommentRow = {
  id: string;
  number: string;
  participant: Participant;
  /** Null when the name is hidden from this viewer. */
  name: string | null;
  own: boolean;
  origin: Origin;
  originName: string;
  receivedDay: Day;
  language: Locale;
  /** The document or the clause it is about; null for the draft as a whole. */
  place: PlaceView | null;
  /** Null where this viewer may not read the words. */
  text: string | null;
  cut: boolean;
  hasWording: boolean;
  phase: CommentPhase;
  moderated: Moderated | null;
  voices: number;
  joins: string | null;
  point: { id: string; title: string } | null;
  code: DispositionId | null;
  codeName: string | null;
  reason: Said | null;
  dueDay: Day;
  endedDay: Day | null;
  overdue: boolean;
};
export type CommentPage = { rows: CommentRow[]; newer: string | null; older: string | null };

type Row = Omit<
  CommentRow,
  'originName' | 'place' | 'moderated' | 'point' | 'codeName' | 'reason' | 'overdue' | 'cut'
> &
  Placed & { receivedAt: Date; hidden: Hidden | null; pointId: string | null; disposition: Disposition | null };
type Asked = {
  filter: CommentFilter;
  after?: CommentCursor | null;
  before?: CommentCursor | null;
  limit?: number;
  locale: Locale;
  lang: StateLanguage;
  /** Only these, by id. */
  ids?: readonly string[];
};

/** A page of a round's comments, in the order asked for. */
export async function listComments(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  viewer: Viewer | null,
  facts: RoundRead,
  { filter, after = null, before = null, limit = PAGE, locale, lang, ids }: Asked,
): Promise<CommentPage> {
  const { values, given } = parameters();
  const own = ownCondition(viewer, given);
  const seen = seenColumns(facts.side, own(), 'v.n');
  const at = before ?? after;
  const order = before ? 'ASC' : 'DESC';
  const byVoices = filter.order === 'voices';
  const key = byVoices ? `v.n, c."receivedAt", c.id` : `c."receivedAt", c.id`;
  const keyset = at
    ? [
        `(${key}) ${before ? '>' : '<'} (${byVoices ? `${given(at.voices)}, ` : ''}${given(new Date(at.at).toISOString())}::timestamptz, ${given(at.id)}::uuid)`,
      ]
    : [];
  const some = ids ? [`c.id = ANY (${given(ids)}::uuid[])`] : [];
  const question = filter.q ? await readQuestion(world, filter.q, { beginnings: true }) : null;
  const conditions = [...conditionsOf({ facts, filter, question, own: own(), given }), ...some, ...keyset];
  // The page is found first, and only it is joined to names and places. An order by voices counts them for the whole round, any other
  // for the page alone.
  const living = `phase IN ('open', 'disposed')`;
  const counted = byVoices
    ? `
  LEFT JOIN (SELECT "joinsId", count(*)::int AS n FROM "Comment" WHERE "roundId" = ${given(facts.round.id)}::uuid AND "joinsId" IS NOT NULL AND ${living} GROUP BY 1) w ON w."joinsId" = c.id
  CROSS JOIN LATERAL (SELECT coalesce(w.n, 0) AS n) v`
    : '';
  const page = `
  SELECT c.*${byVoices ? ', v.n' : ''} FROM "Comment" c${counted}
   WHERE ${conditions.join(' AND ')} ORDER BY ${orderOf(key, order)} LIMIT ${limit + 1}`;
  const voices = byVoices ? 'c.n' : `(SELECT count(*)::int FROM "Comment" j WHERE j."joinsId" = c.id AND j.${living})`;
  const text = `
SELECT c.id, c.number, c.participant, ${seen.name(`k.${NAME_IN[locale]}`)} AS name, ${seen.own} AS own, c.origin, c."receivedAt", c."receivedDay", c.language,
       d.role, d.language AS "documentLanguage", c.anchor, cl.number AS "clauseNumber", cl.heading AS "clauseHeading",
       left(${seen.text}, ${EXCERPT + 1}) AS text, c.wording <> '' AND ${seen.words} AS "hasWording", c.phase, c.hidden, v.n AS voices,
       (SELECT j.number FROM "Comment" j WHERE j.id = c."joinsId") AS joins, c."pointId", c.code, c.disposition, c."dueDay", c."endedDay"
  FROM (${page}) c
  CROSS JOIN LATERAL (SELECT ${voices} AS n) v${AUTHOR_JOINS}
  LEFT JOIN "Document" d ON d.id = c."documentId"
  LEFT JOIN "Clause" cl ON cl."documentId" = c."documentId" AND cl.anchor = c.anchor
 ORDER BY ${orderOf(key, order)}`;
  const { rows: found } = await world.db.pool.query<Row>({ text, values });
  const more = found.length > limit;
  const shown = found.slice(0, limit);
  if (before) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown.map((row) => viewOf(world, facts, row, { locale, lang })),
    newer: first && (before ? more : after !== null) ? commentCursorText(first) : null,
    older: last && (before ? true : more) ? commentCursorText(last) : null,
  };
}

const orderOf = (key: string, order: string): string =>
  key
    .split(', ')
    .map((column) => `${column} ${order}`)
    .join(', ');

type Conditions = {
  facts: RoundRead;
  filter: CommentFilter;
  question: Question | null;
  own: string;
  given: (value: unknown) => string;
};

/** Conditions to be joined by AND. Voices are left out unless something is asked that a voice can be found by. */
function conditionsOf({ facts, filter, question, own, given }: Conditions): string[] {
  const { q, clause, point, answer, participant, origin, language, joins } = filter;
  const place = clause ? clausePlace(clause) : null;
  const voicesToo = Boolean(q || joins || point || participant || origin);
  return [
    `c."roundId" = ${given(facts.round.id)}::uuid`,
    ...(voicesToo ? [] : [`c."joinsId" IS NULL`]),
    ...(q
      ? [
          question?.tsquery
            ? `(c.number = ${given(q.toUpperCase())} OR c.id IN (SELECT s.id FROM "SearchEntry" s WHERE s.kind = 'comment' AND s.words @@ ${given(question.tsquery)}::tsquery))`
            : 'false',
          searchable(facts.side, own),
        ]
      : []),
    ...(clause
      ? [
          place
            ? `c.anchor = ${given(place.anchor)} AND c."documentId" IN (SELECT id FROM "Document" WHERE "roundId" = ${given(facts.round.id)}::uuid AND role = ${given(place.role)} AND language = ${given(place.language)})`
            : 'false',
        ]
      : []),
    ...(point ? [`c."pointId" = ${given(point)}::uuid`] : []),
    ...(joins ? [`c."joinsId" = (SELECT j.id FROM "Comment" j WHERE j.number = ${given(joins)})`] : []),
    ...answerIs(answer, given),
    ...(participant ? [`c.participant = ${given(participant)}`] : []),
    ...(origin ? [`c.origin = ${given(origin)}`] : []),
    ...(language ? [`c.language = ${given(language)}`] : []),
  ];
}

/** Withdrawn ones stand in the list where all are asked for: what was taken back is said, not passed over. */
function answerIs(answer: CommentFilter['answer'], given: (value: unknown) => string): string[] {
  switch (answer) {
    case null:
      return [];
    case 'unanswered':
      return [`c.phase = 'open'`];
    case 'withdrawn':
      return [`c.phase = 'withdrawn'`];
    case 'hidden':
      return ['c.hidden IS NOT NULL'];
    default:
      return [`c.code = ${given(answer)}`];
  }
}

function viewOf(
  world: Pick<World, 'guide' | 'now'>,
  facts: RoundRead,
  row: Row,
  { locale, lang }: { locale: Locale; lang: StateLanguage },
): CommentRow {
  const texts = rulesOf(world, facts).edition.texts[locale];
  const { id, number, participant, name, own, origin, receivedDay, language, hasWording, phase, voices, joins } = row;
  const { code, dueDay, endedDay, disposition } = row;
  const point = facts.round.points.find((one) => one.id === row.pointId);
  return {
    ...{ id, number, participant, name, own, origin, receivedDay, language, hasWording, phase, voices, joins },
    ...{ code, dueDay, endedDay },
    text: row.text && row.text.slice(0, EXCERPT),
    cut: (row.text?.length ?? 0) > EXCERPT,
    originName: texts[`origin.${row.origin}.name`] ?? row.origin,
    place: placeView(row, texts),
    moderated: row.hidden && moderatedView(row.hidden, texts),
    point: point ? { id: point.id, title: titleOf(facts.round, point, lang) } : null,
    codeName: row.code && (texts[`disposition.${row.code}.name`] ?? row.code),
    reason: disposition && saidIn(disposition.reason, lang),
    overdue: row.phase === 'open' && row.dueDay < dayOf(world.now()),
  };
}
