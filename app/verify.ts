// npm run verify: checks every hash chain, that folding the events reproduces every projection, and that each event is in the public register.
// With --register <folder or address>: checks the published register from its files alone; with --receipt <file>: a receipt, alone or against
// that register; with --dossier <file>: a dossier that Kenes issued, by the keys of that register or by --key. None needs a database. Exit code 1 on any fault.
import { readFile } from 'node:fs/promises';
import { checkRegister } from './data/register/check';
import { checkFile } from './data/register/issued';
import { placeAt } from './data/register/open';
import { checkReceipt } from './data/register/receipt';
import { verifyLedger } from './data/verify';
import { readArguments, withWorld } from './script';

const { register, receipt, dossier, known, key } = readArguments(process.argv.slice(2));
/** Statements of the register that was read, by day. */
const statements = new Map<string, string>();
/** Keys that signed it. */
const keys: string[] = key ? [key] : [];
if (register) await verifyPublished(register);
if (receipt) await verifyReceipt(receipt);
if (dossier) await verifyDossier(dossier);
if (!register && !receipt && !dossier) await withWorld(verifyOwn);

function tell(told: string, faults: readonly string[], well: string): void {
  for (const fault of faults) console.log(fault);
  console.log(`${told}: ${faults.length === 0 ? well : `${faults.length} faults`}`);
  if (faults.length > 0) process.exitCode = 1;
}

async function verifyOwn(world: Parameters<typeof verifyLedger>[0]): Promise<void> {
  const { events, streams, obligations, faults } = await verifyLedger(world);
  tell(
    `${events} events in ${streams} streams and ${obligations} obligations checked`,
    faults.map(({ stream, what }) => `${stream}: ${what}`),
    'all as written',
  );
}

/** `--known`: the hash of a statement, as a letter has it; `--key`: the key that the first day must be signed by. */
async function verifyPublished(where: string): Promise<void> {
  const verdict = await checkRegister(placeAt(where), { ...(known && { statement: known }), ...(key && { key }) });
  for (const [day, hash] of verdict.statements) statements.set(day, hash);
  for (const one of verdict.keys) console.log(`signed by ${one}`);
  keys.push(...verdict.keys);
  tell(
    `${verdict.days} days until ${verdict.until ?? '-'} and ${verdict.leaves} events checked`,
    verdict.faults.map((fault) => `${fault.where}: ${fault.what}`),
    'all as signed',
  );
}

async function verifyReceipt(file: string): Promise<void> {
  const registered = register ? (day: string) => Promise.resolve(statements.get(day) ?? null) : undefined;
  const verdict = await checkReceipt(await readFile(file, 'utf8'), registered);
  tell(`receipt of ${verdict.what || file}, signed with ${verdict.day ?? '-'}`, verdict.faults, 'proved');
}

async function verifyDossier(file: string): Promise<void> {
  const found = checkFile(keys, await readFile(file));
  const { number, version, day } = found?.issued ?? {};
  const faults = !found ? ['bears no signature of these keys'] : found.whole ? [] : ['was changed after it was signed'];
  tell(found ? `dossier of ${number}, ${version} events by ${day}` : `dossier ${file}`, faults, 'as issued');
}
