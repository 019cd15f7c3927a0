// A closed pool has no connection left: a server that stops right afterwards has nobody to tell.
import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { openPool } from '../../app/data/pool';
import { testDatabase } from '../help/database';

const { url } = testDatabase();
const silent = () => {};
const connectionsNamed = async (name: string): Promise<number> => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1', [name]);
  await client.end();
  return rows[0]?.n ?? -1;
};

describe('a pool', () => {
  it('has no open socket any more when it is closed, also not that of a borrower who took every listener away', async () => {
    const { pool, close } = openPool({ connectionString: url, max: 8 }, silent);
    const sockets: { destroyed: boolean }[] = [];
    pool.on('connect', (client) => sockets.push((client as unknown as { connection: { stream: { destroyed: boolean } } }).connection.stream));
    const borrowed = await pool.connect();
    await Promise.all(Array.from({ length: 6 }, () => pool.query('SELECT pg_sleep(0.01)')));
    expect(sockets.length).toBeGreaterThan(2);
    borrowed.removeAllListeners();
    borrowed.release(true);
    await close();
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual(sockets.map(() => true));
  });

  it('tells of a connection that breaks in somebody’s hands by what they ask of it next: nothing else hears of it', async () => {
    const heard: string[] = [];
    const { pool, close } = openPool({ connectionString: url, max: 2 }, (error) => heard.push(error.message));
    const borrowed = await pool.connect();
    const { rows } = await borrowed.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => borrowed.once('end', resolve));
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await expect(borrowed.query('SELECT 1')).rejects.toThrow();
    borrowed.release(true);
    expect(heard).toEqual([]);
    await close();
  });

  it('hears of broken idle connections until it is closed', async () => {
    const heard: string[] = [];
    const { pool, close } = openPool({ connectionString: url, max: 2, application_name: 'kenes_pool_test' }, (error) => heard.push(error.message));
    await pool.query('SELECT 1');
    const broken = new Promise((resolve) => pool.once('error', resolve));
    const other = new pg.Client(url);
    await other.connect();
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kenes_pool_test'`);
    await other.end();
    await broken;
    expect(heard).toEqual(['terminating connection due to administrator command']);
    await close();
    expect(await connectionsNamed('kenes_pool_test')).toBe(0);
  });
});
