// Operations on what stands above single cases: state bodies, published figures, the guide, and the calculator of terms.
import { z } from 'zod';
import { LEVELS, REGIONS } from '../../../core/region';
import { bodyRows } from '../../../queries/body-rows';
import { publicBody } from '../../../queries/public-bodies';
import { bodyScores, scoreGuide, scoreOverview, scorePeriods } from '../../../queries/scores';
import { dayOf } from '../../../core/day';
import { done } from '../../../core/refusal';
import { body, bodyLine, bodyLineOf, bodyOf } from '../answers/body';
import { edition, editionOf, kind, kindsIn } from '../answers/guide';
import { bodyScores as bodyScoresShape, bodyScoresOf, league, leagueOf, PERIOD } from '../answers/score';
import { countedTerm } from '../answers/term';
import { listing, reading, type ReadOperation } from '../operation';
import { termAsked, termQuery } from '../term';

const bodyFilter = z.strictObject({
  level: z.enum(LEVELS).optional(),
  region: z.enum(REGIONS).optional(),
  parent: z.string().max(80).optional().describe('Slug of the body above.'),
});
const period = z.strictObject({
  period: z.string().regex(PERIOD).optional().describe('A quarter such as 2026-Q1; the newest without it.'),
});
const editionAsked = z.strictObject({
  edition: z.string().max(20).optional().describe('Id of an edition; the one in force without it.'),
});

const term: ReadOperation = {
  ...{ method: 'GET', path: '/term', group: 'guide', query: termQuery, body: null, answer: countedTerm, status: 200 },
  ...{ fresh: 60, readsItself: true },
  run: async ({ world, search, ...to }) => {
    const asked = termAsked(world, search, to.locale);
    return 'problem' in asked ? { ok: false, problem: asked.problem } : done({ answer: asked.answer });
  },
};

export const REGISTERS = {
  listBodies: listing({
    ...{ path: '/bodies', group: 'bodies', query: bodyFilter, item: bodyLine },
    list: async ({ world, query, limit, cursor, ...to }) => {
      const { rows, next } = await bodyRows(world, { ...query, after: cursor, limit, locale: to.locale });
      return { items: rows.map((row) => bodyLineOf(to, row)), next };
    },
  }),
  getBody: reading({
    ...{ path: '/bodies/{slug}', group: 'bodies', answer: body },
    read: async ({ world, path, ...to }) => {
      const view = await publicBody(world, path.slug, to.locale);
      return view && bodyOf(to, view);
    },
  }),
  getLeague: reading({
    ...{ path: '/scores', group: 'scores', query: period, answer: league },
    read: async ({ world, query, ...to }) => {
      const periods = await scorePeriods(world, null);
      const asked = query.period === undefined ? periods[0] : periods.find((one) => one === query.period);
      const guide = scoreGuide(world, to.locale);
      const view = asked && guide ? await scoreOverview(world, asked, to.locale) : null;
      return view && guide && leagueOf(to, { view, guide, periods });
    },
  }),
  getBodyScores: reading({
    ...{ path: '/bodies/{slug}/scores', group: 'scores', query: period, answer: bodyScoresShape },
    read: async ({ world, path, query, ...to }) => {
      const guide = scoreGuide(world, to.locale);
      const scores = guide && (await bodyScores(world, path.slug, query.period ?? null, to.locale));
      if (!scores || (query.period && !scores.periods.some((one) => one === query.period))) return null;
      return bodyScoresOf(to, { scores, guide });
    },
  }),
  listEditions: reading({
    ...{ path: '/guide/editions', group: 'guide', answer: z.strictObject({ items: z.array(edition) }) },
    read: ({ world: { guide, now }, locale }) => {
      const current = guide.inForceOn(dayOf(now())).id;
      return { items: guide.editions.map((one) => editionOf(one, { locale, current: one.id === current })) };
    },
  }),
  listKinds: reading({
    ...{ path: '/guide/kinds', group: 'guide', query: editionAsked, answer: z.strictObject({ items: z.array(kind) }) },
    read: ({ world: { guide, now }, query, ...to }) => {
      const inForce = guide.inForceOn(dayOf(now()));
      const asked = query.edition === undefined ? inForce : guide.editions.find(({ id }) => id === query.edition);
      return asked ? { items: kindsIn(to, asked) } : null;
    },
  }),
  countTerm: term,
};
