/**
 * The shapes of the guide: an edition (procedures, terms, reminder plans, texts, worked examples) and a calendar year.
 * Read by guide/load.ts, which promises that every value it returns has passed these shapes and the cross-checks.
 * The ids are in guide/ids.ts and can be imported from here too.
 */
import { z } from 'zod';
import {
  CONFIDENCES,
  UNITS,
  KINDS,
  FAMILIES,
  PARTIES,
  RULES,
  STARTS,
  OUTCOMES,
  ENDINGS,
  TERMINATION_GROUNDS,
  RETURN_GROUNDS,
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
} from './ids';

export * from './ids';

/** A civil date in Asia/Almaty, 'YYYY-MM-DD'. */
export type Day = `${number}-${number}-${number}`;

const id = z.string().regex(/^[a-z][a-z0-9_]*$/);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const isRealDay = (text: string) => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= ([...days, 30, 31][month - 1] ?? 0);
};
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'not a day of the calendar') as unknown as z.ZodType<Day>;

/** A law or order: `version` says which wording was read, `adopted` and `number` name it. */
export const actSchema = z.strictObject({
  number: z.string().nullable(),
  adopted: daySchema.nullable(),
  version: z.string(),
  url: z.url().nullable(),
});
export const actsSchema = z.record(id, actSchema);
/** Where a number or duty comes from. `verified` is the day someone last compared it with the text. */
export const basisSchema = z.strictObject({
  act: id,
  article: z.string().min(1),
  confidence: z.enum(CONFIDENCES),
  verified: daySchema,
  anchor: z.string().optional(),
  url: z.url().optional(),
  note: z.string().startsWith('note.').optional(),
});
const bases = z.array(basisSchema).min(1);

/** A length of time. A backward term ends at least n units before its event and is never rolled. */
export const termSchema = z
  .strictObject({
    n: z.int().nonnegative(),
    unit: z.enum(UNITS),
    from: z.enum(STARTS),
    direction: z.enum(['forward', 'backward']).default('forward'),
    roll: z.enum(['next_working_day', 'none']),
  })
  .refine((term) => term.direction === 'forward' || term.roll === 'none', 'a backward term is not rolled');

/** One duty or limit. `opens`: the duty arises by itself at its start; otherwise it is a limit for a step a party may take. */
export const ruleSchema = z.strictObject({
  term: termSchema,
  debtor: z.enum(PARTIES),
  creditor: z.enum(PARTIES),
  opens: z.boolean(),
  reminders: z.enum(REMINDER_PLANS),
  basis: bases,
});
const rules = z.partialRecord(z.enum(RULES), ruleSchema);

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
  cure: z
    .strictObject({
      set_by: z.literal('body'),
      grounds: z.array(z.strictObject({ id: z.enum(RETURN_GROUNDS), rule: z.enum(RULES), basis: bases })).min(1),
      basis: bases,
    })
    .nullable(),
  hearing: z.strictObject({ required: z.boolean(), basis: bases }).nullable(),
  reply: z.strictObject({
    requirements: z
      .array(z.strictObject({ id: z.enum(REQUIREMENTS), given_by: z.enum(['system', 'official']), basis: bases }))
      .min(1),
  }),
  not_a_reply: z.array(z.enum(NON_REPLIES)).min(1),
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
  next: z.array(z.strictObject({ id, who: z.enum(PARTIES), when: z.array(z.enum(SITUATIONS)).min(1), basis: bases })),
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
  rule: z.enum(RULES),
  received: z.string().optional(),
  registered: daySchema.optional(),
  from: daySchema.optional(),
  expect: z.strictObject({ registered: daySchema.optional(), due: daySchema, provisional: z.boolean() }),
});

export const editionFileSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d+$/),
  in_force_from: daySchema,
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
  examples: Example[];
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
