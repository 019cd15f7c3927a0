// The next piece of a file that is sent piece by piece: it must begin where the bytes that are here end. With the last one the file is
// looked at and kept like any other upload.
import type { Attachment } from '../../core/event';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { isUuid } from '../../core/storable';
import type { World } from '../../world';
import { keepFile } from './upload';

type Piece = { uploadId: string; offset: number; bytes: AsyncIterable<Uint8Array> };
/** `file` when it is whole; `wrong`: the piece began elsewhere, and nothing was written. */
export type Continued = { offset: number; size: number; wrong?: true; file?: Attachment };

/** How much of an upload is here; null where there is no such upload of the viewer. */
export async function uploadedSoFar(world: World, viewer: Viewer | null, uploadId: string): Promise<Continued | null> {
  const upload = await uploadOf(world, viewer, uploadId);
  return upload && { offset: await world.files.parts.size(upload.id), size: upload.size };
}

/** Takes a piece. Refuses: not_signed_in, not_found (ended, or another's), and what `keepFile` refuses. */
export async function continueUpload(
  world: World,
  viewer: Viewer | null,
  { uploadId, offset, bytes }: Piece,
): Promise<Outcome<Continued>> {
  if (!viewer) return refuse('not_signed_in');
  const upload = await uploadOf(world, viewer, uploadId);
  if (!upload) return refuse('not_found');
  const { id, name, size } = upload;
  const here = await world.files.parts.size(id);
  if (offset !== here) return done({ offset: here, size, wrong: true });
  const now = await world.files.parts.write(id, { offset, limit: size, bytes });
  if (now < size) return done({ offset: now, size });
  // Of two last pieces at once one takes the upload; the other finds it gone.
  const { count } = await world.db.prisma.upload.deleteMany({ where: { id } });
  if (count === 0) return refuse('not_found');
  const kept = await keepFile(world, viewer, name, world.files.parts.read(id));
  await world.files.parts.remove(id);
  return kept.ok ? done({ offset: size, size, file: kept.value }) : kept;
}

async function uploadOf({ db }: World, viewer: Viewer | null, id: string) {
  if (!viewer || !isUuid(id)) return null;
  return db.prisma.upload.findFirst({
    where: { id, personId: viewer.personId },
    select: { id: true, name: true, size: true },
  });
}
