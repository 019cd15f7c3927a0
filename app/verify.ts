// npm run verify: checks every hash chain, that folding the events reproduces every projection, and that each event is in the public register.
// With --register <folder or address>: checks the published register from its files alone, without a database. Exit code 1 on any fault.
import { checkRegister } from './data/register/check';
import { placeAt } from './data/register/open';
import { verifyLedger } from './data/verify';
import { readArguments, withWorld } from './script';

const { register, known, key } = readArguments(process.argv.slice(2));
if (register) await verifyPublished(register);
else await withWorld(verifyOwn);

async function verifyOwn(world: Parameters<typeof verifyLedger>[0]): Promise<void> {
  const { events, streams, obligations, faults } = await verifyLedger(world);
  for (const { stream, what } of faults) console.log(`${stream}: ${what}`);
  console.log(
    `${events} events in ${streams} streams and ${obligations} obligations checked: ${faults.length === 0 ? 'all as written' : `${faults.length} faults`}`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

/** `--known`: the hash of a statement, as a letter has it; `--key`: the key that the first day must be signed by. */
async function verifyPublished(where: string): Promise<void> {
  const verdict = await checkRegister(placeAt(where), { ...(known && { statement: known }), ...(key && { key }) });
  for (const fault of verdict.faults) console.log(`${fault.where}: ${fault.what}`);
  for (const one of verdict.keys) console.log(`signed by ${one}`);
  console.log(
    `${verdict.days} days until ${verdict.until ?? '-'} and ${verdict.leaves} events checked: ${verdict.faults.length === 0 ? 'all as signed' : `${verdict.faults.length} faults`}`,
  );
  if (verdict.faults.length > 0) process.exitCode = 1;
}
