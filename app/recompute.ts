// npm run recompute -- --dump <folder or address>: reckons every published figure again from the published files alone. Needs no database.
// Exit code 1 where a figure differs, or a file is not what the descriptor says.
import { z } from 'zod';
import { openDump } from './data/dump/read';
import { recompute } from './data/dump/recompute';
import { readArguments } from './script';

const { dump: place } = z.object({ dump: z.string() }).parse(readArguments(process.argv.slice(2)));
const dump = await openDump(place);
const found = await recompute(dump);
await dump.checkAll();
for (const file of dump.faults) console.log(`${file} is not what the descriptor says`);
const differing = found.filter(({ parts }) => parts.length > 0);
for (const { body, period, parts } of differing)
  console.log(`${body ?? 'all bodies'}, ${period}: ${parts.join(', ')} differ`);
console.log(
  `${found.length} figures reckoned again: ${differing.length === 0 ? 'all as published' : `${differing.length} differ`}`,
);
if (differing.length + dump.faults.size > 0) process.exitCode = 1;
