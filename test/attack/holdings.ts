// What an insider of the attack holds: every row of every table at several moments, with where PostgreSQL put it and by which
// transaction, and every line that was logged. The seal of the wave is not among it. Read by the strategies; made by wave.ts.
import type { World } from '../../app/world';

/** A row with its place on disk (page, line) and the transaction that wrote it. */
export type Kept = { page: number; line: number; xmin: number; row: Record<string, unknown> };
export type Tables = Readonly<Record<string, readonly Kept[]>>;
/** `marks`: by table, what changes with every write to it. */
export type Backup = { at: number; tables: Tables; marks: Readonly<Record<string, string>> };
export type Holdings = {
  /** While the wave was open, oldest first. */
  backups: readonly Backup[];
  /** After the count. */
  final: Tables;
  logs: readonly string[];
};

/** A copy of the whole database as it is now; what has not changed since the backup `before` is held once. */
export async function backup({ db: { pool }, now }: World, before?: Backup): Promise<Backup> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const marked = await pool.query<{ name: string; mark: string }>(
    rows
      .map(
        ({ name }) =>
          `SELECT '${name}' AS name, coalesce(md5(string_agg(ctid::text || xmin::text, ' ')), '') AS mark FROM "${name}"`,
      )
      .join(' UNION ALL '),
  );
  const marks = Object.fromEntries(marked.rows.map(({ name, mark }) => [name, mark]));
  const tables: Record<string, readonly Kept[]> = {};
  for (const { name } of rows)
    tables[name] = (before?.marks[name] === marks[name] ? before?.tables[name] : undefined) ?? (await read(pool, name));
  return { at: now(), tables, marks };
}

async function read(pool: World['db']['pool'], name: string): Promise<Kept[]> {
  const { rows } = await pool.query<{ place: string; xmin: string; row: Kept['row'] }>(
    `SELECT t.ctid::text AS place, t.xmin::text AS xmin, to_jsonb(t) AS row FROM "${name}" t`,
  );
  return rows.map(({ place, xmin, row }) => {
    const [page = 0, line = 0] = place.slice(1, -1).split(',').map(Number);
    return { page, line, xmin: Number(xmin), row };
  });
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
/** In the order that rows lie on disk. */
export const byPlace = (a: Kept, b: Kept): number => a.page - b.page || a.line - b.line;

/** Somebody whose right was taken, as the insider knows them. */
export type Taker = { personId: string; right: Kept };
/** A group of takers with the answers that can be theirs: those of their panel, or the pooled ones of their direction. */
export type Group = {
  panelIds: readonly string[];
  takers: readonly Taker[];
  answers: readonly Kept[];
  texts: readonly Kept[];
};

/** The groups that the final database itself tells of: everything further is guessing within them. */
export function groupsOf({ final }: Pick<Holdings, 'final'>): Group[] {
  const panels = (final.Panel ?? []).map(({ row }) => ({
    id: text(row.id),
    key: `${text(row.waveId)} ${text(row.direction)}`,
    bodyId: text(row.bodyId),
  }));
  const answers = final.SurveyAnswer ?? [];
  const named = new Set(answers.map(({ row }) => `${text(row.waveId)} ${text(row.direction)} ${text(row.bodyId)}`));
  const keys = new Map<string, string[]>();
  for (const { id, key, bodyId } of panels) {
    const group = named.has(`${key} ${bodyId}`) ? `${key} ${bodyId}` : `${key} null`;
    keys.set(group, [...(keys.get(group) ?? []), id]);
  }
  return [...keys].map(([key, panelIds]) => {
    const here = (one: Kept) => `${text(one.row.waveId)} ${text(one.row.direction)} ${text(one.row.bodyId)}` === key;
    return {
      panelIds,
      takers: (final.SurveyRight ?? [])
        .filter(({ row }) => row.taken === true && panelIds.includes(text(row.panelId)))
        .map((right) => ({ personId: text(right.row.personId), right })),
      answers: answers.filter(here),
      texts: (final.SurveyText ?? []).filter(here),
    };
  });
}

/** The names in the boxes of a backup with their sealed answers, by panel. */
export function sealedIn({ tables }: Backup, panelIds: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { row } of tables.SurveyBox ?? [])
    if (panelIds.includes(text(row.panelId)))
      for (const [name, sealed] of Object.entries(row.sealed as Record<string, string>)) found.set(name, sealed);
  return found;
}
