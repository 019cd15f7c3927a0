// Rows of a table written into the registers, and taken back. Inside the transaction of whoever applies or undoes it.
import { z } from 'zod';
import { KINDS, type ImportKind } from '../core/imports/kinds';
import type { World } from '../world';
import { planned, type Planned, type TableRow } from './imports';
import type { Transaction } from './passes';

/** The tree of bodies is changed by one at a time (commands/bodies/edit-body). */
export const TREE_LOCK = 'body tree';
const kindShape = z.enum(KINDS);
export const kindOf = (kind: string): ImportKind => kindShape.parse(kind);
const words = z.record(z.string(), z.string());
type Words = z.infer<typeof words>;

export async function rowsOf({ importRow }: Pick<Transaction, 'importRow'>, importId: string): Promise<TableRow[]> {
  const rows = await importRow.findMany({ where: { importId }, orderBy: { line: 'asc' }, select: { line: true, values: true } });
  return rows.map(({ line, values }) => ({ line, values: words.parse(values) }));
}

type Writing = { id: string; kind: ImportKind; plan: Planned };

/** Does what the row says, and notes it beside the row. */
export async function writeRow(tx: Transaction, { newId, now }: Pick<World, 'newId' | 'now'>, { id, kind, plan }: Writing) {
  const at = { importId_line: { importId: id, line: plan.line } };
  const noted = (data: object) => tx.importRow.update({ where: at, data: { state: plan.state, ...data } });
  switch (plan.state) {
    case 'refused':
      return noted({ problem: plan.wrong.map(({ column, problem }) => `${column}:${problem}`).join(' ') });
    case 'same':
      return noted({ objectId: plan.objectId });
    case 'new': {
      const objectId = newId();
      const createdAt = new Date(now());
      if (kind === 'bodies')
        await tx.body.create({ data: { id: objectId, slug: plan.key, createdAt, ...(await bodyData(tx, plan.after)) } });
      else await tx.organisation.create({ data: { id: objectId, bin: plan.key, createdAt, ...organisationData(plan.after) } });
      return noted({ objectId, after: plan.after });
    }
    case 'changed':
      await change(tx, kind, plan.objectId, plan.after);
      return noted({ objectId: plan.objectId, before: plan.before, after: plan.after });
  }
}

async function change(tx: Transaction, kind: ImportKind, id: string, said: Words): Promise<void> {
  if (kind === 'bodies') await tx.body.update({ where: { id }, data: await bodyData(tx, said) });
  else await tx.organisation.update({ where: { id }, data: organisationData(said) });
}

/** Columns as the register has them; those that were not said stay. */
async function bodyData(tx: Pick<Transaction, 'body'>, { superior, region, ...rest }: Words) {
  const above = superior ? await tx.body.findUniqueOrThrow({ where: { slug: superior }, select: { id: true } }) : null;
  return {
    ...(rest as { nameKk: string; nameRu: string; nameEn: string; level: string; address: string; workdayEnd: string }),
    ...(superior !== undefined && { parentId: above?.id ?? null }),
    ...(region !== undefined && { region: region || null }),
  };
}
const organisationData = ({ fields, region, ...rest }: Words) => ({
  ...(rest as { name: string; address: string }),
  ...(fields !== undefined && { fields: fields.split(' ').filter(Boolean) }),
  ...(region !== undefined && { region: region || null }),
});

/** What stands upon a body or an organisation without a foreign key that would say so. */
const USED: Record<ImportKind, (tx: Transaction, id: string) => Promise<{ used: boolean }[]>> = {
  bodies: (tx, id) => tx.$queryRaw`
    SELECT EXISTS (SELECT 1 FROM "Event" e WHERE e.stream = ${`office:${id}`}) OR EXISTS (SELECT 1 FROM "Pass" WHERE "bodyId" = ${id}::uuid AND "usedAt" IS NULL)
           OR EXISTS (SELECT 1 FROM "Template" WHERE "bodyId" = ${id}::uuid) OR EXISTS (SELECT 1 FROM "Panel" WHERE "bodyId" = ${id}::uuid)
           OR EXISTS (SELECT 1 FROM "Webhook" WHERE "bodyId" = ${id}::uuid) OR EXISTS (SELECT 1 FROM "Comment" WHERE "bodyId" = ${id}::uuid)
           OR EXISTS (SELECT 1 FROM "Follow" f JOIN "Body" b ON b.id = ${id}::uuid WHERE f.what = 'body' AND f.value = b.slug) AS used`,
  organisations: (tx, id) => tx.$queryRaw`
    SELECT EXISTS (SELECT 1 FROM "Pass" WHERE "organisationId" = ${id}::uuid AND "usedAt" IS NULL) OR EXISTS (SELECT 1 FROM "Webhook" WHERE "organisationId" = ${id}::uuid)
           OR EXISTS (SELECT 1 FROM "Comment" WHERE "organisationId" = ${id}::uuid) OR EXISTS (SELECT 1 FROM "SurveyRight" WHERE "organisationId" = ${id}::uuid) AS used`,
};

/** Gives how many rows could not be taken back. */
export async function takeBack(tx: Transaction, importId: string, kind: ImportKind): Promise<number> {
  const rows = await tx.importRow.findMany({
    where: { importId, state: { in: ['new', 'changed'] } },
    orderBy: { line: 'desc' },
  });
  let kept = 0;
  for (const { line, state, objectId, before, after, values } of rows) {
    const problem =
      state === 'new'
        ? await remove(tx, kind, objectId ?? '')
        : await restore(tx, kind, { line, values: words.parse(values), before: words.parse(before), after: words.parse(after) });
    if (problem) kept++;
    await tx.importRow.update({
      where: { importId_line: { importId, line } },
      data: problem ? { state: 'kept', problem } : { state: 'undone' },
    });
  }
  return kept;
}

/** 'used' where something was built upon it. */
async function remove(tx: Transaction, kind: ImportKind, id: string): Promise<'used' | null> {
  const [found] = await USED[kind](tx, id);
  if (found?.used) return 'used';
  // A foreign key that holds it says so by a fault, which only this row may feel.
  await tx.$executeRaw`SAVEPOINT one_row`;
  try {
    if (kind === 'bodies') await tx.$executeRaw`DELETE FROM "Body" WHERE id = ${id}::uuid`;
    else await tx.$executeRaw`DELETE FROM "Organisation" WHERE id = ${id}::uuid`;
    await tx.$executeRaw`RELEASE SAVEPOINT one_row`;
    return null;
  } catch (error) {
    if (!/23503|foreign key/i.test(String(error))) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT one_row`;
    return 'used';
  }
}

type Changed = TableRow & { before: Words; after: Words };
/** 'changed_since' where it is not any more what this table made it, or what it was is not there. */
async function restore(tx: Transaction, kind: ImportKind, { line, values, before, after }: Changed): Promise<'changed_since' | null> {
  // What the table said, over what stands there now, has to change nothing: else somebody changed it since.
  const [now] = await planned(tx, kind, [{ line, values: { ...values, ...after } }]);
  if (now?.state !== 'same') return 'changed_since';
  const [back] = await planned(tx, kind, [{ line, values: { ...values, ...after, ...before } }]);
  if (back?.state !== 'changed') return 'changed_since';
  await change(tx, kind, back.objectId, before);
  return null;
}
