// People from a table: each is invited by the house's own letter, in their language; what they did not take is withdrawn.
import { dayOf } from '../../core/day';
import { keyOfMandate, people as table, type KnownPeople, type PersonRow } from '../../core/imports/people';
import type { Kept } from '../../core/imports/table';
import type { Asking } from '../connect';
import { invitationOf } from '../invitations';
import { addPass } from '../passes';
import { batch } from '../write';
import { importKind } from './kind';

const PLACES = `
SELECT slug AS place, id, "closedAt" IS NOT NULL AS closed, "nameKk" AS kk, "nameRu" AS ru, "nameEn" AS en FROM "Body" WHERE slug = ANY ($1::text[])
UNION ALL SELECT bin, id, false, name, name, name FROM "Organisation" WHERE bin = ANY ($1::bpchar[])`;
const ACCOUNTS = `SELECT email, id, locale, "closedAt" IS NOT NULL AS closed FROM "Person" WHERE email = ANY ($1::text[])`;
/** What is held, after what was only offered: of both, the first is told. */
const STANDING = `
SELECT p.email, p.role, coalesce(b.slug, o.bin) AS place, p.id, 'invited' AS note
  FROM "Pass" p LEFT JOIN "Body" b ON b.id = p."bodyId" LEFT JOIN "Organisation" o ON o.id = p."organisationId"
 WHERE p.purpose = 'invitation' AND p.email = ANY ($1::text[]) AND p."usedAt" IS NULL AND p."expiresAt" > $2::timestamptz
UNION ALL
SELECT p.email, m.role, coalesce(b.slug, o.bin), m.id, 'holds'
  FROM "Membership" m JOIN "Person" p ON p.id = m."personId" LEFT JOIN "Body" b ON b.id = m."bodyId" LEFT JOIN "Organisation" o ON o.id = m."organisationId"
 WHERE p.email = ANY ($1::text[]) AND p."closedAt" IS NULL AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)`;

type Place = { place: string; id: string; closed: boolean; kk: string; ru: string; en: string };
type Account = { email: string; id: string; locale: string; closed: boolean };
type Standing = Pick<PersonRow, 'email' | 'role' | 'place'> & { id: string; note: 'holds' | 'invited' };

async function known(db: Asking, now: number, rows: readonly PersonRow[]): Promise<KnownPeople> {
  const emails = rows.map(({ email }) => email);
  const places = await db.query<Place>({ name: 'import_places', text: PLACES, values: [rows.map(({ place }) => place)] });
  const accounts = await db.query<Account>({ name: 'import_accounts', text: ACCOUNTS, values: [emails] });
  const at = new Date(now).toISOString();
  const standing = await db.query<Standing>({ name: 'import_standing', text: STANDING, values: [emails, at] });
  return {
    today: dayOf(now),
    places: new Map(places.rows.map(({ place, id, closed, ...names }) => [place, { id, closed, names }])),
    accounts: new Map(accounts.rows.map(({ email, ...account }) => [email, account])),
    standing: new Map(standing.rows.map(({ id, note, ...mandate }) => [keyOfMandate(mandate), { id, note }])),
  };
}

export const people = importKind({
  ...table,
  holdsTree: false,
  known: (db, { now }, rows) => known(db, now(), rows),
  async write(tx, world, { table: { by }, doing, known: { places, accounts } }) {
    const write = batch();
    for (const { row, objectId } of doing) {
      const { email, role, place, post, lastDay, name, language } = row;
      const there = places.get(place);
      if (!there) throw new Error(`an invitation to nowhere: ${place}`);
      const isOfficial = role !== 'representative';
      const at = { bodyId: isOfficial ? there.id : null, organisationId: isOfficial ? null : there.id, councilId: null };
      const account = accounts.get(email);
      const [pass, letter] = invitationOf({
        ...{ email, place: { role, ...at }, post: isOfficial ? post : null, by, named: there.names },
        details: account ? { lastDay } : { lastDay, name },
      });
      const to = { personId: account?.id ?? null, locale: account?.locale ?? language };
      addPass(write, world, { id: objectId, ...pass }, to, letter);
    }
    const statement = write.statement();
    if (statement) await tx.query(statement);
  },
  remove: withdrawn,
});

/** The link works no more; a letter that did not leave yet is not sent. 'taken' where the person said yes. */
async function withdrawn(tx: Asking, { now }: { now(): number }, passId: string): Promise<Kept | null> {
  const at = new Date(now()).toISOString();
  const { rowCount } = await tx.query({
    text: `UPDATE "Pass" SET "usedAt" = $2::timestamptz WHERE id = $1::uuid AND "usedAt" IS NULL`,
    values: [passId, at],
  });
  if (rowCount === 1) {
    await tx.query({ text: `DELETE FROM "Letter" WHERE key = 'pass:' || $1::text AND state = 'waiting'`, values: [passId] });
    return null;
  }
  // Used: taken by the person, or put away when they were invited once more. One that is gone was over long ago.
  const { rows } = await tx.query<{ taken: boolean }>({ text: TAKEN, values: [passId] });
  return rows[0]?.taken ? 'taken' : null;
}
const TAKEN = `
SELECT EXISTS (
  SELECT 1 FROM "Pass" p JOIN "Person" h ON h.email = p.email JOIN "Membership" m ON m."personId" = h.id AND m.role = p.role
     AND m."bodyId" IS NOT DISTINCT FROM p."bodyId" AND m."organisationId" IS NOT DISTINCT FROM p."organisationId"
   WHERE p.id = $1::uuid AND m.since >= p."createdAt") AS taken`;
