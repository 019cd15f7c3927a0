// Takes one file that a person sends along with a form and remembers whose it is. It belongs to no case until an act takes it
// (data/uploads); called by the pages with attachments while they read the form.
import type { Attachment } from '../../core/event';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

/** Bytes a file may have, and files that one act may carry. */
export const FILE_LIMIT = 20_000_000;
export const FILES_LIMIT = 10;
const NAME_LIMIT = 180;

/** The name without folders and control characters, its extension kept when it is cut. */
export function fileName(sent: string): string {
  const base = (sent.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  if (base.length <= NAME_LIMIT) return base || 'file';
  const dot = base.lastIndexOf('.');
  const extension = dot > 0 ? base.slice(dot).slice(0, 10) : '';
  return `${base.slice(0, NAME_LIMIT - extension.length)}${extension}`;
}

/** Stores the bytes and the row. Refuses: not_signed_in, too_many_attempts, file_too_large and file_type (both name the file). */
export async function uploadFile(
  world: World,
  viewer: Viewer | null,
  { name: sent, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<Attachment>> {
  if (!viewer) return refuse('not_signed_in');
  return limited(world, viewer, 'upload', () => store(world, viewer, fileName(sent), bytes));
}

async function store(
  world: World,
  viewer: Viewer,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome<Attachment>> {
  const stored = await world.files.put({ bytes, name, limit: FILE_LIMIT });
  if ('rejected' in stored)
    return stored.rejected === 'too_large'
      ? refuse('file_too_large', { params: { name, limit: FILE_LIMIT } })
      : refuse('file_type', { params: { name } });
  const file = { id: world.newId(), name, ...stored };
  await world.db.prisma.file.create({
    data: { ...file, stream: '', ownerId: viewer.personId, createdAt: new Date(world.now()) },
  });
  return done(file);
}
