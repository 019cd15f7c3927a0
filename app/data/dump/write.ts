// Writes the open data of scores: everything that published figures are counted from, the figures, and what of the guide they were
// reckoned by, as one state of the database. Called by commands/scores/publish-dump.
import type pg from 'pg';
import type { Guide } from '../../../guide/schema';
import { dayOf, type Day } from '../../core/day';
import { METHOD } from '../../core/score/method';
import { periodOf, type Period } from '../../core/score/period';
import { publicFrom } from '../../core/score/publication';
import type { World } from '../../world';
import type { Asking } from '../connect';
import { codeHash } from '../score-code';
import { publishedTrust } from '../score-trust';
import { inTransaction } from '../transaction';
import { FACT_TABLES, fileOf, TABLES, type TableName } from './columns';
import { writeJson, writeTable, type TableWritten, type Written } from './files';
import { STATEMENTS } from './statements';

/** Which figures go with the facts: `published` are those nobody disputes; `checked` also those that an earlier dump did not give. */
export type Which = 'published' | 'checked';
export type Dumped = { tables: Record<TableName, TableWritten>; guide: Written; places: number };

const BATCH = 5000;

/** The latest figures by this code of bodies and periods that no act has touched since, and where the ledger agrees with the tables. */
const FIGURES = (which: Which) => `
SELECT s."bodyId", b.slug AS body, s.period, s."reportDay", s.edition, s.method, s."codeHash", s."computedAt", s.figures, s.contests
  FROM (SELECT DISTINCT ON ("bodyId", period) * FROM "ScoreSnapshot" WHERE method = '${METHOD}' AND "bodyId" IS NOT NULL
         ORDER BY "bodyId", period, "computedAt" DESC, id DESC) s
  JOIN "Body" b ON b.id = s."bodyId"
 WHERE s."codeHash" = $1
   AND NOT EXISTS (SELECT 1 FROM "ScoreStale" t WHERE t."bodyId" = s."bodyId" AND t.period = s.period)
   AND NOT EXISTS (SELECT 1 FROM "ScoreMismatch" m WHERE m."bodyId" = s."bodyId" AND m.period = s.period AND m."settledAt" IS NULL
                   ${which === 'checked' ? `AND NOT 'dump' = ANY (m.parts)` : ''})
 ORDER BY b.slug, s.period`;

/** The latest overview of each period in which no figure is awaited: what was appended since is the same put together. */
const OVERVIEWS = `
SELECT o.period, o."reportDay", o.edition, o.method, o."codeHash", o."computedAt", o.figures AS overview
  FROM (SELECT DISTINCT ON (period) * FROM "ScoreSnapshot" WHERE method = '${METHOD}' AND "bodyId" IS NULL ORDER BY period, "computedAt" DESC, id DESC) o
 WHERE o."codeHash" = $1
   AND NOT EXISTS (SELECT 1 FROM "ScoreStale" t WHERE t.period = o.period)
 ORDER BY o.period`;

type FigureRow = { bodyId: string; body: string; period: Period; edition: string; computedAt: Date };

/** A quarter's figures are everybody's from their day on, and so is what they are counted from. */
const isPublic = (guide: Guide, period: Period, today: Day): boolean => {
  const { scoring } = guide.inForceOn(today);
  return scoring !== null && publicFrom(period, { calendar: guide.calendar, scoring }) <= today;
};

/** Writes every file into `folder`, which is there and empty. */
export function writeDump({ db, guide, now }: Pick<World, 'db' | 'guide' | 'now'>, folder: string, which: Which): Promise<Dumped> {
  return inTransaction(db, async (through) => {
    await through.query({ text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ' });
    const latest = async (text: string) =>
      (await through.query<FigureRow>({ text, values: [codeHash()] })).rows.filter(({ period }) => isPublic(guide, period, dayOf(now())));
    const [figures, overviews] = [await latest(FIGURES(which)), await latest(OVERVIEWS)];
    const places = [figures.map(({ bodyId }) => bodyId), figures.map(({ period }) => period)];
    const table = (name: TableName, rows: AsyncIterable<Record<string, unknown>[]>) =>
      writeTable(folder, { file: fileOf(name), columns: TABLES[name], rows });
    const tables: Partial<Record<TableName, TableWritten>> = {};
    for (const name of ['bodies', ...FACT_TABLES, 'pastCases'] as const) tables[name] = await table(name, read(through, name, { guide, places, today: dayOf(now()) }));
    const slugs = new Map(figures.map(({ bodyId, body }) => [bodyId, body]));
    const trust = (await publishedTrust(db, guide, periodOf(dayOf(now())))).filter(({ period }) => figures.some((one) => one.period === period));
    tables.trust = await table('trust', once(trust.flatMap(({ bodyId, ...rest }) => (slugs.has(bodyId) ? [{ body: slugs.get(bodyId), ...rest }] : []))));
    tables.figures = await table('figures', once(figures.map(plain)));
    tables.overviews = await table('overviews', once(overviews.map(plain)));
    const editions = [...new Set([...figures, ...overviews].map(({ edition }) => edition))].sort();
    return {
      tables: tables as Dumped['tables'],
      guide: await writeJson(folder, 'guide.json', guideOf(guide, editions)),
      places: figures.length,
    };
  });
}

const plain = ({ computedAt, ...row }: FigureRow): Record<string, unknown> => ({ ...row, computedAt: computedAt.toISOString() });
const guideOf = (guide: Guide, editions: readonly string[]) => ({
  editions: editions.map((id) => ({ id, sha256: guide.hashes[`edition ${id}`], scoring: guide.edition(id).scoring })),
  calendar: guide.calendar,
});

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

/** All rows of a table, some thousands at once, however many there are. */
async function* read(
  through: Asking,
  name: keyof typeof STATEMENTS,
  { guide, places, today }: { guide: Guide; places: readonly string[][]; today: Day },
): AsyncGenerator<pg.QueryResultRow[]> {
  const { text, rowOf } = STATEMENTS[name];
  await through.query({ text: `DECLARE dumped NO SCROLL CURSOR FOR ${text}`, values: [...places, today] });
  for (;;) {
    const { rows } = await through.query<pg.QueryResultRow>({ text: `FETCH ${BATCH} FROM dumped` });
    yield rowOf ? rows.map((row) => rowOf(row, guide)) : rows;
    if (rows.length < BATCH) break;
  }
  await through.query({ text: 'CLOSE dumped' });
}
