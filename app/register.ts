// npm run register: publishes the days of the public register that are over, as the nightly job does. With --rotate: makes another key, which
// the next statement announces and which signs from the one after.
import { publishRegister } from './commands/register/publish';
import { readArguments, withWorld } from './script';

const { rotate } = readArguments(process.argv.slice(2));
await withWorld(async (world) => {
  if (rotate) console.log(`the next key: ${(await world.register.keys.rotate()).id}`);
  const { days, leaves, until } = await publishRegister(world);
  console.log(
    `${days} days with ${leaves} events published in ${world.register.folder}; it stands at ${until ?? 'nothing'}`,
  );
});
