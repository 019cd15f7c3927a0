// A file of a case, for its download: only when the viewer may read the case and one of the case's own events carries the file.
// Also the uploads that wait for their act.
import type { Attachment } from '../core/event';
import type { Viewer } from '../core/viewer';
import { attachmentsOf } from '../data/uploads';
import type { World } from '../world';
import { caseFacts } from './case-facts';
import { filesOf, type CaseFile } from './case-files';

/** What to send, or null when there is nothing for this viewer. */
export async function attachmentOf(
  world: World,
  viewer: Viewer | null,
  { number, fileId }: { number: string; fileId: string },
): Promise<CaseFile | null> {
  const facts = await caseFacts(world, viewer, number);
  return (facts && filesOf(facts).get(fileId)) ?? null;
}

/** The viewer's own uploads that no act has taken yet: a form that was refused lists them again. */
export const keptUploads = async (
  world: World,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Pick<Attachment, 'id' | 'name' | 'size'>[]> =>
  (await attachmentsOf(world, viewer.personId, ids)).map(({ id, name, size }) => ({ id, name, size }));
