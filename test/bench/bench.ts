// npm run bench [-- pages filing sweep rounds search surveys scores start load sizes backup]: how fast Kenes is beside the least that could do the same work, as ratios of one run.
// Prints figures, judges nothing. Needs a built app (npm start has built it, or npm test).
import { benchBackup } from './backup';
import { benchFiling } from './filing';
import { benchLoad } from './load';
import { benchPages } from './pages';
import { benchRounds } from './rounds';
import { benchSearch } from './search';
import { benchScores } from './scores';
import { benchSizes } from './sizes';
import { benchStart } from './start';
import { benchSurveys } from './surveys';
import { benchSweep } from './sweep';

const BENCHES = {
  pages: benchPages,
  filing: benchFiling,
  sweep: benchSweep,
  rounds: benchRounds,
  search: benchSearch,
  surveys: benchSurveys,
  scores: benchScores,
  start: benchStart,
  load: benchLoad,
  sizes: benchSizes,
  backup: benchBackup,
};
type Name = keyof typeof BENCHES;

const asked = process.argv.slice(2);
const names = (Object.keys(BENCHES) as Name[]).filter((name) => asked.length === 0 || asked.includes(name));
for (const name of names) {
  console.log(`\n${name}`);
  await BENCHES[name]();
}
