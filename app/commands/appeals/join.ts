// Appeals that ask the same are joined, in one act: those of one applicant filed twice, or of many. Each stays a case of its own with its own
// clock and is answered in full to whoever filed it; each applicant is told. Joined anew, a case leaves the group it was in.
import { z } from 'zod';
import { signatoryAt } from '../../core/acting';
import { foldAppeal, streamOf } from '../../core/appeal';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { openStreams } from '../../data/ledger';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { recordChapters } from './act';
import { bodiesOf, standingAt, surroundingsOf } from './around';
import { chapterOf } from './chapter';

export const input = z.object({
  appealIds: listOf(z.uuid()).refine((ids) => new Set(ids).size > 1, 'required'),
  reason: z.string().trim().min(1, 'required').min(10, 'too_short').max(1000, 'too_long'),
});

/** Joins. Refuses: too_many_attempts, not_signed_in, invalid (fewer than two), not_found, not_allowed, join_elsewhere (cases of two bodies),
 * already_ended (with the number), changed_meanwhile. */
export const joinAppeals = (world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ cases: string[] }>> =>
  limited(world, viewer, 'act', () => again(() => attempt(world, viewer, raw)));

async function attempt(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ cases: string[] }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const ids = [...new Set(read.value.appealIds)];
  const streams = await openStreams(world.db, ids.map(streamOf));
  const found = ids.flatMap((id) => {
    const stream = streams.get(streamOf(id));
    const appeal = stream && foldAppeal(stream.events);
    return appeal && may(viewer, 'appeal.read', appeal) ? [{ appeal, ...stream }] : [];
  });
  const [first] = found;
  if (!first || found.length < ids.length) return refuse('not_found');
  if (found.some(({ appeal }) => !may(viewer, 'appeal.join', appeal))) return refuse('not_allowed');
  const { bodyId } = first.appeal;
  if (found.some(({ appeal }) => appeal.bodyId !== bodyId)) return refuse('join_elsewhere');
  const over = found.find(({ appeal }) => appeal.phase !== 'open');
  if (over) return refuse('already_ended', { params: { number: over.appeal.number } });
  const body = standingAt(await bodiesOf(world, [bodyId]), first.appeal);
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'appeal.join', first.appeal));
  const cases = found.map(({ appeal }) => appeal.number).sort();
  const written = found.map(({ appeal, events: before, head }) => {
    const { edition, kind, id: appealId, number } = appeal;
    const around = surroundingsOf(world, { edition, kind, body, other: null, actor: { kind: 'person', ...officer } });
    const payload = { with: cases.filter((one) => one !== number), reason: read.value.reason, officer };
    return { around, ...chapterOf({ appealId, before, head, facts: [{ type: 'appeal.joined', payload }], around }) };
  });
  const [{ around } = { around: null }] = written;
  if (around)
    await recordChapters(world, around, {
      chapters: written.map(({ chapter }) => chapter),
      letters: written.flatMap(({ letters }) => letters),
    });
  return done({ cases });
}
