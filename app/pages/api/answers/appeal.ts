// An appeal as the API tells it: in a list, and whole, with its duties and why each day, its answers and what happened. From the views of the
// case's own page, so that whoever may not read something there does not read it here.
import { z } from 'zod';
import { KINDS } from '../../../../guide/schema';
import { CLOCKS } from '../../../core/obligation';
import { MAIN_CLOCK } from '../../../core/appeal';
import { STANDINGS } from '../../../core/standing';
import type { AppealRow } from '../../../queries/appeals';
import type { CaseView } from '../../../queries/case';
import type { ThreadItem } from '../../../queries/case-thread';
import type { ReasonedTerm } from '../../../queries/reasons';
import { happened, happenedOf } from './happened';
import {
  basis,
  basisOf,
  day,
  dutyFields,
  file,
  fileOf,
  instant,
  instantText,
  links,
  linksTo,
  locale,
  named,
  place,
  SHAPES,
  term,
  termOf,
  who,
  whoOf,
  type Addresses,
} from './shared';

const common = {
  number: z.string(),
  kind: named,
  subject: z.string(),
  language: locale,
  body: place,
  applicant: z.string().nullable().describe('Null where the applicant hides their name.'),
  private: z.boolean(),
  receivedDay: day,
  dueDay: day,
  provisional: z.boolean(),
  endedDay: day.nullable(),
  standing: z.enum(STANDINGS),
  late: z.boolean(),
  daysLeft: z.number().int().describe('Working days until the due day; negative when it has passed.'),
};

export const appealLine = z
  .strictObject({ ...common, extended: z.boolean(), links })
  .register(SHAPES, { id: 'AppealLine' });

export const appealLineOf = (to: Addresses, row: AppealRow): z.input<typeof appealLine> => {
  const { number, kindId, kind, subject, language, body, applicant, isPrivate, receivedDay, dueDay, endedDay } = row;
  const { provisional, extended, standing, late, daysLeft } = row;
  return {
    ...{ number, kind: { id: kindId, name: kind }, subject, language, body, applicant, private: isPrivate },
    ...{ receivedDay, dueDay, endedDay, provisional, extended, standing, late, daysLeft },
    links: linksTo(to, `/appeals/${number}`),
  };
};

const clock = z.strictObject({
  name: z.string(),
  state: z.enum(CLOCKS),
  lawful: term,
  extended: term.nullable(),
  shownBefore: z
    .array(z.strictObject({ due: day, until: day }))
    .describe('Days that were shown before a correction, each until the day on which it was put right.'),
  basis: z.array(basis),
});
const duty = z.strictObject({ ...dutyFields, owedBy: z.enum(['body', 'applicant']) });
const reply = z.strictObject({
  day,
  outcome: named.omit({ id: true }).extend({ text: z.string() }),
  noted: z.boolean().describe('Taken to note: no answer on the merits.'),
  language: locale,
  text: z.string(),
  parts: z.array(z.strictObject({ id: z.string(), label: z.string(), text: z.string(), basis: basis.nullable() })),
  signatory: who,
  files: z.array(file),
});
const linked = z.strictObject({ number: z.string(), body: z.string(), links: links.nullable() });

export const appeal = z
  .strictObject({
    ...common,
    kind: z.strictObject({ id: z.enum(KINDS), name: z.string() }),
    text: z.string(),
    edition: z.string().describe('The edition of the guide that the case is pinned to.'),
    receivedAt: instant,
    registeredDay: day,
    publicDay: day.nullable(),
    external: z.strictObject({ system: z.string(), number: z.string() }).nullable(),
    acceptedBy: who.nullable(),
    outcome: z.string().nullable(),
    clock,
    duties: z.array(duty).describe('Everything owed in the case beside its main clock.'),
    answers: z.array(reply),
    events: z.array(happened).describe('What happened, the oldest first.'),
    origin: linked.nullable(),
    together: z.array(linked).describe('The same appeal at other bodies.'),
    complaints: z.array(linked),
    chain: z.strictObject({ events: z.number().int(), hash: z.string() }),
    links,
  })
  .register(SHAPES, { id: 'Appeal' });

type Told = { view: CaseView; terms: ReadonlyMap<string, ReasonedTerm> };

export function appealOf(to: Addresses, { view, terms }: Told): z.input<typeof appeal> {
  const { number, subject, language, body, applicant, isPrivate, standing, late, clock: main, thread, chain } = view;
  const { receivedDay, registeredDay, endedDay, publicDay, external, outcome, acceptedBy, edition } = view;
  const kind = KINDS.find((id) => id === view.kind);
  const filed = thread.find(({ type }) => type === 'filed');
  if (!kind || filed?.type !== 'filed') throw new Error(`${number} was not filed`);
  const link = (one: CaseView['together'][number]) => ({
    ...{ number: one.number, body: one.body },
    links: one.open ? linksTo(to, `/appeals/${one.number}`) : null,
  });
  return {
    ...{ number, subject, language, body, applicant, private: isPrivate, standing, late, outcome, external, edition },
    ...{ receivedDay, registeredDay, endedDay, publicDay, chain },
    kind: { id: kind, name: view.kindName },
    text: filed.text,
    ...{ dueDay: main.dueDay, provisional: main.provisional, daysLeft: endedDay === null ? main.daysLeft : 0 },
    receivedAt: instantText(view.receivedAt),
    acceptedBy: acceptedBy && whoOf(acceptedBy),
    clock: {
      ...{ name: main.ruleName, state: main.clock, shownBefore: main.shownBefore },
      ...{ lawful: termOf(to, main.lawful), extended: main.extended && termOf(to, main.extended) },
      basis: main.sources.map((one) => basisOf(to, one)),
    },
    duties: dutiesOf(to, view, terms),
    answers: thread.flatMap((item) => replyOf(to, number, item)),
    events: thread.map((item) => happenedOf(to, number, item)),
    ...{ origin: view.origin && link(view.origin), together: view.together.map(link) },
    complaints: view.complaints.map(link),
    links: linksTo(to, `/appeals/${number}`),
  };
}

const dutiesOf = (to: Addresses, { duties }: CaseView, terms: ReadonlyMap<string, ReasonedTerm>) =>
  duties.flatMap(({ source, clock: state, ...one }) => {
    const counted = terms.get(one.key);
    if (!counted || one.key === MAIN_CLOCK) return [];
    const { key, name, text, from, dueDay, closedDay, daysLeft, owedBy } = one;
    return [
      {
        ...{ key, name, text, from, dueDay, closedDay, daysLeft, owedBy, state },
        term: termOf(to, counted),
        basis: source ? [basisOf(to, source)] : [],
      },
    ];
  });

function replyOf(to: Addresses, number: string, item: ThreadItem): z.input<typeof reply>[] {
  if (item.type !== 'answered' && item.type !== 'noted') return [];
  const { outcome, outcomeText, language, text, parts, signatory, files } = item;
  return [
    {
      ...{ day: item.day, language, text, noted: item.type === 'noted', signatory: whoOf(signatory) },
      outcome: { name: outcome, text: outcomeText },
      parts: parts.map(({ source, ...part }) => ({ ...part, basis: source && basisOf(to, source) })),
      files: files.map((one) => fileOf(to, `/appeals/${number}`, one)),
    },
  ];
}
