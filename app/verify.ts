// npm run verify: checks every hash chain and that folding the events reproduces every projection. Exit code 1 on any fault.
import { verifyLedger } from './data/verify';
import { withWorld } from './script';

await withWorld(async (world) => {
  const { events, streams, obligations, faults } = await verifyLedger(world);
  for (const { stream, what } of faults) console.log(`${stream}: ${what}`);
  console.log(
    `${events} events in ${streams} streams and ${obligations} obligations checked: ${faults.length === 0 ? 'all as written' : `${faults.length} faults`}`,
  );
  if (faults.length > 0) process.exitCode = 1;
});
