/**
 * Which texts must an edition and the calendars have, in every language? Called by guide/crosscheck.ts;
 * a key that is missing, or that nobody asks for, is a fault.
 */
import { instrumentTextKeys, itemTextKeys, scaleTextKeys } from './instrument';
import {
  CLAIMS,
  CONFIDENCES,
  CONTEST,
  CONTEST_RULES,
  CONTEST_STARTS,
  DAY_REASONS,
  DECIDERS,
  ENDINGS,
  ESCALATIONS,
  FAMILIES,
  HOLIDAYS,
  KINDS,
  NON_REPLIES,
  OUTCOMES,
  OVERDUE_STATUSES,
  PARTIES,
  RECEIVED,
  REMINDER_POINTS,
  REQUIREMENTS,
  RETURN_GROUNDS,
  HEARING_EXCEPTIONS,
  SUSPENSION_EXCEPTIONS,
  FURTHER_RULES,
  FURTHER_STARTS,
  RULES,
  RULINGS,
  SITUATIONS,
  STARTS,
  TERMINATION_GROUNDS,
  CONFLICTS,
  CONTRIBUTORS,
  DISPOSITIONS,
  DOCUMENT_ROLES,
  GATE_CHECKS,
  MODERATION_GROUNDS,
  NEUTRAL_QUESTIONS,
  NOTICES,
  ORIGINS,
  ROUND_HOSTS,
  ROUND_KINDS,
  ROUND_PARTIES,
  ROUND_RULES,
  ROUND_STARTS,
  STAGES,
  CONSTRUCTS,
  CUTS,
  DIRECTIONS,
  ITEM_KINDS,
  OCCASIONS,
  OPENNESS,
  SUPPRESSIONS,
  MEASURES,
  FURTHER_MEASURES,
  BANDS,
  EXCLUSIONS,
  TRUST_SHARES,
  type Act,
  type Edition,
  type Rounds,
  type Scoring,
  type Surveys,
} from './schema';

const named = (group: string, ids: readonly string[]) => ids.map((id) => `${group}.${id}.name`);
const explained = (group: string, ids: readonly string[]) =>
  ids.flatMap((id) => [`${group}.${id}.name`, `${group}.${id}.text`]);

/** Texts that stand beside the calendars, because a new year must not change a published edition. */
export function calendarTextKeys(acts: Record<string, Act>): string[] {
  return [
    ...named('holiday', HOLIDAYS),
    ...explained('why', DAY_REASONS),
    ...named('calendar_status', ['official', 'projected']),
    ...Object.keys(acts).flatMap((id) => [`act.${id}.name`, `act.${id}.short`, `act.${id}.version`]),
  ];
}

/** Texts an edition must have, beside those of the calendars. */
export function editionTextKeys(edition: Edition, calendarActs: Record<string, Act>): string[] {
  const acts = Object.keys(edition.acts).filter((id) => !(id in calendarActs));
  const procedures = Object.values(edition.procedures);
  const steps = new Set(procedures.flatMap(({ next }) => next.map(({ id }) => id)));
  const further = FURTHER_RULES.filter((rule) => procedures.some(({ rules }) => rules[rule]));
  const startsUsed = procedures.flatMap(({ rules }) => Object.values(rules).map(({ term }) => term.from));
  const furtherStarts = FURTHER_STARTS.filter((start) => startsUsed.includes(start));
  return [
    ...explained('kind', KINDS),
    ...named('family', FAMILIES),
    ...explained('rule', RULES),
    ...named('start', STARTS),
    ...named('start', furtherStarts),
    ...explained(
      'hearing_exception',
      HEARING_EXCEPTIONS.filter((one) =>
        procedures.some(({ hearing }) => hearing?.exceptions.some(({ id }) => id === one)),
      ),
    ),
    ...(procedures.some(({ suspension }) => suspension)
      ? ['suspension.text', ...explained('suspension_exception', SUSPENSION_EXCEPTIONS)]
      : []),
    ...explained('rule', further),
    ...named('party', PARTIES),
    ...explained('outcome', OUTCOMES),
    ...named('ending', ENDINGS),
    ...explained('termination', TERMINATION_GROUNDS),
    ...explained('return', RETURN_GROUNDS),
    ...named('decider', DECIDERS),
    ...explained('requirement', REQUIREMENTS),
    ...explained('non_reply', NON_REPLIES),
    ...explained('escalation', ESCALATIONS),
    ...explained('overdue', OVERDUE_STATUSES),
    ...named('situation', SITUATIONS),
    ...explained('reminder', REMINDER_POINTS),
    ...explained('received', RECEIVED),
    ...explained('confidence', CONFIDENCES),
    ...named('filed_with', ['competent_body', 'body_complained_of']),
    ...named('only_if', ['several_holders']),
    ...acts.flatMap((id) => [`act.${id}.name`, `act.${id}.short`, `act.${id}.version`]),
    ...[...steps].map((id) => `next.${id}.text`),
    ...edition.examples.map(({ id }) => `example.${id}.text`),
    ...notesOf(edition),
    ...edition.told,
    ...(edition.rounds ? roundTextKeys(edition.rounds) : []),
    ...(edition.surveys ? surveyTextKeys(edition.surveys) : []),
    ...(edition.councils ? ['civil_share.text', 'council_term.text'] : []),
    ...(edition.scoring ? scoreTextKeys(edition.scoring) : []),
    ...(edition.contests ? contestTextKeys() : []),
    ...(edition.notices ? named('notice', NOTICES) : []),
  ];
}

/** Texts an edition that knows consultation rounds must have besides. */
const roundTextKeys = ({ examples }: Rounds): string[] => [
  ...explained('kind', ROUND_KINDS),
  ...explained('rule', ROUND_RULES),
  ...named('start', ROUND_STARTS),
  ...named('party', ROUND_PARTIES),
  ...named('host', ROUND_HOSTS),
  ...explained('contributors', CONTRIBUTORS),
  ...explained('document', DOCUMENT_ROLES),
  ...explained('gate', GATE_CHECKS),
  ...NEUTRAL_QUESTIONS.map((id) => `neutral.${id}.text`),
  ...explained('disposition', DISPOSITIONS),
  ...explained('stage', STAGES),
  ...explained('moderation', MODERATION_GROUNDS),
  ...named('conflict', CONFLICTS),
  ...named('origin', ORIGINS),
  'four_eyes.text',
  'quorum.text',
  'adoption.text',
  'recusal.text',
  ...examples.map(({ id }) => `example.${id}.text`),
];

/** Texts an edition that knows scores must have besides. */
const scoreTextKeys = (scoring: Scoring): string[] => [
  ...explained('measure', MEASURES),
  ...explained(
    'measure',
    FURTHER_MEASURES.filter((measure) => scoring[measure]),
  ),
  ...explained('band', BANDS),
  ...explained('exclusion', EXCLUSIONS),
];

/** Texts an edition that knows contests must have besides. */
const contestTextKeys = (): string[] => [
  ...explained('kind', [CONTEST]),
  ...explained('rule', CONTEST_RULES),
  ...named('start', CONTEST_STARTS),
  ...explained('claim', CLAIMS),
  ...explained('ruling', RULINGS),
  'passing_on.text',
];

/** Texts an edition that knows surveys must have besides. */
const surveyTextKeys = ({ scales, items, instruments }: Surveys): string[] => [
  ...explained('direction', DIRECTIONS),
  ...explained('occasion', OCCASIONS),
  ...explained('construct', CONSTRUCTS),
  ...explained('item_kind', ITEM_KINDS),
  ...explained('share', TRUST_SHARES),
  ...explained('answer', ['dont_know']),
  ...explained('openness', OPENNESS),
  ...explained('suppression', SUPPRESSIONS),
  ...explained('cut', CUTS),
  ...Object.keys(scales).map((id) => `scale.${id}.name`),
  ...Object.entries(scales).flatMap(([id, scale]) => scaleTextKeys(id, scale)),
  ...Object.entries(items).flatMap(([id, item]) => itemTextKeys(id, item)),
  ...Object.entries(instruments).flatMap(([id, plan]) => instrumentTextKeys(id, plan)),
];

function notesOf(value: unknown): string[] {
  const notes = new Set<string>();
  const walk = (part: unknown, key: string) => {
    if (key === 'texts') return;
    if (key === 'note' && typeof part === 'string') notes.add(part);
    if (part !== null && typeof part === 'object') for (const [name, inner] of Object.entries(part)) walk(inner, name);
  };
  walk(value, '');
  return [...notes];
}
