// How the answers that forms of rounds ask for are read: a text in both state languages, the settings of a round, a disposition. Used
// by the schemas of commands; forms send flat names ('titleKk', 'titleRu'), several of one name as a list.
import { z } from 'zod';
import { dayField } from './fields';
import { REGIONS } from './region';
import { isDay, type Day } from './day';
import { personalData } from './personal-data';
import { TOPICS } from './topic';

const text = (most: number) => z.string().trim().max(most, 'too_long').default('');
export const optionalDay = z
  .union([z.literal(''), z.string().trim().refine(isDay, 'bad_day')])
  .default('')
  .transform((day) => (day === '' ? null : (day as Day)));
/** What a form sends once, several times or not at all. */
export const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]), z.array(one));

const required = (least: number, most: number) =>
  z.string().trim().min(1, 'required').min(least, 'too_short').max(most, 'too_long');
/** Both state languages, both needed: the two fields `<name>Kk` and `<name>Ru`. */
export const bothOf = <N extends string>(name: N, least: number, most: number) =>
  ({ [`${name}Kk`]: required(least, most), [`${name}Ru`]: required(least, most) }) as Record<
    `${N}Kk` | `${N}Ru`,
    ReturnType<typeof required>
  >;
/** A text that everyone will read: an individual number, a phone or an address of mail in it is asked to be taken out. */
export const unpersonal = (text: z.ZodString): z.ZodString =>
  text.refine((words) => personalData(words).length === 0, 'personal_data');
/** Like `bothOf`, of what people say of people: nothing personal is published with it. */
export const unpersonalBothOf = <N extends string>(name: N, least: number, most: number) =>
  ({
    [`${name}Kk`]: unpersonal(required(least, most)),
    [`${name}Ru`]: unpersonal(required(least, most)),
  }) as Record<`${N}Kk` | `${N}Ru`, ReturnType<typeof required>>;
const looseBothOf = <N extends string>(name: N, most: number) =>
  ({ [`${name}Kk`]: text(most), [`${name}Ru`]: text(most) }) as Record<`${N}Kk` | `${N}Ru`, ReturnType<typeof text>>;

const TITLE = 300;
const SUMMARY = 5000;

/** Settings as a form sends them. What the gate asks for may be missing while the round is prepared. */
export const settingsFields = {
  ...bothOf('title', 5, TITLE),
  ...looseBothOf('summary', SUMMARY),
  ...looseBothOf('decides', SUMMARY),
  ...looseBothOf('fixed', SUMMARY),
  contact: text(500),
  topic: z.enum(TOPICS),
  regions: listOf(z.enum(REGIONS)),
  opensDay: dayField,
  closesDay: dayField,
  hearingDay: optionalDay,
  hearingTime: z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_value')]).default(''),
  hearingPlace: text(300),
  followUpDay: optionalDay,
};
const settingsShape = z.object(settingsFields);

/** The settings as an event keeps them. */
export const settingsOf = (typed: z.output<typeof settingsShape>) => ({
  title: { kk: typed.titleKk, ru: typed.titleRu },
  summary: { kk: typed.summaryKk, ru: typed.summaryRu },
  decides: { kk: typed.decidesKk, ru: typed.decidesRu },
  fixed: { kk: typed.fixedKk, ru: typed.fixedRu },
  contact: typed.contact,
  topic: typed.topic,
  regions: typed.regions,
  opensDay: typed.opensDay,
  closesDay: typed.closesDay,
  hearing: typed.hearingDay ? { day: typed.hearingDay, time: typed.hearingTime, place: typed.hearingPlace } : null,
  followUpDay: typed.followUpDay,
});
