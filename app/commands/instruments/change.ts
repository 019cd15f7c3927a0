// One change of a draft: a form of the editor, each of which says what it does. Two who change one draft at once: the second is told, and
// what was typed stays in the form.
import { z } from 'zod';
import { instrumentSchema, type Instrument } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { settled } from '../../core/instrument-draft';
import * as edit from '../../core/instrument-edit';
import * as items from '../../core/instrument-item';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { instrumentBank } from '../../data/instruments';
import type { World } from '../../world';
import { limited } from '../limited';
import { draftFields, draftFor } from './draft';

type Change = (draft: Instrument, sent: edit.Sent, around: edit.Around) => edit.Changed;
/** A change with the schema of its form. */
const change =
  <S extends z.ZodType>(
    schema: S,
    apply: (draft: Instrument, read: z.output<S>, sent: edit.Sent, around: edit.Around) => edit.Changed,
  ): Change =>
  (draft, sent, around) => {
    const read = parse(schema, sent);
    return read.ok ? apply(draft, read.value, sent, around) : read;
  };

/** Everything that a form of the editor may do. */
export const CHANGES = {
  settings: change(edit.settingsInput, edit.changeSettings),
  add_page: change(edit.addPageInput, edit.addPage),
  page: change(edit.pageInput, edit.changePage),
  move_page: change(edit.movePageInput, edit.movePage),
  remove_page: change(edit.onePageInput, edit.removePage),
  take_item: change(items.takeItemInput, (draft, read, _sent, around) => items.takeItem(draft, read, around)),
  new_item: change(items.newItemInput, (draft, read, _sent, around) => items.newItem(draft, read, around)),
  item: change(items.itemInput, items.changeItem),
  move_item: change(items.moveItemInput, items.moveItem),
  remove_item: change(items.oneItemInput, items.removeItem),
  new_scale: change(items.newScaleInput, (draft, read, _sent, around) => items.newScale(draft, read, around)),
  scale: change(items.scaleInput, items.changeScale),
} as const satisfies Record<string, Change>;
export type Intent = keyof typeof CHANGES;
const isIntent = (text: string): text is Intent => Object.hasOwn(CHANGES, text);

export const input = z.object({ ...draftFields, intent: z.string().refine(isIntent, 'bad_choice') });

/** `at`: the page, item or scale that the change was about, as it is called now; `renamed`: it is another one than before. */
export type ChangeMade = { intent: Intent; at: string; renamed: boolean };

/**
 * Changes a draft. Refuses: invalid, not_signed_in, not_found (the draft, or its page or item), not_allowed, changed_meanwhile (somebody
 * else changed the draft since the form was shown).
 */
export async function changeDraft(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<ChangeMade>> {
  return limited(world, viewer, 'act', async () => {
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { draftId, version, intent } = read.value;
    const found = await draftFor(world, viewer, draftId, 'instrument.edit');
    if (!found.ok) return found;
    if (found.value.version !== version) return refuse('changed_meanwhile');
    const bank = await instrumentBank(world);
    const around = { bank, newId: world.newId, today: dayOf(world.now()) };
    const changed = CHANGES[intent](found.value.draft, raw as edit.Sent, around);
    if (!changed.ok) return changed;
    const { draft, renamed } = settled(changed.value.draft, bank, world.newId);
    const { count } = await world.db.prisma.instrumentDraft.updateMany({
      where: { id: draftId, version },
      data: { data: draft, version: { increment: 1 }, updatedAt: new Date(world.now()) },
    });
    if (count === 0) return refuse('changed_meanwhile');
    const { at } = changed.value;
    return done({ intent, at: renamed.get(at) ?? at, renamed: renamed.has(at) });
  });
}

export const discardInput = z.object({ draftId: draftFields.draftId });

/**
 * Throws a draft away, or, where versions of it were published, what was changed since the last one. Refuses: invalid, not_signed_in,
 * not_found, not_allowed. `kept`: the draft is still there.
 */
export async function discardDraft(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ councilId: string | null; kept: boolean }>> {
  return limited(world, viewer, 'act', async () => {
    const read = parse(discardInput, raw);
    if (!read.ok) return read;
    const { draftId: id } = read.value;
    const found = await draftFor(world, viewer, id, 'instrument.edit');
    if (!found.ok) return found;
    const { councilId, draft } = found.value;
    const { prisma } = world.db;
    const last = await prisma.publishedInstrument.findFirst({
      where: { slug: draft.id },
      orderBy: { version: 'desc' },
      select: { data: true },
    });
    if (!last) await prisma.instrumentDraft.deleteMany({ where: { id } });
    else
      await prisma.instrumentDraft.updateMany({
        where: { id },
        data: { data: instrumentSchema.parse(last.data), version: { increment: 1 }, updatedAt: new Date(world.now()) },
      });
    return done({ councilId, kept: last !== null });
  });
}
