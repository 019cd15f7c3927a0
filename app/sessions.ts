// npm run sessions -- --end all | --end <e-mail>: signs everybody, or one person, out of every browser at once. Needs only the database.
import { endAllSessions } from './commands/accounts/end-all-sessions';
import { readArguments, withWorld } from './script';

const { end } = readArguments(process.argv.slice(2));
if (end === undefined || end === 'yes') {
  console.error('Say whose sessions end: --end all, or --end <e-mail>.');
  process.exitCode = 1;
} else
  await withWorld(async (world) => {
    const ended = await endAllSessions(world, end === 'all' ? null : end.trim().toLowerCase());
    if (ended === null) throw new Error(`No account has the address ${end}.`);
    console.log(`${ended} sessions ended.`);
  });
