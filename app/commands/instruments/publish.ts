// The chair of a council, or an administrator, publishes a draft: a new version of the instrument beside the guide, for good, with a
// reason that everyone reads. The draft stays, for the next version.
import { z } from 'zod';
import { instrumentSchema } from '../../../guide/schema';
import type { Actor, Signatory } from '../../core/event';
import { dayOf } from '../../core/day';
import { faultsOfDraft, stops } from '../../core/instrument-check';
import { pruned } from '../../core/instrument-draft';
import { foldInstrument, instrumentStream } from '../../core/instrument';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { mandateOn, type Viewer } from '../../core/viewer';
import { hashOfInstrument, instrumentBank } from '../../data/instruments';
import { NO_HEAD, record } from '../../data/ledger';
import { instrumentRow } from '../../data/projections';
import type { World } from '../../world';
import { limited } from '../limited';
import { chapterOf } from '../chapter';
import { draftFields, draftFor } from './draft';

export const input = z.object({
  ...draftFields,
  reason: z.string().trim().min(1, 'required').min(10, 'too_short').max(2000, 'too_long'),
});

const signatoryOf = (viewer: Viewer, councilId: string | null): Signatory => ({
  personId: viewer.personId,
  name: viewer.name,
  post: councilId === null ? null : (mandateOn(viewer, councilId, ['council_chair'])?.post ?? null),
});

/**
 * Publishes the draft as it is. Refuses: invalid, not_signed_in, not_found, not_allowed, changed_meanwhile, instrument_faulty (the check
 * found something that stops it), instrument_unchanged (the last version says the same).
 */
export async function publishInstrument(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ slug: string; version: number }>> {
  return limited(world, viewer, 'act', async () => {
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { draftId, version: seen, reason } = read.value;
    const found = await draftFor(world, viewer, draftId, 'instrument.publish');
    if (!found.ok) return found;
    const { draft, councilId, version: current, viewer: publisher } = found.value;
    if (current !== seen) return refuse('changed_meanwhile');
    const faults = faultsOfDraft(draft, await instrumentBank(world)).filter(stops);
    if (faults.length > 0) return refuse('instrument_faulty', { params: { count: faults.length } });
    const data = instrumentSchema.parse(pruned(draft));
    const sha256 = hashOfInstrument(data);
    const last = await world.db.prisma.publishedInstrument.findFirst({
      where: { slug: data.id },
      orderBy: { version: 'desc' },
      select: { version: true, sha256: true },
    });
    if (last?.sha256 === sha256) return refuse('instrument_unchanged');
    const version = (last?.version ?? 0) + 1;
    const signatory = signatoryOf(publisher, councilId);
    const actor: Actor = { kind: 'person', ...signatory };
    const now = world.now();
    const today = dayOf(now);
    const { chapter } = chapterOf({
      ...{ before: [], head: NO_HEAD },
      facts: [{ type: 'instrument.published', payload: { version, data, sha256, councilId, reason, signatory } }],
      around: { edition: world.guide.inForceOn(today), calendar: world.guide.calendar, now, today, actor },
      book: {
        stream: instrumentStream(world.newId()),
        fold: foldInstrument,
        follow: () => ({ opens: [], moves: [], closes: [], letters: [] }),
        rules: {},
        projection: (state) => ({ table: 'PublishedInstrument', row: instrumentRow(state) }),
        about: ({ data: of }) => ({
          number: of.id,
          title: of.texts.kk[`instrument.${of.id}.name`] ?? of.id,
          edition: world.guide.inForceOn(today).id,
          procedure: 'instrument',
        }),
      },
    });
    try {
      await record(world, { actor, at: now, day: today, chapters: [chapter], letters: [] });
    } catch (error) {
      // Two published at the same moment: the second looks at what the first made.
      if (isSecond(error)) return refuse('changed_meanwhile');
      throw error;
    }
    return done({ slug: data.id, version });
  });
}

const isSecond = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'PublishedInstrument_slug_version_key';
