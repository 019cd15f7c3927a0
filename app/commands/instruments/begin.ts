// A council's secretary or chair, or an administrator, begins a draft of an instrument: empty, from one of the guide, from one that was
// published, or from a text that was downloaded before. Nothing is public until it is published.
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { instrumentOf } from '../../../guide/instrument';
import { instrumentSchema, type Instrument } from '../../../guide/schema';
import { dayOf, type Day } from '../../core/day';
import { copyOf, draftSchema, emptyDraft, idFrom, ownItemBasis, settled, type Bank } from '../../core/instrument-draft';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { isDuplicate } from '../../data/duplicate';
import { freeSlug, instrumentBank, slugOf } from '../../data/instruments';
import type { World } from '../../world';
import { limited } from '../limited';

const name = z.string().trim().min(1, 'required').min(3, 'too_short').max(200, 'too_long');
export const input = z.object({
  /** Empty for an administrator's own. */
  councilId: z.union([z.uuid(), z.literal('')]).default(''),
  /** 'empty', 'text', 'guide:<id>' or 'published:<name>'. */
  from: z.string().max(100).default('empty'),
  nameKk: name,
  nameRu: name,
  nameEn: name,
  /** A downloaded instrument, where it begins from one. */
  text: z.string().max(300_000, 'too_long').default(''),
  /** The form's one-time key, which becomes the draft's id. */
  key: z.union([z.uuid(), z.literal('')]).default(''),
});

/** Begins a draft. Refuses: not_signed_in, invalid, not_allowed, not_found (a closed council), instrument_unknown, instrument_unreadable. */
export async function beginDraft(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { from, text, key, nameKk, nameRu, nameEn } = read.value;
    const councilId = read.value.councilId || null;
    if (!may(viewer, 'instrument.edit', { councilId })) return refuse('not_allowed');
    const { prisma } = world.db;
    const council =
      councilId && (await prisma.council.findUnique({ where: { id: councilId }, select: { closedAt: true } }));
    if (councilId !== null && (!council || council.closedAt)) return refuse('not_found');
    const id = key || world.newId();
    const slug = await freeSlug(world, slugOf(nameEn) ?? idFrom('instrument', world.newId()));
    const source = await sourceFor(world, from, text);
    if (!source.ok) return source;
    const begun = source.value ? copyOf(source.value, slug) : emptyDraft(slug, dayOf(world.now()));
    const named = { kk: nameKk, ru: nameRu, en: nameEn };
    for (const locale of ['kk', 'ru', 'en'] as const) begun.texts[locale][`instrument.${slug}.name`] = named[locale];
    const { draft } = settled(begun, await instrumentBank(world), world.newId);
    try {
      await prisma.instrumentDraft.create({
        data: { id, slug, data: draft, councilId, personId: viewer.personId, updatedAt: new Date(world.now()) },
      });
    } catch (error) {
      if (!isDuplicate(error, 'InstrumentDraft')) throw error;
      // The same form sent twice, or two forms that wished for one name at one moment.
      const first = await prisma.instrumentDraft.findUnique({ where: { id }, select: { id: true, councilId: true } });
      if (!first || !may(viewer, 'instrument.edit', first)) return refuse('changed_meanwhile');
    }
    return done({ id });
  });
}

async function sourceFor(world: World, from: string, text: string): Promise<Outcome<Instrument | null>> {
  if (from === 'empty') return done(null);
  if (from === 'text') return readText(world, text);
  const [where, id = ''] = from.split(':');
  const found = where === 'guide' ? instrumentOf(world.guide.inForceOn(dayOf(world.now())), id) : null;
  if (found) return done(structuredClone(found));
  const row = await world.db.prisma.publishedInstrument.findFirst({
    where: { slug: where === 'published' ? id : '' },
    orderBy: { version: 'desc' },
    select: { data: true },
  });
  return row ? done(instrumentSchema.parse(row.data)) : refuse('instrument_unknown');
}

/** What stands behind an item is not for a text to say: it is the bank's, or the author's own. */
function withOwnBasis(draft: Instrument, bank: Bank, today: Day): Instrument {
  const own = emptyDraft(draft.id, today).basis;
  const items = Object.entries(draft.items).map(([id, item]) => [
    id,
    { ...item, basis: bank.items[id]?.basis ?? ownItemBasis(today) },
  ]);
  return { ...draft, basis: own, items: Object.fromEntries(items) };
}

async function readText(world: World, text: string): Promise<Outcome<Instrument>> {
  if (text.trim() === '') return refuse('invalid', { fields: { text: 'required' } });
  const today = dayOf(world.now());
  const basis = emptyDraft('a', today).basis;
  try {
    const told = z.looseObject({ items: z.record(z.string(), z.looseObject({})) }).parse(parseYaml(text));
    const items = Object.fromEntries(Object.entries(told.items).map(([id, item]) => [id, { ...item, basis }]));
    const read = draftSchema.parse({ ...told, basis, items });
    return done(withOwnBasis(read, await instrumentBank(world), today));
  } catch {
    return refuse('instrument_unreadable', { fields: { text: 'bad_value' } });
  }
}
