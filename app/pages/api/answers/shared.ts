// Pieces that many answers of the API have, and the register of those that the document names. What is not in a shape is not told.
import { z } from 'zod';
import type { Locale } from '../../../../guide/schema';
import type { Instant } from '../../../core/day';
import { CLOCKS } from '../../../core/obligation';
import type { Said } from '../../../core/said';
import type { CaseFile } from '../../../queries/case-files';
import type { Who } from '../../../queries/case-thread';
import type { ReasonedTerm, Source } from '../../../queries/reasons';
import { textFor } from '../../../text';
import { fileName } from '../../appeals/file-name';

/** Shapes that the document describes once, under their names. */
export const SHAPES = z.registry<{ id: string }>();

export const day = z.iso.date();
export const instant = z.iso.datetime();
export const locale = z.enum(['kk', 'ru', 'en']);
export const instantText = (at: Instant): string => new Date(at).toISOString();
/** An id of the guide with its name in the reader's language. */
export const named = z.strictObject({ id: z.string(), name: z.string() });
export const place = z.strictObject({ slug: z.string(), name: z.string() });

/** How addresses are written for this reader. */
export type Addresses = {
  locale: Locale;
  api: (path: string) => string;
  page: (path: string) => string;
  whole: (href: string) => string;
};

export const pageOf = (item: z.ZodType) =>
  z.strictObject({
    items: z.array(item),
    next: z.url().nullable().describe('The address of the next page; null on the last one.'),
  });

export const links = z.strictObject({ self: z.url(), page: z.url() });
/** Where it is read by a program, and where by people. */
export const linksTo = ({ api, page }: Addresses, path: string): z.input<typeof links> => ({
  self: api(path),
  page: page(path),
});

export const basis = z
  .strictObject({
    text: z.string().describe('The act and the article, as lawyers write them.'),
    url: z.url(),
    doubt: z.string().nullable().describe('How sure the wording is, where it was not read itself.'),
    note: z.string().nullable(),
  })
  .register(SHAPES, { id: 'Basis' });
export const basisOf = ({ whole }: Addresses, { label, href, doubt, note }: Source): z.input<typeof basis> => ({
  ...{ text: label, url: whole(href), doubt, note },
});

const reasonedDay = z.strictObject({
  date: day,
  counts: z.boolean(),
  number: z.number().int().nullable().describe('The count reached on this day.'),
  why: z.string().describe('Why it counts or not, as an id of the guide.'),
  text: z.string().describe('The same as a sentence.'),
  basis: z.strictObject({ text: z.string(), url: z.url() }).nullable(),
});
export const term = z
  .strictObject({
    from: day,
    due: day,
    n: z.number().int(),
    unit: z.enum(['working_day', 'calendar_day', 'month']),
    direction: z.enum(['forward', 'backward']),
    provisional: z.boolean().describe('It rests on a calendar year that is only projected.'),
    days: z.array(reasonedDay).describe('Every day from the first to the last, none left out.'),
  })
  .register(SHAPES, { id: 'Term' });
export const termOf = ({ whole }: Addresses, { from, due, term: span, provisional, days }: ReasonedTerm) => ({
  ...{ from, due, n: span.n, unit: span.unit, direction: span.direction, provisional },
  days: days.map((one) => ({
    ...{ date: one.date, counts: one.counts, number: one.number, why: one.why, text: one.text },
    basis: one.basis ? { text: one.basis.label, url: whole(one.basis.href) } : null,
  })),
});

export const dutyFields = {
  key: z.string(),
  name: z.string(),
  text: z.string(),
  from: day,
  dueDay: day,
  closedDay: day.nullable(),
  state: z.enum(CLOCKS),
  daysLeft: z.number().int().describe('Working days until the due day; negative when it has passed.'),
  term: term.describe('Why that day: the term as it was counted.'),
  basis: z.array(basis),
};

export const who = z.strictObject({
  name: z.string(),
  post: z.string().nullable(),
  actingFor: z.string().nullable().describe('The colleague in whose place it was done.'),
});
export const whoOf = ({ name, post, actingFor = null }: Who): z.input<typeof who> => ({ name, post, actingFor });

export const file = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    size: z.number().int().describe('Bytes.'),
    type: z.string(),
    sha256: z.string(),
    href: z.url(),
  })
  .register(SHAPES, { id: 'File' });
/** `of`: the page of what the file belongs to. */
export const fileOf = ({ page, locale: lang }: Addresses, of: string, one: CaseFile): z.input<typeof file> => ({
  ...{ id: one.id, size: one.size, type: one.type, sha256: one.sha256 },
  name: fileName(textFor(lang), one),
  href: page(`${of}/files/${one.id}`),
});

/** Words in one of the state languages. */
export const said = z.strictObject({ text: z.string(), lang: z.enum(['kk', 'ru']) });
export const saidOf = ({ text, lang }: Said): z.input<typeof said> => ({ text, lang });
