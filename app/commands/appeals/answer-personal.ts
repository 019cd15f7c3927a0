// Personal data in an answer that everyone reads, or will read from a day on: looked for when it is written, in its words and its files. The
// official corrects it, keeps the file for the parties, or says that it may be published. Asked by answer and draft-answer, and
// by cure of what the applicant adds.
import type { Appeal } from '../../core/appeal';
import { barring, findingsIn } from '../../core/personal-finding';
import type { Refusal } from '../../core/refusal';
import type { ReplyParts } from '../../core/reply';
import { personalInFiles } from '../../data/personal-files';
import type { World } from '../../world';

/** What keeps these parts from being published; null when nothing does, or nobody but the parties reads them. */
export async function whyNotPublish(
  world: World,
  { visibility, publicDay }: Pick<Appeal, 'visibility' | 'publicDay'>,
  { text, requirements, files }: Pick<ReplyParts, 'text' | 'requirements' | 'files'>,
  said: { publishPersonal: boolean },
): Promise<Refusal | null> {
  if (visibility === 'private' && publicDay === null) return null;
  const words = findingsIn({ subject: '', text: [text, ...Object.values(requirements)].join('\n') });
  const inside = await personalInFiles(
    world,
    files.filter(({ withheld }) => !withheld),
  );
  const found = barring([...words, ...inside], said);
  return found.length > 0 ? { code: 'personal_data_in_answer', found } : null;
}
