// Duties of rounds as whoever reminds, records and lists meets them: like any other, and many that one stands for as that one.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnyRuleId, RoundKind } from '../../guide/schema';
import { dayOf, type Day } from '../../app/core/day';
import { ruleOf } from '../../app/core/duty';
import type { Opening, Party } from '../../app/core/obligation';
import { planReminders, type Plan } from '../../app/core/reminder';
import { reckon } from '../../app/core/term';
import { spanOf } from '../../app/core/why';
import { NO_HEAD, openStream, record } from '../../app/data/ledger';
import { deskAsked, deskOf } from '../../app/queries/desk';
import { NEARNESS } from '../../app/core/nearness';
import { publicBody } from '../../app/queries/public-bodies';
import { todayOf } from '../../app/queries/today';
import { LOCALES } from '../../app/text';
import { deliver } from '../../workers/deliver';
import { lapse } from '../../workers/lapse';
import { remind } from '../../workers/remind';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at, today } = testWorld('2026-04-30');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
beforeEach(async () => {
  await world.db.prisma.reminder.deleteMany();
  await world.db.prisma.letter.deleteMany();
  await world.db.prisma.obligation.deleteMany();
  at('2026-04-30');
});

type Owing = { rule: AnyRuleId; creditor?: Party; key?: string };
let count = 0;

/** A round whose last day for comments is today: the ministry owes all of this from here. Gives the round's stream. */
async function owes(kind: RoundKind, duties: readonly Owing[]): Promise<string> {
  const edition = world.guide.inForceOn(today());
  const { calendar } = world.guide;
  const plans = new Map<string, Plan[]>();
  const opens = duties.map(({ rule: id, creditor, key = id }): Opening => {
    const rule = ruleOf(edition, kind, id);
    if (!rule) throw new Error(`${kind} has no rule ${id}`);
    const reckoning = reckon({ calendar, from: today(), term: spanOf(rule), conventions: edition.counting });
    const plan = edition.reminder_plans[rule.reminders];
    plans.set(key, planReminders({ plan, reckoning, calendar, now: world.now() }));
    const debtor: Party = { kind: 'body', id: cast.ministry.id };
    return { id: world.newId(), key, rule: id, debtor, creditor: creditor ?? null, reckoning };
  });
  const stream = `round:${world.newId()}`;
  count += 1;
  await record(world, {
    actor: { kind: 'time' },
    at: world.now(),
    day: dayOf(world.now()),
    chapters: [
      {
        stream,
        head: NO_HEAD,
        before: [],
        entries: [
          {
            fact: {
              type: 'obligation.lapsed',
              payload: { key: 'comment_period', rule: 'comment_period', dueDay: today() },
            },
            opens,
            moves: [],
            closes: [],
          },
        ],
        state: null,
        about: {
          ...{ number: `2026-9${count}`, title: 'Тұрақ қағидалары', titleRu: 'Правила парковки' },
          ...{ edition: edition.id, procedure: kind },
        },
        plans,
      },
    ],
    letters: [],
  });
  return stream;
}
const ngo = (): Party => ({ kind: 'organisation', id: cast.organisationId });
/** The answer to all comments and to each of three, one of them the NGO's. */
const answers = () =>
  owes('draft_act', [
    { rule: 'dispose' },
    ...[1, 2, 3].map((n): Owing => ({ rule: 'dispose_comment', key: `dispose_comment:${n}`, creditor: ngo() })),
  ]);

type Data = { rule: string; point: string; owed: string; path: string; procedure: string; complainUntil: Day | null };
async function lettersTo(viewer: Cast['ngo']): Promise<Data[]> {
  const letters = await world.db.prisma.letter.findMany({ where: { personId: viewer.personId } });
  return letters.map(({ data }) => data as Data);
}

describe('a reminder of a round’s duty', () => {
  it('comes at the guide’s points to the body, once for all comments however many there are', async () => {
    await answers();
    at('2026-05-14', '09:00');
    await remind(world, never);
    for (const official of [cast.registrar, cast.executor])
      expect(await lettersTo(official)).toMatchObject([
        {
          rule: 'dispose',
          procedure: 'draft_act',
          point: 'minus_3',
          owed: 'by_you',
          path: expect.stringMatching(/^\/rounds\/2026-9/) as string,
        },
      ]);
    expect(await lettersTo(cast.head)).toEqual([]);
    expect(await world.db.prisma.reminder.count({ where: { state: 'written' } })).toBe(1);
  });

  it('after the due day goes to the participant it is owed to as well', async () => {
    await owes('public_control_document', [{ rule: 'dispose', creditor: ngo() }]);
    at('2026-05-20', '09:00');
    await remind(world, never);
    expect(await lettersTo(cast.ngo)).toMatchObject([{ rule: 'dispose', point: 'plus_1', owed: 'to_you' }]);
    expect(await lettersTo(cast.head)).toMatchObject([{ rule: 'dispose', point: 'plus_1', owed: 'by_you' }]);
  });
});

it('what is owed to a council is reminded of to its secretary and chair, not to every member', async () => {
  const { prisma } = world.db;
  const since = new Date('2026-01-01T00:00:00Z');
  const council = { id: world.newId(), slug: 'council', nameKk: 'Кеңес', nameRu: 'Совет', nameEn: 'Council' };
  await prisma.council.create({ data: { ...council, bodyId: cast.ministry.id, createdAt: since } });
  const seats = [
    [cast.stranger, 'council_secretary', null],
    [cast.citizen, 'council_chair', null],
    [cast.ngo, 'council_member', null],
    [cast.administrator, 'council_secretary', new Date('2026-03-01T00:00:00Z')],
  ] as const;
  for (const [{ personId }, role, until] of seats)
    await prisma.membership.create({
      data: { id: world.newId(), personId, role, councilId: council.id, since, until },
    });
  await owes('budget_plan', [{ rule: 'council_reply', creditor: { kind: 'council', id: council.id } }]);
  at('2026-05-20', '09:00');
  await remind(world, never);
  for (const reader of [cast.stranger, cast.citizen])
    expect(await lettersTo(reader)).toMatchObject([{ rule: 'council_reply', point: 'plus_1', owed: 'to_you' }]);
  for (const other of [cast.ngo, cast.administrator]) expect(await lettersTo(other)).toEqual([]);
});

describe('the title of a round', () => {
  it('stands on every desk and in every day in the reader’s language, to English readers in Russian and marked so', async () => {
    await owes('public_control_document', [{ rule: 'dispose', creditor: ngo() }]);
    at('2026-05-18');
    const titles = {
      kk: { title: 'Тұрақ қағидалары' },
      ru: { title: 'Правила парковки' },
      en: { title: 'Правила парковки', titleLang: 'ru' },
    };
    for (const locale of LOCALES) {
      const desk = await deskOf(world, cast.head, deskAsked(new URLSearchParams()), locale);
      const day = await todayOf(world, cast.ngo, locale);
      for (const line of [desk?.rows[0], day.soon[0]]) {
        expect(line?.title).toBe(titles[locale].title);
        expect(line?.titleLang).toBe('titleLang' in titles[locale] ? 'ru' : undefined);
      }
    }
  });

  it('stands in a reminder and in the word of a missed day as its reader reads it', async () => {
    await owes('public_control_document', [{ rule: 'dispose', creditor: ngo() }]);
    at('2026-05-20', '09:00');
    await remind(world, never);
    await lapse(world, never);
    await deliver(world, never);
    const letters = await world.db.prisma.letter.findMany({
      where: { letter: { in: ['deadline_reminder', 'deadline_passed'] } },
      select: { locale: true, letter: true, text: true, html: true },
    });
    expect(new Set(letters.map(({ locale, letter }) => `${letter} ${locale}`))).toEqual(
      new Set(['deadline_reminder kk', 'deadline_reminder ru', 'deadline_passed ru']),
    );
    for (const { locale, text, html } of letters) {
      const [own, other] = locale === 'kk' ? ['Тұрақ қағидалары', 'Правила'] : ['Правила парковки', 'Тұрақ'];
      for (const said of [text, html]) {
        expect(said).toContain(own);
        expect(said).not.toContain(other);
      }
    }
  });
});

describe('a round’s duty that lapses', () => {
  it('is told to the heads; nothing is deemed refused, and nobody hears of each comment', async () => {
    const stream = await answers();
    at('2026-05-20', '00:05');
    expect(await lapse(world, never)).toBe(4);
    expect(await lapse(world, never)).toBe(0);
    const { events } = await openStream(world.db, stream);
    expect(
      events
        .filter(({ day }) => day === '2026-05-20')
        .map(({ payload }) => (payload as { key: string }).key)
        .sort(),
    ).toEqual(['dispose', 'dispose_comment:1', 'dispose_comment:2', 'dispose_comment:3']);
    expect(await lettersTo(cast.head)).toMatchObject([{ rule: 'dispose', complainUntil: null }]);
    expect(await lettersTo(cast.ngo)).toEqual([]);
    expect(await world.db.prisma.letter.count()).toBe(1);
  });
});

describe('the answers to all comments of a round', () => {
  it('are one line of the desk, and of what the body owes', async () => {
    await answers();
    await owes('draft_act', [{ rule: 'publish_outcome' }]);
    at('2026-05-18');
    const desk = await deskOf(world, cast.head, deskAsked(new URLSearchParams()), 'en');
    expect(desk?.rows.map(({ what, kind, nearness }) => [what, kind, nearness])).toEqual([
      ['Answer all comments', 'Draft act', 'near'],
      ['Publish the outcome', 'Draft act', 'later'],
    ]);
    expect(desk?.rows[0]?.path).toMatch(/^\/rounds\/2026-9/);
    expect(NEARNESS.map((nearness) => desk?.counts[nearness])).toEqual([0, 0, 1, 1]);
    expect(desk?.shares).toEqual({ mine: 0, all: 2, nobody: 2 });
    expect((await publicBody(world, cast.ministry.slug, 'en'))?.owes).toEqual({
      overdue: 0,
      today: 0,
      near: 1,
      later: 1,
    });
  });

  it('are no lines of the day of whoever commented; what is owed to them alone is', async () => {
    await answers();
    await owes('public_control_document', [{ rule: 'dispose', creditor: ngo() }]);
    at('2026-05-20');
    const { overdue, soon } = await todayOf(world, cast.ngo, 'en');
    expect([...overdue, ...soon].map(({ what, decides }) => [what, decides])).toEqual([['Answer all comments', false]]);
    expect(overdue[0]).toMatchObject({ dueDay: '2026-05-19', daysLeft: -1 });
    expect(overdue[0]?.term.days.at(0)?.date).toBe('2026-04-30');
  });
});
