// Which files of a case only its parties open. Whoever sends a file may keep it back; when the applicant sets the day of publication, their word
// stands for all files that are there: it takes back their own earlier word, and adds to the body's. data/search-files says the same in SQL.
import type { Attachment, Event } from './event';

/** Events of the applicant that carry files. */
export const APPLICANTS_FILES = ['appeal.filed', 'appeal.cured'] as const;

/** Their ids, after all events of the case, oldest first. */
export function withheldIn(events: readonly Event[]): Set<string> {
  const set = events.findLast((event) => event.type === 'appeal.publicity_set');
  const kept = events.flatMap((event) => {
    const files = 'files' in event.payload ? (event.payload.files ?? []) : [];
    const decided = set !== undefined && event.version < set.version;
    const theirs = APPLICANTS_FILES.some((type) => type === event.type);
    return files
      .filter(
        ({ id, withheld }) =>
          (decided && set.payload.withheld.includes(id)) || (withheld === true && !(decided && theirs)),
      )
      .map(({ id }) => id);
  });
  return new Set(kept);
}

/** The files with those of these ids kept back, and no others, whatever was said of them before. */
export function marked(files: readonly Attachment[], ids: Iterable<string>): Attachment[] {
  const kept = new Set(ids);
  return files.map(({ withheld: _before, ...file }) => (kept.has(file.id) ? { ...file, withheld: true } : file));
}
