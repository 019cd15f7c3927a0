// Bodies that game their figures, planted among honest ones and lived through the commands: each is found by what everybody reads on the
// pages, and none of them gains by it.
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal, answersOf, askedOf } from '../../app/commands/appeals/answer';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import type { Day } from '../../app/core/day';
import type { Kind } from '../../guide/schema';
import type { Outcome } from '../../app/core/refusal';
import { bodyScores, scoreOverview, type BodyScores, type OverviewView } from '../../app/queries/scores';
import { chance } from '../../prisma/chance';
import { workingDayAfter } from '../../prisma/life';
import { populate, type Country } from '../../prisma/populate';
import { score } from '../../workers/score';
import { must } from '../help/rounds';
import { testWorld } from '../help/world';
import { never } from './help';

const PERIOD = '2026-Q1';
const FILED: Day = '2026-02-02';
const FILED_LATER: Day = '2026-03-31';
/** The figures of the quarter are everybody's by the first of these days; by the second every term has passed. */
const FIRST: Day = '2026-04-16';
const SECOND: Day = '2026-05-20';
const CASES = 12;

const town = testWorld(FILED);
const { world } = town;
const day = (from: Day, n: number) => workingDayAfter(world.guide.calendar, from, n);
const { procedures } = world.guide.inForceOn(FILED);
const TERM = 15;

type Place = Country['bodies'][number];
/** What a body does with a case that was filed on `from`: when, counted in working days, and what. */
type Step = { after: number; act: (appealId: string, place: Place) => Promise<Outcome<unknown>> };
const plan: { day: Day; act: () => Promise<unknown> }[] = [];

const ended = (kind: Kind, endsAs: 'decided' | 'noted') => {
  const procedure = procedures[kind];
  const outcome = answersOf(procedure).find(({ ends_as }) => ends_as === endsAs)?.id ?? '';
  return (appealId: string, { post }: Place) => {
    const requirements = Object.fromEntries(askedOf(procedure).map(({ id }) => [id, 'Изложено в приложенном акте.']));
    const text = 'Обращение рассмотрено, работы включены в план второго квартала.';
    return answerAppeal(world, post.head, { appealId, outcome, language: 'ru', text, requirements });
  };
};
const accept: Step = { after: 0, act: (appealId, { post }) => acceptAppeal(world, post.registrar, { appealId }) };
const answer = (after: number): Step => ({ after, act: ended('application', 'decided') });
const note = (after: number): Step => ({ after, act: ended('message', 'noted') });
const propose: Step = {
  after: 10,
  act: (appealId, { post }) =>
    proposeExtension(world, post.executors[0] ?? null, {
      ...{ appealId, until: day(FILED, TERM + 15) },
      reason: 'Требуется запросить сведения у других органов.',
    }),
};
const extend: Step = {
  after: 11,
  act: (appealId, { post }) => decideExtension(world, post.head, { appealId, decision: 'approve' }),
};

const found: Record<'first' | 'second', { overview: OverviewView; of: (slug: string) => BodyScores }> = {} as never;
const slugs = { prompt: '', late: '', extending: '', silent: '', waiting: '', noting: '', passing: '', once: '' };
const row = (name: keyof typeof slugs, when: 'first' | 'second' = 'second') => {
  const at = found[when].overview.rows.findIndex(({ slug }) => slug === slugs[name]);
  const it = found[when].overview.rows[at];
  if (!it) throw new Error(`${name} has vanished`);
  return { ...it, at };
};
const figures = (name: keyof typeof slugs, when: 'first' | 'second' = 'second') => {
  const it = found[when].of(slugs[name]).figures;
  if (!it) throw new Error(`${name} has no figures`);
  return it;
};

beforeAll(async () => {
  town.at('2026-01-05');
  const { bodies, applicants } = await populate(world, { chance: chance(8), since: world.now() });
  const [applicant] = applicants;
  if (!applicant) throw new Error('nobody applies');
  const names = Object.keys(slugs) as (keyof typeof slugs)[];
  const placeOf = new Map(names.map((name, at) => [name, bodies[at] as Place]));
  for (const [name, { body }] of placeOf) slugs[name] = body.slug;

  type Handled = { count?: number; from?: Day; kind?: Kind; steps: readonly Step[]; verdict?: string };
  const handled = (name: keyof typeof slugs, about: Handled) => {
    const { count = CASES, from = FILED, kind = 'application', steps, verdict } = about;
    const place = placeOf.get(name) as Place;
    for (let n = 0; n < count; n++) {
      let id = '';
      const file = { kind, bodyId: place.id, organisationId: applicant.organisationId, language: 'ru' };
      const text = `Просим установить пандус у подземного перехода № ${n + 1} и назвать ответственное подразделение.`;
      plan.push({
        day: from,
        act: async () =>
          (id = (await must(fileAppeal(world, applicant.viewer, { ...file, subject: `Пандус № ${n + 1}`, text }))).id),
      });
      for (const { after, act } of steps) plan.push({ day: day(from, after), act: () => must(act(id, place)) });
      if (verdict)
        plan.push({
          day: day(from, 25),
          act: () => must(judgeAnswer(world, applicant.viewer, { appealId: id, verdict, comment: '' })),
        });
    }
  };
  const redirect: Step = {
    after: 2,
    act: (appealId, { post }) =>
      redirectAppeal(world, post.registrar, {
        ...{ appealId, toBodyId: bodies.at(-1)?.id ?? '' },
        reason: 'Вопрос относится к компетенции другого органа.',
      }),
  };
  handled('prompt', { steps: [accept, answer(5)], verdict: 'answers' });
  handled('late', { steps: [accept, answer(TERM + 3)], verdict: 'answers' });
  handled('extending', { steps: [accept, propose, extend, answer(TERM + 3)], verdict: 'answers' });
  handled('silent', { count: 5, steps: [] });
  handled('silent', { count: CASES - 5, from: FILED_LATER, steps: [] });
  handled('waiting', { steps: [accept, answer(TERM)], verdict: 'answers' });
  handled('noting', { kind: 'message', steps: [accept, note(5)], verdict: 'only_acknowledgement' });
  handled('passing', { steps: [accept, redirect] });
  handled('once', { count: 1, steps: [accept, answer(1)], verdict: 'answers' });
  // A stable order: what was planned first of a day happens first.
  plan.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const [when, until] of [
    ['first', FIRST],
    ['second', SECOND],
  ] as const) {
    while (plan[0] && plan[0].day <= until) {
      const { day: on, act } = plan.shift() as (typeof plan)[number];
      town.at(on, '12:00');
      await act();
    }
    town.at(until);
    await score(world, never);
    const overview = await scoreOverview(world, PERIOD, 'en');
    if (!overview) throw new Error('nothing is published');
    const own = new Map<string, BodyScores>();
    for (const slug of Object.values(slugs)) {
      const it = await bodyScores(world, slug, PERIOD, 'en');
      if (it) own.set(slug, it);
    }
    found[when] = { overview, of: (slug) => own.get(slug) as BodyScores };
  }
}, 240_000);

describe('a body that answers nothing', () => {
  it('gets worse, and never vanishes', () => {
    const [before, after] = [row('silent', 'first'), row('silent')];
    const points = ({ figures: { composite } }: typeof after) => composite.score;
    expect(points(before).estimate).toBe(0);
    expect(points(after).estimate).toBe(0);
    const high = (it: typeof after) => (points(it) as { high: number }).high;
    expect(high(after)).toBeLessThan(high(before));
    expect(figures('silent').backlog.overdue).toBe(CASES);
    const age = (when: 'first' | 'second') => Math.max(...figures('silent', when).backlog.ages.map(({ days }) => days));
    expect(age('second')).toBeGreaterThan(age('first'));
    expect(before.placed.place.rank, 'too few are due yet').toBeNull();
    const ranks = found.second.overview.rows.flatMap(({ placed }) => placed.place.rank ?? []);
    expect(after.placed.place.rank).toBe(Math.max(...ranks));
    expect(figures('silent').rates.deemed_refused).toMatchObject({ of: CASES, n: CASES });
  });
});

describe('a body that extends everything', () => {
  it('has no better place and no better score than one that is as late and extends nothing', () => {
    const [extending, late] = [row('extending'), row('late')];
    const points = (it: typeof late) => it.figures.composite.score.estimate ?? Number.NaN;
    expect(points(extending)).toBeLessThanOrEqual(points(late));
    expect(extending.placed.place.rank).toBeGreaterThanOrEqual(late.placed.place.rank ?? 0);
    expect(figures('extending').clocks.lawful.share).toEqual(figures('late').clocks.lawful.share);
    expect(figures('extending').clocks.extended.share, 'the other clock is shown beside').toMatchObject({ of: CASES });
    expect(figures('extending').rates.extended).toMatchObject({ of: CASES, n: CASES });
  });
});

describe('a body that answers all on the last day', () => {
  it('is seen in the distribution, and called heaped by the test', () => {
    expect(figures('waiting').distribution).toMatchObject({ last_day: CASES, first_third: 0, second_third: 0 });
    const { lastDay } = figures('waiting');
    expect('p' in lastDay && lastDay.p).toBeLessThan(0.001);
    const prompt = figures('prompt').lastDay;
    expect('p' in prompt && prompt.p < 0.05).toBe(false);
  });
});

describe('a body that closes everything with “taken to note”', () => {
  it('shows that it answered nothing, and stands behind who answers', () => {
    const { rates, time } = figures('noting');
    expect(rates.taken_to_note).toMatchObject({ of: CASES, n: CASES });
    expect(time).toMatchObject({ answered: 0, others: CASES });
    expect(time.quartiles.median).toMatchObject({ estimate: 'not_reached' });
    expect(row('noting').at).toBeGreaterThan(row('prompt').at);
    expect(row('noting').figures.composite.score.estimate).toBeLessThan(
      row('prompt').figures.composite.score.estimate ?? 0,
    );
  });
});

describe('a body that sends everything on', () => {
  it('has no share to show and no place, and its rate says why', () => {
    expect(row('passing').placed.place).toMatchObject({ rank: null, lack: 'too_few' });
    expect(figures('passing').clocks.lawful).toMatchObject({
      share: { estimate: null },
      counts: { redirected: CASES },
    });
    expect(figures('passing').rates.redirected).toMatchObject({ of: CASES, n: CASES });
  });
});

describe('a body with one case, answered at once', () => {
  it('never leads: it has no place, and stands below everybody who has one', () => {
    expect(row('once').placed.place).toMatchObject({ rank: null, lack: 'too_few' });
    expect(row('once').figures.clocks.lawful.share).toMatchObject({ of: 1, n: 1 });
    const ranked = found.second.overview.rows.filter(({ placed }) => placed.place.rank !== null);
    expect(ranked.length).toBeGreaterThanOrEqual(4);
    expect(row('once').at).toBeGreaterThanOrEqual(ranked.length);
    expect(found.second.overview.rows[0]?.slug).not.toBe(slugs.once);
  });
});
