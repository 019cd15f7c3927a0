// How a body has arranged its own work, as acts on its cases need it.
import type { Instant } from '../core/day';
import type { Signatory } from '../core/event';
import { OFFICIAL_ROLES } from '../core/viewer';
import type { Database } from './connect';
import { inForce } from './invitations';

/** The person with their post, where they hold an office at the body at this instant; null where they hold none. */
export async function officialAt({ prisma }: Pick<Database, 'prisma'>, bodyId: string, personId: string, at: Instant): Promise<Signatory | null> {
  const held = await prisma.membership.findFirst({
    where: { bodyId, personId, role: { in: [...OFFICIAL_ROLES] }, ...inForce(at) },
    select: { post: true, person: { select: { name: true } } },
  });
  return held && { personId, name: held.person.name, post: held.post };
}

/** Whether answers of this kind need a second official at the body. */
export async function needsFourEyes({ prisma }: Pick<Database, 'prisma'>, bodyId: string, kind: string): Promise<boolean> {
  return (await prisma.office.count({ where: { id: bodyId, fourEyes: { has: kind } } })) > 0;
}

/** The cases of a body of whose open duties some are this official's, or that are open in this official's name; by id. */
export async function workOf({ pool }: Pick<Database, 'pool'>, bodyId: string, officialId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'work_of',
    text: `SELECT split_part(o.stream, ':', 2) AS id FROM "Obligation" o
            WHERE o."officialId" = $2::uuid AND o."closedDay" IS NULL AND o."debtorKind" = 'body' AND o."debtorId" = $1::uuid AND o.stream LIKE 'appeal:%'
            UNION SELECT a.id::text FROM "Appeal" a WHERE a."bodyId" = $1::uuid AND a.phase = 'open' AND a."officialId" = $2::uuid ORDER BY id`,
    values: [bodyId, officialId],
  });
  return rows.map(({ id }) => id);
}
