// Feeds of a body, a topic and a round: what happened and what is owed, of what everyone reads and nothing else, the same bytes for the same facts.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { textFor } from '../../app/text';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world } = test;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(test, () => cast);
const numbers = { answered: '', open: '', secret: '', round: '', topic: '' };
beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['feeds/', 'bodies/body', 'rounds/round', 'rounds/list']);
  const file = (more: object) => must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
  const answered = await file({ subject: 'О <b>пандусе</b> & лифте' });
  await must(answerAppeal(world, cast.executor, { appealId: answered.id, ...aReply('act_favourable', PARTS) }));
  numbers.answered = answered.number;
  numbers.open = (await file({ subject: 'Открытое дело', bodyId: cast.committee.id })).number;
  numbers.secret = (await file({ subject: 'Тайное дело', visibility: 'private' })).number;
  const roundId = await house.open();
  const round = await world.db.prisma.round.findUniqueOrThrow({ where: { id: roundId } });
  numbers.round = round.number;
  numbers.topic = round.topic;
  await house.prepare();
});

const read = async (path: string) => {
  const answer = await site.visitor().get(path);
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('\r\n ', '');
};
const entries = (feed: string) => [...feed.matchAll(/<entry>[\s\S]*?<\/entry>/g)].map(([entry]) => entry);

describe.each(['kk', 'ru', 'en'] as const)('in %s', (locale) => {
  const t = textFor(locale);
  it('news of a body tell of its public cases and rounds, and of bodies under it, the latest first', async () => {
    const feed = await read(`/${locale}/news.atom?body=ministry`);
    const all = entries(feed);
    const kinds = all.map((entry) => Object.entries(t.webhooks.kinds).find(([, name]) => entry.includes(name))?.[0]);
    expect(kinds.toSorted()).toEqual(['case.accepted', 'case.answered', 'case.filed', 'case.filed', 'round.opened']);
    expect(feed).toContain(`<id>http://kenes.test/${locale}/appeals/${numbers.answered}#event-1</id>`);
    expect(feed).not.toContain(numbers.secret);
    expect(feed).not.toMatch(/Тайное|<b>/);
    expect(feed).toContain('&lt;b&gt;');
  });

  it('days of a body are those of what it owes itself in public', async () => {
    const days = await read(`/${locale}/duties.ics?body=ministry`);
    expect(days).toContain('Открытое дело');
    expect(days).toContain(`/${locale}/rounds/${numbers.round}`);
    expect(days).not.toMatch(/Тайное/);
    expect(days).not.toContain(numbers.secret);
    expect(days).toMatch(/DTSTART;VALUE=DATE:2026\d{4}/);
  });
});

it('of a topic and of a round hold theirs alone, and what is not there has none', async () => {
  for (const asked of [`topic=${numbers.topic}`, `round=${numbers.round}`]) {
    const feed = await read(`/ru/news.atom?${asked}`);
    expect(entries(feed)).toHaveLength(1);
    expect(feed).not.toContain('/appeals/');
    const days = await read(`/ru/duties.ics?${asked}`);
    expect(days).toContain(numbers.round);
    expect(days).not.toContain('/appeals/');
  }
  const other = await read('/ru/news.atom?topic=culture');
  expect(entries(other)).toEqual([]);
  for (const asked of ['', '?body=nobody', '?topic=nothing', '?round=R-2026-000099'])
    expect((await site.visitor().get(`/ru/news.atom${asked}`)).status).toBe(404);
});

it('give the same bytes until something happens, however late they are asked again', async () => {
  const paths = ['/ru/news.atom?body=ministry', '/ru/duties.ics?body=ministry', '/ru/news.atom?topic=culture'];
  const before = await Promise.all(paths.map(read));
  test.at('2026-03-02', '17:00');
  expect(await Promise.all(paths.map(read))).toEqual(before);
});

it('are linked for people and for programs on the pages of each', async () => {
  for (const [page, asked] of [
    ['/ru/bodies/ministry', 'body=ministry'],
    [`/ru/rounds/${numbers.round}`, `round=${numbers.round}`],
    [`/ru/rounds?topic=${numbers.topic}`, `topic=${numbers.topic}`],
  ] as const) {
    const html = await read(page);
    for (const [file, type] of [
      ['news.atom', 'application/atom+xml'],
      ['duties.ics', 'text/calendar'],
    ] as const) {
      expect(html).toContain(`<a href="/ru/${file}?${asked}">`);
      expect(html).toMatch(
        new RegExp(`<link [^>]*type="${type.replace('+', '\\+')}"[^>]*href="/ru/${file}\\?${asked}"`),
      );
    }
  }
});
