// What became of a record since a dossier of it was issued: for the page to which the square code of a dossier leads. Of what is not public it
// tells how many events followed, and nothing else that the dossier does not say itself.
import { dayOf, type Day } from '../core/day';
import { checkFile, issuedIn, type Issued } from '../data/register/issued';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { standInRegister, type InRegister } from './case-dossier';

export type IssuedView = Issued & {
  noun: 'appeal' | 'round';
  /** The record still has exactly these events: the last of them has the hash that the note names. */
  holds: boolean;
  /** Events of the record since; of a round, in its comments too since that day. */
  since: number;
  /** Everyone may open the record. */
  open: boolean;
  register: InRegister | null;
  /** The last hash as it stands in the ledger; null where the record does not hold. */
  hash: string | null;
};

type Row = { stream: string; noun: IssuedView['noun']; open: boolean; hash: string | null; since: number };
const ROW = `
SELECT r.stream, r.noun, r.open,
       (SELECT e.hash FROM "Event" e WHERE e.stream = r.stream AND e.version = $2) AS hash,
       (SELECT count(*)::int FROM "Event" e WHERE e.stream = r.stream AND e.version > $2)
       + CASE r.noun WHEN 'round' THEN (SELECT count(*)::int FROM "Comment" c JOIN "Event" e ON e.stream = 'comment:' || c.id WHERE c."roundId" = r.id AND e.day > $3) ELSE 0 END AS since
  FROM (SELECT id, 'appeal:' || id AS stream, 'appeal' AS noun, ${openOn('$4', 'a')} AS open FROM "Appeal" a WHERE number = $1
        UNION ALL SELECT id, 'round:' || id, 'round', true FROM "Round" WHERE number = $1) r`;

/** Public halves of the keys that sign here. */
const keysOf = async ({ register }: Pick<World, 'register'>): Promise<string[]> =>
  (await register.keys.read()).map(({ id }) => id);

/** Null for a note that is not ours. */
export async function issuedDossier(
  world: Pick<World, 'db' | 'register' | 'now'>,
  code: string,
): Promise<IssuedView | null> {
  const issued = issuedIn(await keysOf(world), code);
  if (!issued) return null;
  const { number, version, day } = issued;
  const today: Day = dayOf(world.now());
  const { rows } = await world.db.pool.query<Row>({ name: 'issued', text: ROW, values: [number, version, day, today] });
  const [row] = rows;
  // A note of ours about a record that is not here any more holds nothing.
  if (!row) return { ...issued, noun: 'appeal', holds: false, since: 0, open: false, register: null, hash: null };
  const { stream, noun, open, hash, since } = row;
  const holds = hash?.startsWith(issued.head) ?? false;
  return {
    ...{ ...issued, noun, open, since, holds },
    hash: holds ? hash : null,
    register: holds ? await standInRegister(world, stream, version) : null,
  };
}

/** The note at the end of a file of ours, and whether the file is whole; null where there is none. */
export async function issuedFile(
  world: Pick<World, 'register'>,
  file: Buffer,
): Promise<{ code: string; whole: boolean } | null> {
  const found = checkFile(await keysOf(world), file);
  return found && { code: found.code, whole: found.whole };
}
