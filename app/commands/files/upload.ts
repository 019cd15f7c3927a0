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

/** Stores the bytes and the row. Refuses: not_signed_in, too_many_attempts, and what `keepFile` refuses. */
export async function uploadFile(
  world: World,
  viewer: Viewer | null,
  { name: sent, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<Attachment>> {
  if (!viewer) return refuse('not_signed_in');
  return limited(world, viewer, 'upload', () => keepFile(world, viewer, fileName(sent), bytes));
}

const REJECTED = {
  too_large: 'file_too_large',
  type: 'file_type',
  infected: 'file_infected',
  not_scanned: 'file_not_scanned',
} as const;

/** The bytes kept, and whose they are. Refuses: file_too_large, file_type, file_infected, file_not_scanned, each with the name. */
export async function keepFile(
  world: World,
  { personId: ownerId }: Viewer,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome<Attachment>> {
  const stored = await world.files.put({ bytes, name, limit: FILE_LIMIT });
  if ('rejected' in stored) {
    const { rejected } = stored;
    if (rejected === 'infected' || rejected === 'not_scanned')
      world.log.warn({ ownerId, rejected }, 'a file was not taken');
    return refuse(REJECTED[rejected], { params: { name, limit: FILE_LIMIT } });
  }
  const file = { id: world.newId(), name, ...stored };
  await world.db.prisma.file.create({ data: { ...file, stream: '', ownerId, createdAt: new Date(world.now()) } });
  return done(file);
}
