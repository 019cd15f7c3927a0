// The files of a case as a viewer may know them. Where the applicant hides their name, a file's name may give it away: everyone but
// the applicant and the body's officials gets none, and the page gives it a neutral one by its order. Asked by the thread and the download.
import type { Attachment } from '../core/event';
import { withheldIn } from '../core/withheld';
import { extensionOf } from '../data/files';
import type { CaseFacts } from './case-facts';

export type CaseFile = Pick<Attachment, 'id' | 'size' | 'type' | 'sha256'> & {
  /** As it was sent; null for whom it is hidden from. */
  name: string | null;
  /** Its place among the files of the case, from 1, and its usual extension: what a neutral name is made of. */
  order: number;
  extension: string;
  /** Only the parties open it. */
  withheld?: boolean | undefined;
};

/** Every file that the events of the case carry, in their order, by id; what was given to the applicant of the materials, and what is kept
 * back or was taken from the public, only for the parties; those of a drafted answer only for the body. */
export function filesOf({
  events,
  appeal,
  side,
}: Pick<CaseFacts, 'events' | 'appeal' | 'side'>): Map<string, CaseFile> {
  const kept = withheldIn(events);
  const hidden = appeal.nameHidden && side === null;
  const seen = events.filter(
    ({ type }) =>
      (side !== null || type !== 'appeal.file_given') && (side === 'body' || type !== 'appeal.answer_drafted'),
  );
  const carried = seen.flatMap(({ payload }) => ('files' in payload ? (payload.files ?? []) : []));
  const all = carried.map(({ id, name, size, type, sha256 }, index) => ({
    ...{ id, size, type, sha256, name: hidden ? null : name, order: index + 1, extension: extensionOf(type) },
    withheld: kept.has(id) || id in (appeal.steps.redacted ?? {}),
  }));
  return new Map(all.filter((file) => side !== null || !file.withheld).map((file) => [file.id, file]));
}
