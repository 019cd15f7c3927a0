// Whose cases an export takes along, and how many they are: by keyset, and by one count before anything is sent. Asked by the command and
// by queries/own-data.
import type { Database } from './connect';

/** Whose cases: a person's own, those in the name of an organisation, or those of a body in one year. */
export type Whose =
  | { of: 'person' | 'organisation'; id: string }
  | { of: 'body'; id: string; year: number };

const WHERE = {
  person: '"personId" = $1::uuid AND "organisationId" IS NULL',
  organisation: '"organisationId" = $1::uuid',
  body: '"bodyId" = $1::uuid',
} as const;
const BATCH = 200;
const spanOf = (whose: Whose): [from: string, to: string] =>
  whose.of === 'body' ? [`${whose.year}-01-01`, `${whose.year}-12-31`] : ['', '9999-12-31'];

/** How many cases, and how many bytes their files have. */
export async function sizeOf({ pool }: Pick<Database, 'pool'>, whose: Whose): Promise<{ cases: number; bytes: number }> {
  const { rows } = await pool.query<{ cases: string; bytes: string | null }>({
    text: `SELECT (SELECT count(*) FROM "Appeal" WHERE ${WHERE[whose.of]} AND "receivedDay" BETWEEN $2 AND $3) AS cases,
                  (SELECT sum(f.size::bigint) FROM "File" f JOIN "Appeal" a ON a.id = f."appealId" WHERE a.${WHERE[whose.of].replace(' AND "', ' AND a."')} AND a."receivedDay" BETWEEN $2 AND $3) AS bytes`,
    values: [whose.id, ...spanOf(whose)],
  });
  return { cases: Number(rows[0]?.cases ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}

/** Their numbers, in order. */
export async function* numbersOf({ pool }: Pick<Database, 'pool'>, whose: Whose): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    const { rows } = await pool.query<{ number: string }>({
      text: `SELECT number FROM "Appeal" WHERE ${WHERE[whose.of]} AND "receivedDay" BETWEEN $2 AND $3 AND number > $4 ORDER BY number LIMIT ${BATCH}`,
      values: [whose.id, ...spanOf(whose), last],
    });
    for (const { number } of rows) yield number;
    last = rows.at(-1)?.number ?? last;
    if (rows.length < BATCH) return;
  }
}

