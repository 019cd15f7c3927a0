// A counted term as GET /api/v1/term has told it since before the other operations: its names are older than theirs, and stay.
import { z } from 'zod';
import type { Basis, Edition } from '../../../../guide/schema';
import { lawOf } from '../../../queries/guide';
import { reasonedDay } from '../../../queries/reasons';
import { momentText, type TermAnswer } from '../../../queries/term';
import type { Locale } from '../../../text';
import { day, SHAPES } from './shared';

const law = z
  .strictObject({
    act: z.string(),
    article: z.string(),
    text: z.string(),
    url: z.url().nullable(),
    confidence: z.string().describe('How the wording was found: read, secondary, unsure, or our own.'),
    verified: day,
    note: z.string().nullable(),
  })
  .register(SHAPES, { id: 'Law' });

export const countedTerm = z
  .strictObject({
    kind: z.string().optional(),
    rule: z.string().optional(),
    edition: z.string(),
    in_force: z.boolean(),
    received: z.string().nullable().optional(),
    received_why: z.string().nullable().optional(),
    registered: day.nullable().optional(),
    from: day,
    term: z.strictObject({ n: z.number().int(), unit: z.string(), direction: z.string(), from: z.string() }),
    due: day,
    provisional: z.boolean(),
    days: z.array(
      z.strictObject({
        date: day,
        counts: z.boolean(),
        number: z.number().int().nullable(),
        why: z.string(),
        text: z.string(),
        basis: law.nullable(),
      }),
    ),
    basis: z.array(law),
    timezone: z.literal('Asia/Almaty'),
  })
  .register(SHAPES, { id: 'CountedTerm' });

function sourceOf(edition: Edition, locale: Locale, basis: Basis): z.input<typeof law> {
  const { label, href, confidence, verified, note } = lawOf(edition, locale, basis);
  const url = /^https?:/.test(href) ? href : null;
  return { act: basis.act, article: basis.article, text: label, url, confidence, verified, note };
}

export function countedTermOf(answer: TermAnswer, locale: Locale): z.input<typeof countedTerm> {
  const { edition, step, receipt, registered, start, term, due, provisional, inForce } = answer;
  const { n, unit, direction } = term;
  return {
    ...(step && { kind: step.kind, rule: step.rule }),
    edition: edition.id,
    in_force: inForce,
    ...(step && { received: receipt && momentText(receipt.at), received_why: receipt?.why ?? null, registered }),
    from: start,
    term: { n, unit, direction, from: step?.from ?? 'from' },
    due,
    provisional,
    days: answer.days.map((one) => ({
      date: one.date,
      counts: one.counts,
      number: one.number,
      why: one.why,
      text: reasonedDay(edition, locale, one).text,
      basis: one.basis && sourceOf(edition, locale, one.basis),
    })),
    basis: answer.basis.map((basis) => sourceOf(edition, locale, basis)),
    timezone: 'Asia/Almaty',
  };
}
