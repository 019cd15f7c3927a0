/**
 * npm run guide: is the guide whole, do its worked examples come out, and is everything published unchanged?
 * With --publish, adds new editions and calendar years to lock.json. A fault is a sentence and exit code 1.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dueOf } from '../app/core/why';
import { loadGuide } from './load';
import { changedSincePublished, publish, readLock, unpublished } from './lock';
import { RULES, type Basis, type Edition, type Guide } from './schema';

/** Worked examples that do not come out, as sentences. */
export function failedExamples(guide: Guide): string[] {
  return guide.editions.flatMap((edition) =>
    edition.examples.flatMap(({ id, kind, rule, received, registered, from, expect }) => {
      const answer = dueOf({ edition, calendar: guide.calendar, kind, rule, received, registered, from });
      const at = `${edition.id}, example ${id}`;
      if (!answer.ok) return [`${at}: refused, ${answer.problem.field} ${answer.problem.code}`];
      const { due, provisional } = answer.value;
      const faults: string[] = [];
      if (due !== expect.due) faults.push(`${at}: due ${due}, expected ${expect.due}`);
      if (provisional !== expect.provisional)
        faults.push(`${at}: provisional ${provisional}, expected ${expect.provisional}`);
      if (expect.registered && answer.value.registered !== expect.registered) {
        faults.push(`${at}: registered ${answer.value.registered}, expected ${expect.registered}`);
      }
      return faults;
    }),
  );
}

/** Rule ids that no procedure of an edition uses. */
export function unusedRules(edition: Edition): string[] {
  const used = new Set(Object.values(edition.procedures).flatMap(({ rules }) => Object.keys(rules)));
  return RULES.filter((rule) => !used.has(rule)).map((rule) => `${edition.id}: no procedure has the rule ${rule}`);
}

/** How many bases of an edition are read, secondary, unsure or our own. */
export function confidenceCount(edition: Edition): Record<Basis['confidence'], number> {
  const count = { read: 0, secondary: 0, unsure: 0, platform: 0 };
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    if ('confidence' in part && 'act' in part) count[part.confidence as Basis['confidence']] += 1;
    else Object.values(part).forEach(walk);
  };
  walk(edition.procedures);
  return count;
}

function main(args: string[]): number {
  const dir = path.dirname(fileURLToPath(import.meta.url));
  let guide: Guide;
  try {
    guide = loadGuide(dir);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return 1;
  }
  const faults = [...failedExamples(guide), ...guide.editions.flatMap(unusedRules)];
  if (faults.length === 0 && args.includes('--publish')) {
    const { added, refused } = publish(dir, guide);
    faults.push(...refused);
    for (const name of added) console.log(`Published: ${name}`);
  } else {
    faults.push(...changedSincePublished(guide, readLock(dir)));
  }
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 1;
  }
  for (const edition of guide.editions) {
    const { read, secondary, unsure, platform } = confidenceCount(edition);
    console.log(
      `Edition ${edition.id}, in force from ${edition.in_force_from}: ${Object.keys(edition.procedures).length} kinds, ` +
        `${edition.examples.length} worked examples, bases ${read} read, ${secondary} secondary, ${unsure} unsure, ${platform} our own.`,
    );
  }
  console.log(`Calendar: ${guide.calendarYears.map(({ year, status }) => `${year} ${status}`).join(', ')}.`);
  const waiting = unpublished(guide, readLock(dir));
  if (waiting.length > 0) console.log(`Not yet published (npm run guide -- --publish): ${waiting.join(', ')}.`);
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
