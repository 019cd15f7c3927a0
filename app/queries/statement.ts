// A statement put together from conditions, its values kept apart from its text. Used by the lists, whose filters vary.
import { createHash } from 'node:crypto';
import type { Locale } from '../../guide/schema';

/** Collects values; `given` gives the placeholder that stands for one in the text. */
export function parameters() {
  const values: unknown[] = [];
  return { values, given: (value: unknown): string => `$${values.push(value)}` };
}

/** A value that is asked for when first needed: a placeholder that no condition uses must not be among the values. */
export function onDemand<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The column that holds a body's name in the reader's language. */
export const NAME_IN = { kk: '"nameKk"', ru: '"nameRu"', en: '"nameEn"' } as const satisfies Record<Locale, string>;

/**
 * A name under which PostgreSQL keeps the plan of a statement whose text has a few shapes: one name a text, for it refuses a name that it
 * knows with another text.
 */
export const nameOfText = (what: string, text: string): string =>
  `${what}_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
