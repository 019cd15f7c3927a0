// Published instruments and the bank of everything that was ever asked: items and scales whose ids mean one thing for good. Read by the
// commands and pages of instruments. A draft is read here too: what stands in the database once passed its schema.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { instrumentSchema, LOCALES, type Instrument, type Locale } from '../../guide/schema';
import { dayOf } from '../core/day';
import type { Bank } from '../core/instrument-draft';
import type { World } from '../world';

type Shelf = Pick<World, 'db' | 'guide' | 'now'>;

/** sha-256 over the instrument in canonical JSON (RFC 8785): the same instrument has the same hash, whoever writes it down. */
export const hashOfInstrument = (instrument: Instrument): string =>
  createHash('sha256').update(canonicalize(instrument) ?? '').digest('hex');

/** The newest version of each published instrument, by name. */
export async function latestPublished({ db }: Pick<World, 'db'>): Promise<Instrument[]> {
  const rows = await db.prisma.publishedInstrument.findMany({ distinct: ['slug'], orderBy: [{ slug: 'asc' }, { version: 'desc' }], select: { data: true } });
  return rows.map(({ data }) => instrumentSchema.parse(data));
}

/** Items, scales and their texts: the guide's in force, then those of everything published, oldest first; the first of an id counts. */
export async function instrumentBank({ db, guide, now }: Shelf): Promise<Bank> {
  const { surveys, texts } = guide.inForceOn(dayOf(now()));
  const rows = await db.prisma.publishedInstrument.findMany({ orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }], select: { data: true } });
  const published = rows.map(({ data }) => instrumentSchema.parse(data));
  const merge = <T>(of: (one: Instrument) => Record<string, T>, first: Record<string, T>): Record<string, T> =>
    Object.assign({}, ...published.map(of).reverse(), first);
  const words = (locale: Locale) => merge((one) => one.texts[locale], texts[locale]);
  return {
    items: merge((one) => one.items, surveys?.items ?? {}),
    scales: merge((one) => one.scales, surveys?.scales ?? {}),
    texts: Object.fromEntries(LOCALES.map((locale) => [locale, words(locale)])) as Bank['texts'],
  };
}

const READABLE = 50;
/** A name for addresses out of an English one: small letters, digits and low lines, beginning with a letter; null where nothing is left. */
export function slugOf(name: string): string | null {
  const words = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim().replaceAll(' ', '_').slice(0, READABLE);
  const slug = words.replace(/^[^a-z]+|_+$/g, '');
  return slug === '' ? null : slug;
}

/** A name that neither the guide nor a draft nor anything published has: the wish itself, or the wish with a number. */
export async function freeSlug({ db, guide }: Pick<World, 'db' | 'guide'>, wish: string): Promise<string> {
  const [drafts, published] = await Promise.all([
    db.prisma.instrumentDraft.findMany({ where: { slug: { startsWith: wish } }, select: { slug: true } }),
    db.prisma.publishedInstrument.findMany({ where: { slug: { startsWith: wish } }, select: { slug: true } }),
  ]);
  const taken = new Set([
    ...[...drafts, ...published].map(({ slug }) => slug),
    ...guide.editions.flatMap(({ surveys }) => Object.keys(surveys?.instruments ?? {})),
  ]);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wish : `${wish}_${n}`;
    if (!taken.has(slug)) return slug;
  }
}
