// npm run chaos [-- --seed 1 --seconds 60 --ngos 8 --queue redis|postgresql]: a drill on processes of its own, and what it proves, as a table. Exit
// code 1 where anything is missing, twice or untrue. Needs a built app, and redis-server for the queue on Redis.
import { readArguments } from '../../app/script';
import { quantile } from '../bench/ground';
import { hasRedis } from '../help/redis';
import { drill } from './drill';
import { grouped } from './grouped';
import { wrongIn } from './wrong';

const given = readArguments(process.argv.slice(2));
const seed = Number(given.seed ?? 1);
const seconds = Number(given.seconds ?? 60);
const ngos = Number(given.ngos ?? 8);
const queue = given.queue === 'postgresql' || !hasRedis ? 'postgresql' : 'redis';

const outcome = await drill({ seed, seconds, ngos, queue, say: (line) => console.log(line) });
const { told, troubles, swallowed, falls, proof, caughtUp } = outcome;
const line = (name: string, value: string | number) => console.log(`  ${name.padEnd(58)} ${value}`);

console.log('\ntroubles');
for (const [what, same] of grouped(troubles, (one) => one.what)) line(what, same.length);
line('processes that ended by themselves', falls.length);
console.log('\nacts');
for (const [what, same] of grouped(told.done, (one) => one.what)) line(`acknowledged: ${what}`, same.length);
line('sent again because nobody answered', told.retries);
line('of these done already, their answer swallowed on the way', swallowed);
line('never acknowledged when the drill ended', told.open.size + told.openActs.size);
line(
  'an appeal, from sending to acknowledgement: p50, p95, longest',
  [0.5, 0.95, 1].map((part) => `${(quantile(told.waits, part) / 1000).toFixed(1)} s`).join(', '),
);
line('acknowledged and lost', proof.lost.length);
line('there twice', proof.doubled.length);
console.log('\nletters');
line('written and sent', proof.letters.written);
line('received once', proof.letters.once);
line('received again, under the same Message-ID', proof.letters.again);
line('of these not by a lost answer or a killed worker', proof.letters.unexplained.length);
line('never received', proof.letters.never.length);
line(
  'of events, never written; received, and not there',
  `${proof.letters.missing.length}, ${proof.letters.strange.length}`,
);
console.log('\nafterwards');
line('workers had caught up after', `${(caughtUp / 1000).toFixed(1)} s`);
line('events, streams checked: chains and projections', `${proof.ledger.events}, ${proof.ledger.streams}`);
line('faults of the ledger', proof.ledger.faults.length);
line('still due: letters, reminders, terms', `${proof.due.letters}, ${proof.due.reminders}, ${proof.due.terms}`);
line('reminders that should have gone out, those that did not', `${proof.reminders.due}, ${proof.reminders.none}`);
const wrong = wrongIn(outcome);
for (const one of wrong) console.log(`\nWRONG ${one}`);
console.log(wrong.length === 0 ? '\nnothing is missing, twice or untrue' : `\n${wrong.length} things are wrong`);
process.exit(wrong.length === 0 ? 0 : 1);
