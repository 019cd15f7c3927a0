// The database, connected: one pool of connections, Prisma on top of it for reading, the pool itself where one statement
// must do many things at once (ledger, claims). Made by compose.ts, closed by it.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../prisma/generated/client';
import { openPool } from './pool';

/** Whatever a statement can be asked through: the pool, or one connection of it. */
export type Asking = { query<R extends pg.QueryResultRow>(asked: pg.QueryConfig): Promise<pg.QueryResult<R>> };

export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  url: string;
  /** Acts recorded by this process so far: shared answers from before the last one are not given again. */
  position: number;
  close(): Promise<void>;
};

/** Names prepared statements by their text, so that PostgreSQL plans each shape of query once a connection. */
const statementNames = () => {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size > 500) names.clear();
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
};

/** `commits`: 'soon' does not wait until the disk has what was committed; for work that a power cut makes begin again. */
type Connecting = {
  url: string;
  size: number;
  onIdleError: (error: Error) => void;
  commits?: 'safe' | 'soon';
  /** Milliseconds after which a statement is given up, for processes that people wait for: a network may swallow the answer. */
  answersWithin?: number;
};

/** Opens a pool of at most `size` connections; nothing is asked of the server until the first query. */
export function connect({ url, size, onIdleError, commits = 'safe', answersWithin }: Connecting): Database {
  const options = commits === 'soon' ? '-c synchronous_commit=off' : undefined;
  const { pool, close } = openPool({ connectionString: url, max: size, options, query_timeout: answersWithin }, onIdleError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
  return {
    prisma,
    pool,
    url,
    position: 0,
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}
