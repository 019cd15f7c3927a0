// The test server's databases by name: their address, and something done in one. Called by the tests' own databases and by the country's.
import { inject } from 'vitest';
import pg from 'pg';

const { conn } = inject('postgres');

export const urlOf = (database: string): string =>
  `postgresql://${conn.user}@localhost/${database}?host=${encodeURIComponent(conn.host)}`;

/** Runs `act` on a connection of its own. */
export async function inDatabase(database: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...conn, database });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
