// npm run correction [-- --cause calendar | --cause '2026-7>2026-8']: the dry run of a corrected calendar or edition. Says whose day would
// move, from which to which, and by which days on the way; writes nothing. To have it approved: Corrected days, for administrators.
import { causeOf } from './commands/corrections/propose';
import { HOWS } from './core/correction';
import { dryRun } from './data/correcting';
import { readArguments, withWorld } from './script';

await withWorld(async (world) => {
  const { cause: text = 'calendar' } = readArguments(process.argv.slice(2));
  const cause = causeOf(world.guide, text);
  if (!cause) throw new Error(`--cause ${text}: say calendar, or two editions of the guide as '2026-7>2026-8'.`);
  const { looked, items } = await dryRun(world, cause);
  for (const { number, rule, how, was, due, days } of items) {
    const why = days.map(
      ({ date, was: before, is }) => `${date} ${before ?? 'ordinary day'} -> ${is ?? 'ordinary day'}`,
    );
    console.log(`${number}  ${rule.padEnd(16)} ${how.padEnd(8)} ${was} -> ${due}  ${why.join(', ')}`);
  }
  const counts = HOWS.map((how) => `${items.filter((item) => item.how === how).length} ${how}`);
  console.log(`${looked} open obligations looked at: ${counts.join(', ')}. Nothing was changed.`);
});
