/**
 * npm run guide: is the guide whole, do its worked examples come out, and is everything published unchanged?
 * With --publish, adds new editions and calendar years to lock.json. A fault is a sentence and exit code 1.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asksAnother, isAnotherScale } from '../app/core/instrument-draft';
import { reckon } from '../app/core/term';
import { dueOf } from '../app/core/why';
import { loadGuide } from './load';
import { changedSincePublished, publish, readLock, unpublished } from './lock';
import { ROUND_RULES, RULES, type Basis, type Edition, type Guide } from './schema';

type Expected = Edition['examples'][number]['expect'];
type Got = { due: string; provisional: boolean; registered?: string | null };

function differences(at: string, expect: Expected, { due, provisional, registered }: Got): string[] {
  const faults: string[] = [];
  if (due !== expect.due) faults.push(`${at}: due ${due}, expected ${expect.due}`);
  if (provisional !== expect.provisional)
    faults.push(`${at}: provisional ${provisional}, expected ${expect.provisional}`);
  if (expect.registered && registered !== expect.registered)
    faults.push(`${at}: registered ${registered}, expected ${expect.registered}`);
  return faults;
}

function failedAppealExamples({ calendar }: Guide, edition: Edition): string[] {
  return edition.examples.flatMap(({ id, kind, rule, received, registered, from, expect }) => {
    const answer = dueOf({ edition, calendar, kind, rule, received, registered, from });
    const at = `${edition.id}, example ${id}`;
    if (!answer.ok) return [`${at}: refused, ${answer.problem.field} ${answer.problem.code}`];
    return differences(at, expect, answer.value);
  });
}

function failedRoundExamples({ calendar }: Guide, { id: edition, rounds, counting }: Edition): string[] {
  return (rounds?.examples ?? []).flatMap(({ id, kind, rule, from, expect }) => {
    const term = rounds?.kinds[kind].rules[rule]?.term;
    if (!term) return [`${edition}, example ${id}: ${kind} has no rule ${rule}`];
    return differences(`${edition}, example ${id}`, expect, reckon({ calendar, from, term, conventions: counting }));
  });
}

/** Worked examples that do not come out, as sentences. */
export function failedExamples(guide: Guide): string[] {
  return guide.editions.flatMap((edition) => [
    ...failedAppealExamples(guide, edition),
    ...failedRoundExamples(guide, edition),
  ]);
}

/** Rule ids that no procedure of an edition uses, and no kind of round where the edition knows rounds. */
export function unusedRules({ id, procedures, rounds }: Edition): string[] {
  const usedBy = (kinds: Record<string, { rules: object }>) =>
    new Set(Object.values(kinds).flatMap(({ rules }) => Object.keys(rules)));
  const appeals = usedBy(procedures);
  const ofRounds = usedBy(rounds?.kinds ?? {});
  return [
    ...RULES.filter((rule) => !appeals.has(rule)).map((rule) => `${id}: no procedure has the rule ${rule}`),
    ...ROUND_RULES.filter((rule) => rounds !== null && !ofRounds.has(rule)).map(
      (rule) => `${id}: no kind of round has the rule ${rule}`,
    ),
  ];
}

/**
 * Questions and scales of surveys that ask something else than under the same id in an earlier edition, as sentences: what was answered
 * is followed over the years by these ids alone.
 */
export function reworded({ editions }: Pick<Guide, 'editions'>): string[] {
  const banks = editions.flatMap(({ id, surveys, texts }) => (surveys ? [{ edition: id, ...surveys, texts }] : []));
  return banks.flatMap((bank, at) => {
    const before = banks.slice(0, at);
    const others = (ids: string[], isAnother: typeof asksAnother) =>
      ids.flatMap((id) => {
        const first = before.find((known) => isAnother(id, bank, known));
        return first ? [`${bank.edition}: ${id} is not what ${first.edition} asked; give it an id of its own`] : [];
      });
    return [...others(Object.keys(bank.items), asksAnother), ...others(Object.keys(bank.scales), isAnotherScale)];
  });
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
  walk(edition.rounds);
  walk(edition.surveys);
  walk(edition.councils);
  walk(edition.scoring);
  walk(edition.notices);
  walk(edition.contests);
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
  const faults = [...failedExamples(guide), ...guide.editions.flatMap(unusedRules), ...reworded(guide)];
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
    const kinds = Object.keys(edition.procedures).length;
    const rounds = Object.keys(edition.rounds?.kinds ?? {}).length;
    const instruments = Object.keys(edition.surveys?.instruments ?? {}).length;
    const items = Object.keys(edition.surveys?.items ?? {}).length;
    const examples = edition.examples.length + (edition.rounds?.examples.length ?? 0);
    console.log(
      `Edition ${edition.id}, in force from ${edition.in_force_from}: ${kinds} kinds of appeal, ${rounds} of round, ` +
        `${instruments} instruments of surveys with ${items} items, ${examples} worked examples, bases ${read} read, ${secondary} secondary, ${unsure} unsure, ${platform} our own.`,
    );
  }
  console.log(`Calendar: ${guide.calendarYears.map(({ year, status }) => `${year} ${status}`).join(', ')}.`);
  const waiting = unpublished(guide, readLock(dir));
  if (waiting.length > 0) console.log(`Not yet published (npm run guide -- --publish): ${waiting.join(', ')}.`);
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
