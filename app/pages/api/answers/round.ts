// A consultation round as the API tells it: in a list, and whole, with its period, its duties and why each day, and what came of it. And the
// clauses of its documents, which a comment names.
import { z } from 'zod';
import { ROUND_KINDS, STAGES } from '../../../../guide/schema';
import type { RoundDocument } from '../../../core/round';
import type { ClauseRow } from '../../../queries/clause-rows';
import type { RoundView } from '../../../queries/round';
import type { RoundDuty } from '../../../queries/round-clock';
import type { ResultView } from '../../../queries/round-result';
import type { RoundRow } from '../../../queries/rounds';
import {
  basis,
  basisOf,
  day,
  dutyFields,
  links,
  linksTo,
  place,
  said,
  saidOf,
  SHAPES,
  term,
  termOf,
  who,
  whoOf,
  type Addresses,
} from './shared';

const kind = z.strictObject({ id: z.enum(ROUND_KINDS), name: z.string() });
const stage = z.strictObject({ id: z.enum(STAGES), name: z.string() });
const common = {
  number: z.string(),
  kind,
  stage,
  title: said,
  body: place,
  council: z.string().nullable().describe('The council that hosts it, where one does.'),
  topic: z.string(),
  regions: z.array(z.string()).describe('ISO 3166-2 codes; none for the whole country.'),
  opensDay: day,
  closesDay: day.describe('The last day for comments.'),
  daysLeft: z.number().int(),
  comments: z.number().int().describe('Comments that were not withdrawn, voices included.'),
};
const roundLink = (to: Addresses, number: string) => linksTo(to, `/rounds/${number}`);

export const roundLine = z
  .strictObject({ ...common, overdue: z.boolean(), links })
  .register(SHAPES, { id: 'RoundLine' });

export const roundLineOf = (to: Addresses, row: RoundRow): z.input<typeof roundLine> => {
  const { number, body, council, topic, regions, opensDay, closesDay, daysLeft, comments, overdue } = row;
  return {
    ...{ number, body, council, topic, regions, opensDay, closesDay, daysLeft, comments, overdue },
    kind: { id: row.kind, name: row.kindName },
    stage: { id: row.stage, name: row.stageName },
    title: { text: row.title, lang: row.language },
    links: roundLink(to, number),
  };
};

const signed = { day, by: who };
const document = z.strictObject({
  id: z.uuid(),
  role: z.string(),
  language: z.enum(['kk', 'ru']),
  version: z.number().int(),
  title: z.string(),
  day,
  clauses: z.number().int(),
  href: z.url().describe('Its clauses, by which comments name what they are about.'),
});
const commitment = z.strictObject({
  id: z.uuid(),
  text: said,
  dueDay: day,
  state: dutyFields.state,
  report: z.strictObject({ kept: z.string(), evidence: said, ...signed }).nullable(),
  judged: z.record(z.string(), z.number().int()).describe('What those who took part say, counted.'),
});

export const round = z
  .strictObject({
    ...common,
    id: z.uuid(),
    edition: z.string(),
    open: z.boolean().describe('Comments are taken today.'),
    contributors: z.enum(['everyone', 'council', 'organisation']),
    summary: said,
    decides: said,
    fixed: said,
    contact: z.string(),
    openedDay: day.nullable(),
    unanswered: z.number().int(),
    period: z.strictObject({
      asked: term.nullable().describe('As long as the guide asks; null for kinds without a period.'),
      given: term.nullable().describe('As the host set it, where it is another one.'),
      moves: z.array(z.strictObject({ how: z.string(), was: day, closesDay: day, reason: said, ...signed })),
      basis: z.array(basis),
    }),
    duties: z.array(z.strictObject(dutyFields)),
    documents: z.array(document),
    decision: z.strictObject({ text: said, next: said, ...signed }).nullable(),
    outcome: z.strictObject({ asked: said, said, did: said, next: said, ...signed }).nullable(),
    commitments: z.array(commitment),
    chain: z.strictObject({ events: z.number().int(), hash: z.string() }),
    links,
  })
  .register(SHAPES, { id: 'Round' });

type Told = { view: RoundView; result: ResultView; documents: readonly RoundDocument[] };

export function roundOf(to: Addresses, { view, result, documents }: Told): z.input<typeof round> {
  const { id, number, edition, open, contributors, contact, openedDay, counts, chain, topic, regions, council } = view;
  const { period, duties } = view;
  if (view.stage === 'preparing') throw new Error(`${number} is not public`);
  const { decision, outcome } = result;
  return {
    ...{ id, number, edition, open, contributors, contact, openedDay, chain, topic, regions, council },
    kind: { id: view.kind, name: view.kindName },
    stage: { id: view.stage, name: view.stageName },
    title: saidOf(view.title),
    body: { slug: view.body.slug, name: view.body.name },
    ...{ opensDay: period.opensDay, closesDay: period.closesDay, daysLeft: period.daysLeft },
    ...{ comments: counts.total, unanswered: counts.open },
    ...{ summary: saidOf(view.summary), decides: saidOf(view.decides), fixed: saidOf(view.fixed) },
    period: {
      ...{ asked: period.asked && termOf(to, period.asked), given: period.given && termOf(to, period.given) },
      moves: period.moves.map(({ by, reason, ...move }) => ({ ...move, reason: saidOf(reason), by: whoOf(by) })),
      basis: period.sources.map((one) => basisOf(to, one)),
    },
    duties: duties.map((one) => dutyOf(to, one)),
    documents: documents.map(({ documentId, role, language, version, title, day: on, clauses }) => ({
      ...{ id: documentId, role, language, version, title, day: on, clauses },
      href: to.api(`/rounds/${number}/documents/${documentId}/clauses`),
    })),
    decision: decision && {
      ...{ text: saidOf(decision.text), next: saidOf(decision.next), day: decision.day, by: whoOf(decision.by) },
    },
    outcome: outcome && {
      ...{ asked: saidOf(outcome.asked), said: saidOf(outcome.said), did: saidOf(outcome.did) },
      ...{ next: saidOf(outcome.next), day: outcome.day, by: whoOf(outcome.by) },
    },
    commitments: result.commitments.map(({ id: own, text, dueDay, clock, report, judged }) => ({
      ...{ id: own, text: saidOf(text), dueDay, state: clock, judged },
      report: report && {
        ...{ kept: report.kept, evidence: saidOf(report.evidence), day: report.day, by: whoOf(report.by) },
      },
    })),
    links: roundLink(to, number),
  };
}

const dutyOf = (to: Addresses, { clock, term: counted, sources, ...one }: RoundDuty) => ({
  ...{ key: one.key, name: one.name, text: one.text, from: one.from, dueDay: one.dueDay, closedDay: one.closedDay },
  ...{ state: clock, daysLeft: one.daysLeft, term: termOf(to, counted) },
  basis: sources.map((source) => basisOf(to, source)),
});

export const clause = z
  .strictObject({
    anchor: z.string().describe('By which a comment names it, with the id of its document.'),
    number: z.string().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
  })
  .register(SHAPES, { id: 'Clause' });

export const clauseOf = ({ anchor, number, heading, plain }: ClauseRow): z.input<typeof clause> => ({
  ...{ anchor, number, heading, text: plain },
});
