// Representatives whose last day is near: they and the others of the organisation are told by letter, each once for each day that was set.
// Called by the job lapse.
import type { LetterOf } from '../../core/letter';
import { lastDayAt, nearUntil } from '../../core/mandate';
import { letterRow } from '../../data/ledger';
import { batch } from '../../data/write';
import type { World } from '../../world';

const AT_ONCE = 1_000;
const IN_FORCE = (alias: string) => `${alias}.role = 'representative' AND ${alias}.since <= $1::timestamptz`;

const NEAR = `
WITH near AS (
  SELECT m.id, m."organisationId", m.until, p.name AS person, o.name AS organisation
    FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL JOIN "Organisation" o ON o.id = m."organisationId"
   WHERE ${IN_FORCE('m')} AND m.until > $1::timestamptz AND m.until <= $2::timestamptz
), told AS (
  SELECT DISTINCT n."organisationId", n.until, n.person, n.organisation, r.id AS "personId", r.email, r.locale,
         'mandate-ends:' || n.id || ':' || extract(epoch FROM n.until)::bigint || ':' || r.id AS key
    FROM near n JOIN "Membership" t ON t."organisationId" = n."organisationId" AND ${IN_FORCE('t')} AND (t.until IS NULL OR t.until > $1::timestamptz)
    JOIN "Person" r ON r.id = t."personId" AND r."closedAt" IS NULL
)
SELECT * FROM told WHERE NOT EXISTS (SELECT 1 FROM "Letter" l WHERE l.key = told.key) ORDER BY until, key LIMIT ${AT_ONCE}`;

type Row = {
  organisationId: string;
  until: Date;
  person: string;
  organisation: string;
  personId: string;
  email: string;
  locale: string;
  key: string;
};

/** Writes the letters that are due and not written yet; what is more than one run takes comes with the next. Gives how many. */
export async function tellOfEndingMandates(world: World): Promise<number> {
  const now = world.now();
  const { rows } = await world.db.pool.query<Row>({
    name: 'ending_mandates',
    text: NEAR,
    values: [new Date(now).toISOString(), new Date(nearUntil(now)).toISOString()],
  });
  if (rows.length === 0) return 0;
  const write = batch();
  write.insert({
    table: 'Letter',
    rows: rows.map(({ organisationId, until, person, organisation, ...to }) => {
      const data: LetterOf<'mandate_notice'>['data'] = {
        ...{ change: 'ends', organisation, person, to: null, lastDay: lastDayAt(until.getTime()) },
        path: `/account#colleagues-${organisationId}`,
      };
      return letterRow(world, { ...to, letter: 'mandate_notice', data, stream: null }, now);
    }),
    onConflict: 'nothing',
  });
  const statement = write.statement();
  if (statement) await world.db.pool.query(statement);
  world.wake('deliver');
  return rows.length;
}
