// A browser begins to send a large file piece by piece, so that a cut costs the last piece and not all of it. Without scripts files come with
// their form, as ever (commands/files/upload).
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';
import { FILE_LIMIT, fileName } from './upload';

export const input = z.object({
  name: z.string().min(1, 'required').max(1000, 'too_long'),
  size: z.coerce.number().int().min(1),
});

/** Uploads that one person may have begun; they end by themselves after a day (workers/tidy). */
export const BEGUN_LIMIT = 20;

/** Refuses: not_signed_in, invalid, file_too_large, too_many_files, too_many_attempts. */
export async function beginUpload(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const name = fileName(read.value.name);
  const { size } = read.value;
  if (size > FILE_LIMIT) return refuse('file_too_large', { params: { name, limit: FILE_LIMIT } });
  return limited(world, viewer, 'upload', async () => {
    const { personId } = viewer;
    if ((await world.db.prisma.upload.count({ where: { personId } })) >= BEGUN_LIMIT)
      return refuse('too_many_files', { params: { limit: BEGUN_LIMIT } });
    const id = world.newId();
    await world.db.prisma.upload.create({ data: { id, personId, name, size, createdAt: new Date(world.now()) } });
    return done({ id });
  });
}
