// A file that came with a comment, or with something that happened to a round (a document, a hearing, the report on a promise), for its
// download: only when the viewer may read the round, and of a comment only when its words are shown.
import type { Round } from '../core/round';
import type { Attachment } from '../core/shape';
import type { Viewer } from '../core/viewer';
import { extensionOf } from '../data/files';
import type { World } from '../world';
import type { CaseFile } from './case-files';
import { commentFound } from './comment';
import { commentFiles } from './comment-files';
import { roundFacts } from './round-facts';

type Asked = { number: string; fileId: string };

/** A file of the comment of this number, or null when there is nothing for this viewer. */
export async function fileOfComment(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  { number, fileId }: Asked,
): Promise<CaseFile | null> {
  const found = await commentFound(world, viewer, number, 'kk');
  if (!found?.row.words) return null;
  const files = await commentFiles(world, found.row, found.facts);
  return files.find(({ id }) => id === fileId) ?? null;
}

/** A file that the round itself carries, or null. */
export async function fileOfRound(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  { number, fileId }: Asked,
): Promise<CaseFile | null> {
  const facts = await roundFacts(world, viewer, number);
  const carried = facts ? filesOfRound(facts.round) : [];
  const order = carried.findIndex(({ id }) => id === fileId);
  const file = carried[order];
  return file ? { ...file, order: order + 1, extension: extensionOf(file.type) } : null;
}

/** Originals of documents, what belongs to the protocol of the hearing, evidence on promises. */
const filesOfRound = ({ documents, hearing, commitments }: Round): Attachment[] => [
  ...documents.flatMap(({ original }) => original ?? []),
  ...(hearing?.files ?? []),
  ...commitments.flatMap(({ report }) => report?.files ?? []),
];
