// npm run dump: publishes the open data that scores are counted from now, as the nightly job does. Exit code 1 where a figure differs.
import { publishDump } from './commands/scores/publish-dump';
import { withWorld } from './script';
import { openDataWords } from './text/open-data';

await withWorld(async (world) => {
  const { folder, figures, differing } = await publishDump(world, openDataWords);
  for (const { body, period, parts } of differing)
    console.log(`${body ?? 'all bodies'}, ${period}: ${parts.join(', ')} differ`);
  console.log(`${folder}: ${figures} figures agree with what is published`);
  if (differing.length > 0) process.exitCode = 1;
});
