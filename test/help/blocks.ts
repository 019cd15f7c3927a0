// How much of the database a query reads, whatever else the machine does: the blocks that PostgreSQL touches for its statements.
import type pg from 'pg';
import type { World } from '../../app/world';

type Statement = pg.QueryConfig<unknown[]>;
type Explained = { 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }] };

/** The statements that `act` asks the pool for. */
export async function statementsOf(world: World, act: (world: World) => Promise<unknown>): Promise<Statement[]> {
  const asked: Statement[] = [];
  const pool = new Proxy(world.db.pool, {
    get: (target, name) =>
      name === 'query'
        ? (statement: Statement) => {
            asked.push(statement);
            return target.query(statement);
          }
        : Reflect.get(target, name, target),
  });
  await act({ ...world, db: { ...world.db, pool } });
  return asked;
}

/** Blocks that they read together, each planned anew; and `without` these indexes, which are there again afterwards. */
export async function blocksWith(
  { db }: Pick<World, 'db'>,
  statements: readonly Statement[],
  indexes: readonly string[],
): Promise<{ blocks: number; without: number }> {
  const client = await db.pool.connect();
  try {
    const blocks = await blocksRead(client, statements);
    await client.query('BEGIN');
    for (const index of indexes) await client.query(`DROP INDEX "${index}"`);
    return { blocks, without: await blocksRead(client, statements) };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function blocksRead(client: pg.PoolClient, statements: readonly Statement[]): Promise<number> {
  let blocks = 0;
  for (const { text, values } of statements) {
    const { rows } = await client.query<Explained>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    if (!plan) throw new Error('no plan');
    blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  return blocks;
}
