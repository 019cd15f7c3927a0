// A hundred thousand invented cases for the bench of search: words as frequent as words are (Zipf's law), a part of them with the endings
// that people would type. Rows of the list and of the index of words only; nothing is filed by commands, which would take an hour.
import { addDays, dayOf, type Day } from '../../app/core/day';
import type { Event } from '../../app/core/event';
import { slipKeys } from '../../app/core/search/typo';
import { entryRow, makeRows } from '../../app/data/search-entries';
import { batch, type Row } from '../../app/data/write';
import type { World } from '../../app/world';
import { chance, type Chance } from '../../prisma/chance';
import type { Country } from '../../prisma/populate';

const VOCABULARY = 60_000;
const BATCH = 500;
const SYLLABLES = 'ба қа ла ре ти но су мы жо дар тек лық сен ой пра во до ма ши гер құ быр ның көш ел айт'.split(' ');

/** Words that the questions of the bench ask for, by how common they are made. */
export const ASKED = { common: 'көше', usual: 'пандус', seldom: 'қоғамдық', rare: 'виадук', few: 'телеграф' } as const;
const EVERY: Record<keyof typeof ASKED, number> = { common: 3, usual: 40, seldom: 700, rare: 20_000, few: 331 };
const FORMS: Record<keyof typeof ASKED, readonly string[]> = {
  common: ['көшесінің', 'көшеде', 'көшелер'],
  usual: ['пандуса', 'пандусы', 'пандусов'],
  seldom: ['қоғамдықтың', 'қоғамдыққа'],
  rare: ['виадука', 'виадуком'],
  few: ['телеграфа', 'телеграфы'],
};

function vocabulary(by: Chance): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY)
    words.add(Array.from({ length: by.between(2, 5) }, () => by.pick(SYLLABLES)).join(''));
  return [...words];
}

export async function fill(world: World, country: Country, cases: number): Promise<void> {
  const by = chance(11);
  const words = vocabulary(by);
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(VOCABULARY ** by.next() - 1)] ?? '').join(' ');
  const today = dayOf(world.now());
  for (let from = 0; from < cases; from += BATCH) {
    const write = batch();
    const appeals: Row[] = [];
    const entries: Row[] = [];
    const told: Row[] = [];
    for (let n = from; n < Math.min(from + BATCH, cases); n += 1) {
      const asked = (Object.keys(EVERY) as (keyof typeof ASKED)[]).flatMap((name) =>
        n % EVERY[name] === 1 ? by.pick(FORMS[name]) : [],
      );
      const appeal = invented(world, country, {
        n,
        by,
        today,
        day: addDays(today, -Math.floor(((cases - n) / cases) * 900)),
      });
      const said = { subject: `${text(4)} ${asked.join(' ')}`, text: text(70) };
      appeals.push({ ...appeal, subject: said.subject, text: said.text });
      const stream = `appeal:${appeal.id}`;
      const events = eventsOf(appeal, said, appeal.phase === 'answered' ? text(50) : null);
      entries.push(entryRow(stream, events));
      told.push(...events.map((event) => ({ ...event, stream, at: appeal.receivedAt, day: appeal.receivedDay })));
    }
    write.insert({ table: 'Appeal', rows: appeals });
    makeRows(write, entries);
    write.insert({ table: 'Event', rows: told });
    const statement = write.statement();
    if (statement) await world.db.pool.query(statement);
  }
  await world.db.pool.query('VACUUM ANALYZE');
  await learnAll(world);
}

const NOBODY = {
  actor: { kind: 'time' },
  opens: [],
  moves: [],
  closes: [],
  prevHash: '0'.repeat(64),
  hash: '0'.repeat(64),
};

/** What the ledger would hold of a case as far as search reads it. */
function eventsOf(
  appeal: Record<string, unknown> & { id: string; receivedAt: string },
  said: { subject: string; text: string },
  answer: string | null,
): Event[] {
  const filed = { ...appeal, ...said, receivedAt: 0, registeredWhy: 'in_hours', arrivedBy: 'filing', files: [] };
  const signatory = { personId: appeal.personId, name: 'Қ. Әлім', post: null };
  const reply = { outcome: 'act_favourable', language: 'kk', text: answer, requirements: {}, signatory, files: [] };
  const at = Date.parse(appeal.receivedAt);
  return [
    { ...NOBODY, at, version: 1, type: 'appeal.filed', payload: filed },
    ...(answer === null ? [] : [{ ...NOBODY, at, version: 2, type: 'appeal.answered', payload: reply }]),
  ] as unknown as Event[];
}

/** What the job search would learn, all at once. */
export async function learnAll({ db }: World): Promise<void> {
  const { rows } = await db.pool.query<{ word: string; ndoc: number }>(
    `SELECT word, ndoc FROM ts_stat('SELECT words FROM "SearchEntry"')`,
  );
  for (let from = 0; from < rows.length; from += 5000)
    await db.pool.query(
      `INSERT INTO "SearchWord" (stem, word, entries, keys) SELECT x.stem, x.stem, x.entries, x.keys FROM jsonb_to_recordset($1::jsonb) AS x(stem text, entries int, keys int[])`,
      [
        JSON.stringify(
          rows.slice(from, from + 5000).map(({ word, ndoc }) => ({ stem: word, entries: ndoc, keys: slipKeys(word) })),
        ),
      ],
    );
  await db.pool.query('VACUUM ANALYZE "SearchWord"');
}

/** How cases of a hundred end that are older than the term of three weeks; two of them nobody answered in time. */
const ENDINGS = [
  ...Array.from({ length: 72 }, () => 'answered'),
  ...Array.from({ length: 8 }, () => 'taken_to_note'),
  ...Array.from({ length: 8 }, () => 'redirected'),
  ...Array.from({ length: 4 }, () => 'terminated'),
  ...Array.from({ length: 4 }, () => 'returned'),
  ...Array.from({ length: 2 }, () => 'withdrawn'),
  ...Array.from({ length: 2 }, () => 'open'),
];
const TERM = 21;

function invented(
  world: World,
  { bodies, applicants }: Country,
  { n, by, day, today }: { n: number; by: Chance; day: Day; today: Day },
) {
  const applicant = by.pick(applicants);
  const due = addDays(day, TERM);
  const phase = due >= today ? 'open' : by.pick(ENDINGS);
  const ended = phase === 'open' ? null : addDays(day, by.between(2, 26));
  const endedDay = ended && (ended < today ? ended : today);
  return {
    ...{
      id: world.newId(),
      number: `${day.slice(0, 4)}-${String(n + 100_000)}`,
      kind: by.pick(['application', 'complaint', 'request', 'message'] as const),
      edition: '2026-1',
    },
    ...{ bodyId: by.pick(bodies).id, personId: applicant.viewer.personId, organisationId: applicant.organisationId },
    ...{ language: 'kk', visibility: n % 10 === 0 ? 'private' : 'public', nameHidden: false },
    ...{ receivedAt: `${day}T05:00:00Z`, receivedDay: day, registeredDay: day, acceptedBy: null },
    ...{ dueDay: due, lawfulDue: due, provisional: false, extended: false, proposed: null },
    ...{ officialId: null, phase, outcome: null, endedDay, endedAt: endedDay && `${endedDay}T10:00:00Z` },
    ...{ verdict: null, originId: null },
  };
}
