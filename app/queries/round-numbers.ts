// The contributions of a round in numbers: by who contributed and how it came in, by what became of it, by clause. Counted in one
// statement each over an index, so that a round with thousands of comments is as quick as one with ten.
import { DISPOSITIONS, ORIGINS, type DispositionId, type Origin, type StateLanguage } from '../../guide/schema';
import { PARTICIPANTS } from '../core/comment-event';
import type { World } from '../world';

export type Participant = (typeof PARTICIPANTS)[number];
type Cell = {
  participant: Participant;
  origin: Origin;
  language: 'kk' | 'ru' | 'en';
  phase: 'open' | 'disposed' | 'withdrawn';
  code: DispositionId | null;
  voice: boolean;
  hidden: boolean;
  n: number;
};
export type RoundNumbers = {
  /** Contributions that were not withdrawn, voices included. */
  total: number;
  voices: number;
  unanswered: number;
  withdrawn: number;
  hidden: number;
  byParticipant: Record<Participant, number>;
  byOrigin: Record<Origin, number>;
  byLanguage: Record<Cell['language'], number>;
  byCode: Record<DispositionId, number>;
};

const NUMBERS = `
SELECT participant, origin, language, phase, code, "joinsId" IS NOT NULL AS voice, hidden IS NOT NULL AS hidden, count(*)::int AS n
  FROM "Comment" WHERE "roundId" = $1::uuid GROUP BY 1, 2, 3, 4, 5, 6, 7`;

export async function roundNumbers({ db }: Pick<World, 'db'>, roundId: string): Promise<RoundNumbers> {
  const { rows } = await db.pool.query<Cell>({ name: 'round_numbers', text: NUMBERS, values: [roundId] });
  const living = rows.filter(({ phase }) => phase !== 'withdrawn');
  const sum = (wanted: (cell: Cell) => boolean, of: readonly Cell[] = living) =>
    of.reduce((total, cell) => total + (wanted(cell) ? cell.n : 0), 0);
  const by = <K extends string>(keys: readonly K[], of: (cell: Cell) => K | null) =>
    Object.fromEntries(keys.map((key) => [key, sum((cell) => of(cell) === key)])) as Record<K, number>;
  return {
    total: sum(() => true),
    voices: sum(({ voice }) => voice),
    unanswered: sum(({ phase }) => phase === 'open'),
    withdrawn: sum(({ phase }) => phase === 'withdrawn', rows),
    hidden: sum(({ hidden }) => hidden),
    byParticipant: by(PARTICIPANTS, ({ participant }) => participant),
    byOrigin: by(ORIGINS, ({ origin }) => origin),
    byLanguage: by(['kk', 'ru', 'en'] as const, ({ language }) => language),
    byCode: by(DISPOSITIONS, ({ code }) => code),
  };
}

/** Contributions at one clause of a document in one language, whatever version they were made on. */
export type ClauseCount = {
  role: string;
  language: StateLanguage;
  anchor: string;
  comments: number;
  voices: number;
  open: number;
};

const BY_CLAUSE = `
SELECT d.role, d.language, c.anchor, sum(c.comments)::int AS comments, sum(c.voices)::int AS voices, sum(c.open)::int AS open
  FROM (SELECT "documentId", anchor, count(*) FILTER (WHERE "joinsId" IS NULL) AS comments, count("joinsId") AS voices,
               count(*) FILTER (WHERE phase = 'open') AS open
          FROM "Comment" WHERE "roundId" = $1::uuid AND phase IN ('open', 'disposed') AND anchor IS NOT NULL GROUP BY 1, 2) c
  JOIN "Document" d ON d.id = c."documentId"
 GROUP BY 1, 2, 3`;

export const countsByClause = async ({ db }: Pick<World, 'db'>, roundId: string): Promise<ClauseCount[]> =>
  (await db.pool.query<ClauseCount>({ name: 'round_clauses', text: BY_CLAUSE, values: [roundId] })).rows;

/** Contributions by the point they belong to: all, and those still unanswered. */
export type PointCount = { pointId: string; n: number; voices: number; open: number };

const BY_POINT = `
SELECT "pointId", count(*)::int AS n, count("joinsId")::int AS voices, count(*) FILTER (WHERE phase = 'open')::int AS open
  FROM "Comment" WHERE "roundId" = $1::uuid AND phase IN ('open', 'disposed') AND "pointId" IS NOT NULL GROUP BY 1`;

export const countsByPoint = async ({ db }: Pick<World, 'db'>, roundId: string): Promise<PointCount[]> =>
  (await db.pool.query<PointCount>({ name: 'round_points', text: BY_POINT, values: [roundId] })).rows;
