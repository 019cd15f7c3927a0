// How a body has arranged its own work, as acts on its cases need it.
import type { Database } from './connect';

/** Whether answers of this kind need a second official at the body. */
export async function needsFourEyes({ prisma }: Pick<Database, 'prisma'>, bodyId: string, kind: string): Promise<boolean> {
  return (await prisma.office.count({ where: { id: bodyId, fourEyes: { has: kind } } })) > 0;
}
