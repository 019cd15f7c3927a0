/**
 * The shapes of the guide: an edition (procedures, terms, reminder plans, texts, worked examples) and a calendar year.
 * Read by guide/load.ts, which promises that every value it returns has passed these shapes and the cross-checks.
 * The ids are in guide/ids.ts and can be imported from here too.
 */
import { z } from 'zod';
import {
  type actSchema,
  actsSchema,
  bases,
  basisSchema,
  daySchema,
  id,
  ruleSchema,
  timeOfDay,
  type termSchema,
} from './rule-schema';
import type { Day } from './rule-schema';
import type { ContestRuleId } from './contest-ids';
import type { Contests } from './contest-schema';
import type { Filing } from './filing-schema';
import type { Notices } from './notice-schema';
import type { Councils } from './council-schema';
import type { Scoring } from './score-schema';
import type { Rounds } from './round-schema';
import type { Surveys } from './survey-schema';
import type { RoundRuleId } from './round-ids';
import {
  UNITS,
  KINDS,
  FAMILIES,
  PARTIES,
  APPEAL_RULES,
  RULES,
  STARTS,
  OUTCOMES,
  ENDINGS,
  TERMINATION_GROUNDS,
  RETURN_GROUNDS,
  HEARING_EXCEPTIONS,
  SUSPENSION_EXCEPTIONS,
  DECIDERS,
  REQUIREMENTS,
  NON_REPLIES,
  ESCALATIONS,
  OVERDUE_STATUSES,
  SITUATIONS,
  REMINDER_PLANS,
  REMINDER_POINTS,
  HOLIDAYS,
  type Locale,
  type Kind,
  type Holiday,
  type RuleId,
} from './ids';

export * from './ids';
export * from './round-ids';
export * from './round-schema';
export * from './contest-ids';
export * from './contest-schema';
export * from './filing-schema';
export * from './notice-ids';
export * from './notice-schema';
export * from './council-schema';
export * from './score-ids';
export * from './score-schema';
export * from './survey-ids';
export * from './survey-schema';
export { actSchema, actsSchema, basisSchema, daySchema, ruleSchema, termSchema, type Day } from './rule-schema';

const rules = z.partialRecord(z.enum(APPEAL_RULES), ruleSchema);

/** further-rules.yaml: rules that an edition adds to the procedures it takes over. */
export const furtherRulesSchema = z.partialRecord(z.enum(KINDS), rules);

/** What is put right in form, and on which grounds one sends back. */
const cure = z.strictObject({
  set_by: z.literal('body'),
  grounds: z.array(z.strictObject({ id: z.enum(RETURN_GROUNDS), rule: z.enum(RULES), basis: bases })).min(1),
  basis: bases,
});

/** `exceptions`: on which an official may rely, saying why; those that the guide sees by itself are not named. */
const hearing = z.strictObject({
  required: z.boolean(),
  basis: bases,
  exceptions: z.array(z.strictObject({ id: z.enum(HEARING_EXCEPTIONS), basis: bases })).default([]),
});

/** A complaint suspends the execution of an act. `in_act`: the exception has to stand in the act itself. */
const suspension = z.strictObject({
  exceptions: z.array(z.strictObject({ id: z.enum(SUSPENSION_EXCEPTIONS), in_act: z.boolean(), basis: bases })).min(1),
  until_basis: bases,
  basis: bases,
});

const notReplies = z.array(z.enum(NON_REPLIES)).min(1);
const next = z.array(
  z.strictObject({ id, who: z.enum(PARTIES), when: z.array(z.enum(SITUATIONS)).min(1), basis: bases }),
);

/** amendments.yaml: what an edition says otherwise of procedures that it takes over; `next` and `not_a_reply` are added. */
export const amendmentsSchema = z.partialRecord(
  z.enum(KINDS),
  z.strictObject({ cure, hearing, suspension, not_a_reply: notReplies, next }).partial(),
);

/** `decided_by` is empty where the law names nobody. */
const extension = z.discriminatedUnion('allowed', [
  z.strictObject({ allowed: z.literal(false), basis: bases }),
  z.strictObject({
    allowed: z.literal(true),
    limit_rule: z.enum(RULES),
    notice_rule: z.enum(RULES),
    decided_by: z.array(z.enum(DECIDERS)),
    reason_required: z.boolean(),
    times: z.int().positive(),
    times_basis: bases,
    only_if: z.enum(['several_holders']).nullable(),
    basis: bases,
  }),
]);

export const procedureSchema = z.strictObject({
  id: z.enum(KINDS),
  family: z.enum(FAMILIES),
  basis: bases,
  filed_with: z.enum(['competent_body', 'body_complained_of']),
  rules,
  extension,
  redirect: z
    .strictObject({
      rule: z.enum(RULES),
      notice_rule: z.enum(RULES),
      partial: z.boolean(),
      clock_at_receiver: z.enum(STARTS),
      basis: bases,
    })
    .nullable(),
  cure: cure.nullable(),
  hearing: hearing.nullable(),
  suspension: suspension.nullable().default(null),
  reply: z.strictObject({
    requirements: z
      .array(z.strictObject({ id: z.enum(REQUIREMENTS), given_by: z.enum(['system', 'official']), basis: bases }))
      .min(1),
  }),
  not_a_reply: notReplies,
  outcomes: z.array(z.strictObject({ id: z.enum(OUTCOMES), ends_as: z.enum(ENDINGS), basis: bases })).min(1),
  termination_grounds: z.array(
    z.strictObject({ id: z.enum(TERMINATION_GROUNDS), decided_by: z.array(z.enum(DECIDERS)), basis: bases }),
  ),
  overdue: z.strictObject({
    status: z.enum(OVERDUE_STATUSES),
    from: z.literal('day_after_due'),
    basis: bases,
  }),
  escalation: z.array(z.strictObject({ id: z.enum(ESCALATIONS), basis: bases })).min(1),
  complaint_window: z
    .strictObject({
      n: z.int().positive(),
      unit: z.enum(UNITS),
      if_remedies_not_stated: z.strictObject({ n: z.int().positive(), unit: z.enum(UNITS), basis: bases }).nullable(),
      basis: bases,
    })
    .nullable(),
  next,
});

/** `working_days` is counted from the due day (negative = before); `fraction` is of the counted days; `every_working_days` repeats after the due day. */
export const reminderPlanSchema = z.strictObject({
  hour: timeOfDay,
  points: z.array(
    z.strictObject({
      id: z.enum(REMINDER_POINTS),
      at: z.union([
        z.strictObject({ working_days: z.int() }),
        z.strictObject({ fraction: z.number().gt(0).lt(1) }),
        z.strictObject({ every_working_days: z.int().positive() }),
      ]),
      to: z.enum(['debtor', 'creditor', 'both']),
    }),
  ),
  basis: bases,
});

export const countingSchema = z.strictObject({
  start_day: z.literal('not_counted'),
  start_basis: basisSchema,
  roll_basis: basisSchema,
  workweek: z.array(z.int().min(1).max(7)).min(1),
  workweek_basis: basisSchema,
});

export const exampleSchema = z.strictObject({
  id,
  kind: z.enum(KINDS),
  rule: z.enum(APPEAL_RULES),
  received: z.string().optional(),
  registered: daySchema.optional(),
  from: daySchema.optional(),
  expect: z.strictObject({ registered: daySchema.optional(), due: daySchema, provisional: z.boolean() }),
});

const editionId = z.string().regex(/^\d{4}-\d+$/);
export const editionFileSchema = z.strictObject({
  id: editionId,
  in_force_from: daySchema,
  /** The edition whose files and texts this one takes over where it has none of its own; null for one that stands alone. */
  extends: editionId.nullable().default(null),
  /** The text that tells readers what this edition changes; none where its own files alone say it. */
  changes: z
    .string()
    .regex(/^note\./)
    .optional(),
  counting: countingSchema,
  acts: actsSchema,
  reminder_plans: z.record(z.enum(REMINDER_PLANS), reminderPlanSchema),
  body_defaults: z.strictObject({ workday_end: timeOfDay, basis: bases }),
});
export const textsSchema = z.record(z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/), z.string().min(1));

const dayOff = { date: daySchema, basis: bases };
/** One line of a calendar year. A moved day is ONE entry: the day off and the day worked instead stand or fall together. */
export const calendarEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('holiday'), name: z.enum(HOLIDAYS), ...dayOff }),
  z.strictObject({ type: z.literal('substitute'), for: daySchema, ...dayOff }),
  z.strictObject({ type: z.literal('move'), off: daySchema, work: daySchema, basis: bases }),
]);
export const calendarYearSchema = z.strictObject({
  year: z.int().min(1992),
  status: z.enum(['official', 'projected']),
  entries: z.array(calendarEntrySchema),
  oracle: z.strictObject({ working_days: z.array(z.int()).length(12), note: z.string().optional() }).optional(),
});

export type Act = z.infer<typeof actSchema>;
export type Basis = z.infer<typeof basisSchema>;
/** Any duty or limit of the guide, of appeals, of rounds or of contests. */
export type AnyRuleId = RuleId | RoundRuleId | ContestRuleId;
export type Term = z.infer<typeof termSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Procedure = z.infer<typeof procedureSchema>;
export type ReminderPlan = z.infer<typeof reminderPlanSchema>;
export type Counting = z.infer<typeof countingSchema>;
export type Example = z.infer<typeof exampleSchema>;
export type CalendarYear = z.infer<typeof calendarYearSchema>;
/** Texts by key: `kind.application.name`, `rule.redirect.text`, `holiday.nauryz.name` ... the same keys in every locale. */
export type Texts = Readonly<Record<string, string>>;

/** A published state of the guide. Immutable: cases keep the edition they were opened under. `acts` and `texts` hold the calendar's too. */
export type Edition = z.infer<typeof editionFileSchema> & {
  procedures: Record<Kind, Procedure>;
  /** Consultation rounds; null in an edition from before the guide knew them. */
  rounds: Rounds | null;
  /** Trust surveys; null in an edition from before the guide knew them. */
  surveys: Surveys | null;
  /** Who sits on public councils; null in an edition from before the guide spoke of it. */
  councils: Councils | null;
  /** How bodies are measured; null in an edition from before the guide spoke of it. */
  scoring: Scoring | null;
  /** How figures are contested; null in an edition from before the guide spoke of it. */
  contests: Contests | null;
  /** What the platform offers before and after an appeal is sent; null in an edition from before the guide spoke of it. */
  filing: Filing | null;
  /** Which letters are notices of the law, and what follows when one is not seen to arrive; null in an edition from before. */
  notices: Notices | null;
  examples: Example[];
  /** The texts that tell what this edition and those it extends changed, the oldest first. */
  told: readonly string[];
  texts: Record<Locale, Texts>;
};

/** A day that is not what its weekday says. `name` is the holiday it is (or replaces). */
export type DayMark = {
  working: boolean;
  why: 'holiday' | 'substitute' | 'moved_off' | 'moved_work';
  basis: Basis;
  name: Holiday | null;
};
/** The calendar as it is looked up: years known, their status, and the marked days. */
export type Calendar = {
  years: Readonly<Record<number, { status: CalendarYear['status']; days: Readonly<Record<string, DayMark>> }>>;
};
/** What guide/load.ts returns: frozen, checked, and the same for as long as the files are. */
export type Guide = {
  edition(id: string): Edition;
  editions: readonly Edition[];
  inForceOn(day: Day): Edition;
  calendar: Calendar;
  calendarYears: readonly CalendarYear[];
  /** sha-256 by name: 'edition 2026-1', 'calendar 2026'. */
  hashes: Readonly<Record<string, string>>;
};
