/**
 * npm run why: prints in a terminal when something is due and why that day, in three languages.
 *   npm run why -- --kind application --received 2026-03-21T11:20 [--rule redirect] [--registered day] [--from day] [--lang ru]
 *   npm run why -- --kind service_bylaw --rule dispose --from 2026-04-30
 *   npm run why -- --from 2026-08-14 --term 15wd
 *   npm run why -- --case 2026-000123 [--on 2026-05-01]: what its page says, or said at the end of that day, out of the ledger
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadGuide } from '../guide/load';
import { LOCALES, type Basis, type Edition, type Locale, type Texts } from '../guide/schema';
import type { Day } from './core/day';
import { ANY_RULES, kindsOf, ruleIdsOf } from './core/duty';
import { ledgerOf, type TermDay } from './core/term';
import { calculate, dueOf } from './core/why';
import { clockOfCase } from './why-case';

const WORDS: Record<
  Locale,
  Record<'received' | 'registered' | 'start' | 'due' | 'provisional' | 'basis' | 'edition' | 'on' | 'known', string>
> = {
  en: {
    received: 'Received',
    registered: 'Registered',
    start: 'Counted from',
    due: 'Due',
    provisional: 'provisional: the calendar of that year is not official yet',
    basis: 'Basis',
    edition: 'Edition of the guide',
    on: 'As the record stood at the end of',
    known: 'Known since',
  },
  ru: {
    received: 'Поступило',
    registered: 'Зарегистрировано',
    start: 'Отсчёт от',
    due: 'Срок',
    provisional: 'предварительно: официального календаря на этот год ещё нет',
    basis: 'Основание',
    edition: 'Редакция руководства',
    on: 'По записям на конец дня',
    known: 'Известно с',
  },
  kk: {
    received: 'Келіп түсті',
    registered: 'Тіркелді',
    start: 'Есептеу басы',
    due: 'Мерзімі',
    provisional: 'алдын ала: ол жылдың ресми күнтізбесі әлі жоқ',
    basis: 'Негізі',
    edition: 'Нұсқаулық редакциясы',
    on: 'Жазбалардың мына күн соңындағы жайы',
    known: 'Белгілі болған күні',
  },
};

const dateFormat = (locale: Locale) =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
const spell = (locale: Locale, day: Day) => dateFormat(locale).format(Date.parse(`${day}T12:00:00Z`));
const cite = (texts: Texts, { act, article, confidence }: Basis) => {
  const mark = confidence === 'read' ? '' : ` (${texts[`confidence.${confidence}.name`]})`;
  return `${texts[`act.${act}.short`]}, ${article}${mark}`;
};

function rows(days: TermDay[], texts: Texts, locale: Locale): string[] {
  return days.map(({ date, counts, number, why, name, basis }, index) => {
    const count = number !== null ? String(number).padStart(4) : counts ? '   +' : '   ·';
    const holiday = name ? `: ${texts[`holiday.${name}.name`]}` : '';
    const source = basis ? `  [${cite(texts, basis)}]` : '';
    const end = index === days.length - 1 ? '  ◀' : '';
    return `${count}  ${date}  ${spell(locale, date).padEnd(22)}  ${texts[`why.${why}.name`]}${holiday}${source}${end}`;
  });
}

function print(lines: { head: string[]; days: TermDay[]; basis: Basis[]; edition: Edition; locale: Locale }): void {
  const { head, days, basis, edition, locale } = lines;
  const texts = edition.texts[locale];
  const bases = basis.map((source) => `  ${cite(texts, source)}${source.note ? `. ${texts[source.note]}` : ''}`);
  console.log(
    [
      ...head,
      '',
      ...rows(days, texts, locale),
      '',
      `${WORDS[locale].basis}:`,
      ...bases,
      `${WORDS[locale].edition}: ${edition.id}`,
    ].join('\n'),
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string' },
      rule: { type: 'string' },
      received: { type: 'string' },
      registered: { type: 'string' },
      from: { type: 'string' },
      term: { type: 'string' },
      case: { type: 'string' },
      on: { type: 'string' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const locale = LOCALES.find((id) => id === values.lang) ?? 'en';
  const word = WORDS[locale];
  const guide = loadGuide(path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'guide'));
  const edition = guide.editions.at(-1);
  if (!edition) throw new Error('The guide has no edition.');
  const { calendar } = guide;
  const dueLine = (due: Day, provisional: boolean) =>
    `${word.due}: ${spell(locale, due)}${provisional ? ` (${word.provisional})` : ''}`;

  if (values.case !== undefined) {
    await clockOfCase(values.case, values.on, ({ number, kind, on, known, reckoning, edition: id }) => {
      const pinned = guide.edition(id);
      const texts = pinned.texts[locale];
      const head = [
        `${number}, ${texts[`kind.${kind}.name`]}`,
        `${word.on}: ${spell(locale, on)}`,
        `${word.start}: ${spell(locale, reckoning.from)}`,
        dueLine(reckoning.due, reckoning.provisional),
        ...(known ? [`${word.known}: ${spell(locale, known)}`] : []),
      ];
      print({ head, days: ledgerOf(reckoning), basis: [], edition: pinned, locale });
    });
    return Number(process.exitCode ?? 0);
  }
  if (values.term !== undefined) {
    const answer = calculate({ edition, calendar, from: values.from ?? '', term: values.term });
    if (!answer.ok) return refused(answer.problem.field, answer.problem.code);
    const { from, due, provisional, days, basis } = answer.value;
    print({ head: [`${word.start}: ${spell(locale, from)}`, dueLine(due, provisional)], days, basis, edition, locale });
    return 0;
  }
  const { rule, received, registered, from } = values;
  const kind = values.kind ?? '';
  const answer = dueOf({ edition, calendar, kind, rule, received, registered, from });
  if (!answer.ok) return refused(answer.problem.field, answer.problem.code, knownTo(edition, kind));
  const { value } = answer;
  const texts = edition.texts[locale];
  const head = [`${texts[`kind.${value.kind}.name`]}: ${texts[`rule.${value.rule}.name`]}`];
  if (value.receipt)
    head.push(
      `${word.received}: ${spell(locale, value.receipt.receivedDay)}, ${value.receipt.receivedTime} (${texts[`received.${value.receipt.why}.name`]})`,
    );
  if (value.registered) head.push(`${word.registered}: ${spell(locale, value.registered)}`);
  head.push(`${word.start}: ${spell(locale, value.reckoning.from)}`, dueLine(value.due, value.provisional));
  print({ head, days: [...value.before, ...value.days], basis: value.basis, edition, locale });
  return 0;
}

const SAY: Record<string, string> = {
  unknown: 'is not known to the guide',
  not_in_procedure: 'does not exist for this kind',
  form: 'has the wrong form: days are 2026-03-21, moments 2026-03-21T11:20, terms 15wd, 15d, 2mo or -3wd',
  too_long: 'is too long',
  needed: 'is needed to count this term',
  before_received: 'is before the day of receipt',
  not_of_round: 'is no start of a round: give --from',
};

/** What could stand in place of an id that the guide does not know. */
const knownTo = (edition: Edition, kind: string): Record<string, readonly string[]> => {
  const rules = ruleIdsOf(edition, kind);
  return { kind: kindsOf(edition), rule: rules.length > 0 ? rules : ANY_RULES };
};

function refused(field: string, code: string, known: Record<string, readonly string[]> = {}): number {
  const choice = known[field];
  console.error(`--${field} ${SAY[code] ?? code}.${choice ? ` There are: ${choice.join(', ')}.` : ''}`);
  return 1;
}

process.exitCode = await main();
