// Starts the embedded PostgreSQL over a folder and waits: run as a process of its own by the launcher's tests, which then kill it.
import { startPostgres } from '../../app/data/postgres';

const [dataDir = '', runner] = process.argv.slice(2);
const server = await startPostgres({
  dataDir,
  flags: ['fsync=off'],
  ...(runner === 'namespace' || runner === 'user' ? { runner } : {}),
});
process.send?.({ pid: server.pid, conn: server.conn, adopted: server.adopted, runner: server.runner });
setInterval(() => {}, 60_000);
