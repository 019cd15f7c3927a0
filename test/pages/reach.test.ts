// Whom a round reached: counts against the register by region and field, shares with Wilson's interval, what hides a name, and the
// words where nothing can be estimated.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { openInvitation } from '../../app/commands/rounds/open-invitation';
import { wilson } from '../../app/core/statistics/wilson';
import { reachOfRound } from '../../app/queries/reach';
import { roundFacts } from '../../app/queries/round-facts';
import { roundNumbers } from '../../app/queries/round-numbers';
import { LOCALES, textFor } from '../../app/text';
import type { World } from '../../app/world';
import { words } from '../help/page';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-03-02');
const { world, at } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
let site: Awaited<ReturnType<typeof openSite>>;
/** Organisations of the register beside the cast's two: one in Almaty, ten in Karaganda, one without a region. */
const others: string[] = [];
beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['rounds/']);
  for (const [n, [region, fields]] of (
    [
      ['KZ-75', ['disability', 'health']],
      ['KZ-35', ['disability']],
      ['KZ-35', ['disability', 'youth']],
      [null, ['disability']],
      ...Array.from({ length: 8 }, () => ['KZ-35', ['disability']] as const),
    ] as const
  ).entries()) {
    const id = world.newId();
    others.push(id);
    await world.db.prisma.organisation.create({
      data: {
        ...{
          id,
          bin: `9901400000${String(n).padStart(2, '0')}`,
          name: `ОО «${n}»`,
          address: 'Қарағанды',
          region,
          fields: [...fields],
        },
        createdAt: new Date(0),
      },
    });
  }
});

const reachOf = async (roundId: string, asked: Pick<World, 'db' | 'guide' | 'now'> = world) => {
  const facts = await roundFacts(world, null, (await house.state(roundId)).number);
  if (!facts) throw new Error('nobody may read it');
  return reachOfRound(asked, facts, await roundNumbers(world, roundId));
};
const speaking = (organisationId: string) => ({
  ...cast.ngo,
  mandates: cast.ngo.mandates.map((mandate) => ({ ...mandate, organisationId })),
});
const says = (roundId: string, organisationId: string, more: Record<string, unknown> = {}) =>
  house.comment(roundId, { organisationId, ...more }, speaking(organisationId));

describe('the reach of a round', () => {
  it('counts who was invited, opened and contributed, in the whole, in the field, by region and by field', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const [almaty = '', first = '', second = ''] = others;
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [almaty, first] }));
    await openInvitation(world, { roundId, organisationIds: [almaty] });
    await says(roundId, almaty);
    await says(roundId, second);
    await house.comment(roundId);
    const reach = await reachOf(roundId);
    expect(reach.all).toMatchObject({ register: 14, invited: 3, opened: 1, contributed: 2, contributedInvited: 1 });
    expect(reach.inField).toMatchObject({ register: 13, invited: 3, opened: 1, contributed: 2 });
    expect(reach.inField.contributedShare).toEqual(wilson(2, 13));
    const region = (id: string) => reach.byRegion.find((row) => row.id === id);
    expect(region('KZ-75')).toMatchObject({ register: 2, invited: 2, opened: 1, contributed: 1 });
    expect(region('KZ-35')).toMatchObject({ register: 10, invited: 1, opened: 0, contributed: 1 });
    expect(region(''), 'without a region').toMatchObject({ register: 1, contributed: 0 });
    expect(region('KZ-71'), 'of another field').toMatchObject({ register: 0, contributed: 0 });
    expect(reach.byRegion.reduce((sum, { register }) => sum + register, 0)).toBe(13);
    const field = (id: string) => reach.byField.find((row) => row.id === id);
    expect(field('disability')).toMatchObject({ register: 13, contributed: 2 });
    expect(field('health')).toMatchObject({ register: 1, invited: 1, contributed: 1 });
    expect(field('ecology'), 'nobody of it was invited or spoke').toBeUndefined();
    expect(reach.persons).toBe(1);
  });

  it('does not count what was taken back, and counts what a moderator hid', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const [one = '', other = ''] = others;
    const gone = await says(roundId, one);
    const hidden = await says(roundId, other);
    await must(withdrawComment(world, speaking(one), { commentId: gone }));
    await must(
      moderateComment(world, cast.registrar, {
        ...{ step: 'hide', commentId: hidden, ground: 'advertising', reason: 'Реклама, к проекту не относится.' },
      }),
    );
    expect((await reachOf(roundId)).all).toMatchObject({ contributed: 1 });
  });

  it('gives away no organisation that hides its name: it stands in the whole alone', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const [almaty = ''] = others;
    await says(roundId, almaty, { nameHidden: true });
    const reach = await reachOf(roundId);
    expect(reach).toMatchObject({ unnamed: 1, all: { contributed: 1 }, inField: { contributed: 0 } });
    expect([...reach.byRegion, ...reach.byField].filter(({ contributed }) => contributed > 0)).toEqual([]);
    await says(roundId, almaty);
    expect(await reachOf(roundId), 'once it speaks under its name').toMatchObject({
      unnamed: 0,
      inField: { contributed: 1 },
    });
  });

  it('estimates nothing from nobody, nor from fewer than the guide asks for', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const inForce = world.guide.inForceOn(town.today());
    const asking = (n: number): Pick<World, 'db' | 'guide' | 'now'> => {
      const edition = {
        ...inForce,
        surveys: { publishing: { public: { n, basis: [] } } },
      } as unknown as typeof inForce;
      return { ...world, guide: { ...world.guide, inForceOn: () => edition } };
    };
    const all = await reachOf(roundId, asking(13));
    expect(all.inField.contributedShare).toEqual(wilson(0, 13));
    expect(all.inField.openedShare).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    expect((await reachOf(roundId, asking(14))).inField.contributedShare).toMatchObject({ n: 13, lack: 'too_few' });
    const nobody = all.byRegion.find(({ id }) => id === 'KZ-10');
    expect(nobody?.contributedShare).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
  });
});

describe('its page', () => {
  it.each(LOCALES)('says it in %s with the interval, and what could not be estimated', async (locale) => {
    at('2026-03-02');
    const t = textFor(locale);
    const roundId = await house.open();
    await says(roundId, others[1] ?? '');
    const { number } = await house.state(roundId);
    const answer = await site.visitor().get(`/${locale}/rounds/${number}/reach`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const said = words(html);
    const share = wilson(1, 13);
    if (share.estimate === null) throw new Error('one of thirteen is a share');
    expect(said).toContain(words(t.reach.share(share.estimate, share.low, share.high)));
    expect(said).toContain(t.reach.notEstimable);
    expect(said).toContain(
      words(t.reach.how.few(world.guide.inForceOn(town.today()).surveys?.publishing.public.n ?? 0)),
    );
    expect(said).toContain(words(t.reach.region.empty('').slice(0, 20)));
    expect(html).toContain('class="bar-range"');
    expect(html).not.toContain('undefined');
    const round = await (await site.visitor().get(`/${locale}/rounds/${number}`)).text();
    expect(round).toContain(`/${locale}/rounds/${number}/reach`);
  });

  it('is not there while the round is prepared', async () => {
    at('2026-03-02');
    const { number } = await house.state(await house.prepare());
    expect((await site.visitor().get(`/ru/rounds/${number}/reach`)).status).toBe(404);
  });
});
