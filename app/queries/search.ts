// The search page: what was found of one noun with the part of its text in which the words stand, how much there is of each, and where
// nothing was found, what may have been meant. Plain views in the reader's language, of what this viewer may read.
import type { Locale, Stage } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { readFact, type Fact } from '../core/event';
import { snippetOf, type Piece } from '../core/search/snippet';
import { SPEAKING, textsOf } from '../core/search/texts';
import { standingOf, type Standing, type StandingFacts } from '../core/standing';
import type { Viewer } from '../core/viewer';
import { OPEN_TEXTS } from '../data/search-files';
import type { World } from '../world';
import { FOUND_KINDS, type FoundKind, type Place, type SearchFilter } from './search-filter';
import { countFound, findPage, PAGE, type Found } from './search-list';
import { hitsIn, readQuestion, type Question } from './search-question';
import { mended, slipsOf, type Slip } from './search-slips';
import { stageColumn } from './stage-where';
import { NAME_IN, parameters } from './statement';

export type Part = 'body' | 'said' | 'file';
export type Hit = {
  what: FoundKind;
  number: string;
  /** Empty for a comment, which has none. */
  title: Piece[];
  lang: Locale;
  /** The round of a comment. */
  round: string | null;
  body: { slug: string; name: string };
  day: Day;
  standing: Standing | null;
  stage: Stage | null;
  stageName: string | null;
  parts: { part: Part; name: string | null; pieces: Piece[] }[];
};
export type SearchView = {
  hits: Hit[];
  counts: Record<FoundKind, number>;
  newer: Place | null;
  older: Place | null;
  /** What was mended to find anything. */
  slips: Slip[];
  /** Words that can be asked for one by one, where all together found nothing. */
  single: string[];
};
type Asked = { filter: SearchFilter; after?: Place | null; before?: Place | null; locale: Locale };

const NOTHING: SearchView = {
  hits: [],
  counts: { appeal: 0, round: 0, comment: 0 },
  newer: null,
  older: null,
  slips: [],
  single: [],
};

export async function search(world: World, viewer: Viewer | null, asked: Asked): Promise<SearchView> {
  const { filter } = asked;
  const question = await readQuestion(world, filter.q);
  if (question.words.length === 0) return NOTHING;
  const found = await look(world, viewer, question, asked);
  if (Object.values(found.counts).some((count) => count > 0) || asked.after || asked.before) return found;
  for (const what of [filter.what, ...FOUND_KINDS.filter((one) => one !== filter.what)]) {
    const slips = await slipsOf(world, viewer, { filter, what });
    if (slips.length === 0) continue;
    const again = { ...asked, filter: { ...filter, q: mended(filter.q, slips) } };
    const second = await look(world, viewer, await readQuestion(world, again.filter.q), again);
    if (Object.values(second.counts).some((count) => count > 0)) return { ...second, slips };
  }
  const single = question.words.length > 1 ? question.words.map(({ word }) => word) : [];
  return { ...found, single };
}

async function look(world: World, viewer: Viewer | null, question: Question, asked: Asked): Promise<SearchView> {
  const { filter, after = null, before = null, locale } = asked;
  const paging = { after, before, limit: PAGE };
  const [page, ...counts] = await Promise.all([
    findPage(world, viewer, { filter, question, what: filter.what }, paging),
    ...FOUND_KINDS.map((what) =>
      what === filter.what && !after && !before ? null : countFound(world, viewer, { filter, question, what }),
    ),
  ]);
  const countOf = (what: FoundKind) => counts[FOUND_KINDS.indexOf(what)] ?? page.count ?? 0;
  return {
    hits: await hitsOf(world, filter.what, page.rows, question, locale),
    counts: { appeal: countOf('appeal'), round: countOf('round'), comment: countOf('comment') },
    ...{ newer: page.newer, older: page.older, slips: [], single: [] },
  };
}

type Row = {
  id: string;
  number: string;
  language: Locale;
  round: string | null;
  slug: string;
  body: string;
  day: Day;
  edition: string;
  /** Then a file's name might tell whose it is. */
  nameHidden: boolean;
  standing: StandingFacts | null;
  stage: Stage | null;
};

const ROWS: Record<FoundKind, (locale: Locale, today: string) => string> = {
  appeal: (
    locale,
  ) => `SELECT a.id, a.number, a.language, NULL AS round, b.slug, b.${NAME_IN[locale]} AS body, a."receivedDay" AS day, a.edition, a."nameHidden",
    jsonb_build_object('phase', a.phase, 'registeredDay', a."registeredDay", 'dueDay', a."dueDay", 'endedDay', a."endedDay") AS standing, NULL AS stage FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId" WHERE a.id = ANY ($1::uuid[]) AND $2::text IS NOT NULL`,
  round: (
    locale,
    today,
  ) => `SELECT r.id, r.number, '${locale === 'kk' ? 'kk' : 'ru'}' AS language, NULL AS round, b.slug, b.${NAME_IN[locale]} AS body, r."opensDay" AS day, r.edition, false AS "nameHidden",
    NULL AS standing, ${stageColumn(today)} AS stage FROM "Round" r JOIN "Body" b ON b.id = r."bodyId" WHERE r.id = ANY ($1::uuid[])`,
  comment: (
    locale,
    today,
  ) => `SELECT c.id, c.number, c.language, r."title${locale === 'kk' ? 'Kk' : 'Ru'}" AS round, b.slug, b.${NAME_IN[locale]} AS body, c."receivedDay" AS day, c.edition, c."nameHidden",
    NULL AS standing, ${stageColumn(today)} AS stage FROM "Comment" c JOIN "Round" r ON r.id = c."roundId" JOIN "Body" b ON b.id = c."bodyId" WHERE c.id = ANY ($1::uuid[])`,
};

async function hitsOf(
  world: World,
  what: FoundKind,
  found: readonly Found[],
  question: Question,
  locale: Locale,
): Promise<Hit[]> {
  if (found.length === 0) return [];
  const { values, given } = parameters();
  given(found.map(({ id }) => id));
  const today = dayOf(world.now());
  const [{ rows }, told, files] = await Promise.all([
    world.db.pool.query<Row>({ name: `search_${what}_${locale}`, text: ROWS[what](locale, given(today)), values }),
    toldIn(world, what, found),
    filesIn(world, what, found),
  ]);
  const hitOf = hitsIn(question);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { head, body, said } = textsOf(told.get(id) ?? []);
    const title = head[what === 'round' && locale !== 'kk' ? 1 : 0] ?? '';
    const parts = [
      ...body.map((text) => ({ part: 'body' as const, name: null, text })),
      ...said.map((text) => ({ part: 'said' as const, name: null, text })),
      ...(files.get(id) ?? []).map(({ name, text }) => ({
        part: 'file' as const,
        name: row.nameHidden ? null : name,
        text,
      })),
    ].flatMap(({ part, name, text }) => {
      const pieces = snippetOf(text, hitOf);
      return pieces ? [{ part, name, pieces }] : [];
    });
    const edition = world.guide.edition(row.edition);
    return [
      {
        ...{ what, number: row.number, lang: row.language, round: row.round, day: row.day, stage: row.stage },
        title: snippetOf(title, hitOf, { whole: true }) ?? [{ text: title, hit: false }],
        body: { slug: row.slug, name: row.body },
        standing: row.standing && standingOf(row.standing, today),
        stageName: row.stage && (edition.texts[locale][`stage.${row.stage}.name`] ?? row.stage),
        parts: parts.length > 0 ? bestParts(parts) : opening(body[0]),
      },
    ];
  });
}

/** One stretch of each part at most, and not more than two. */
const bestParts = <P extends { part: Part }>(parts: readonly P[]): P[] =>
  parts.filter((one, at) => parts.findIndex(({ part }) => part === one.part) === at).slice(0, 2);

/** Where the words stand in the title alone: how the text begins. */
const opening = (text: string | undefined): Hit['parts'] =>
  text
    ? [
        {
          part: 'body',
          name: null,
          pieces: [{ text: text.length > OPENING ? `${text.slice(0, OPENING)}…` : text, hit: false }],
        },
      ]
    : [];
const OPENING = 200;

async function toldIn({ db }: World, what: FoundKind, found: readonly Found[]): Promise<Map<string, Fact[]>> {
  const { rows } = await db.pool.query<{ stream: string; type: string; payload: unknown }>({
    name: 'search_told',
    text: `SELECT stream, type, payload FROM "Event" WHERE stream = ANY ($1::text[]) AND type = ANY ($2::text[]) ORDER BY stream, version`,
    values: [found.map(({ id }) => `${what}:${id}`), SPEAKING],
  });
  const told = new Map<string, Fact[]>();
  for (const { stream, type, payload } of rows) {
    const id = stream.slice(what.length + 1);
    told.set(id, [...(told.get(id) ?? []), readFact(type, payload)]);
  }
  return told;
}

async function filesIn(
  { db }: World,
  what: FoundKind,
  found: readonly Found[],
): Promise<Map<string, { name: string; text: string }[]>> {
  const { rows } = await db.pool.query<{ stream: string; name: string; text: string }>({
    name: 'search_files',
    text: `SELECT f.stream, f.name, t.text FROM ${OPEN_TEXTS} WHERE f.stream = ANY ($1::text[]) ORDER BY f.id`,
    values: [found.map(({ id }) => `${what}:${id}`)],
  });
  const files = new Map<string, { name: string; text: string }[]>();
  for (const { stream, name, text } of rows) {
    const id = stream.slice(what.length + 1);
    files.set(id, [...(files.get(id) ?? []), { name, text }]);
  }
  return files;
}
