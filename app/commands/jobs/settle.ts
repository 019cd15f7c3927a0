// An administrator has a failed job of the queue tried again, or takes it away. Called by the queue page. The queue only wakes: neither changes
// what is due, which the database knows. Kept with who and when.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ jobId: z.string().min(1).max(200), act: z.enum(['retry', 'remove']) });

/** Gives the job's name. Refuses: not_signed_in, not_allowed, invalid, queue_away, job_not_failed. */
export async function settleJob(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ job: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'queue.settle', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { jobId, act } = read.value;
    if (!world.queue) return refuse('queue_away');
    const job = await world.queue[act](jobId).catch(() => false as const);
    if (job === false) return refuse('queue_away');
    if (job === null) return refuse('job_not_failed');
    const by = { personId: viewer.personId, name: viewer.name, post: null };
    await world.db.prisma.jobAct.create({ data: { id: world.newId(), act, job, by, at: new Date(world.now()) } });
    return done({ job });
  });
}
