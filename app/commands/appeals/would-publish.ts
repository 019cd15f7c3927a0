// Personal data in what everyone reads, or will read from a day on: looked for when it is written, in its words and its files. Whoever writes
// corrects it, keeps the file for the parties, or says that it may be published. Asked at filing, by cure of what the applicant adds, and by
// answer and draft-answer.
import type { Attachment } from '../../core/event';
import { barring, findingsIn, type Finding } from '../../core/personal-finding';
import type { Publicity } from '../../core/publicity';
import type { Refusal } from '../../core/refusal';
import type { ReplyParts } from '../../core/reply';
import { personalInFiles } from '../../data/personal-files';
import type { World } from '../../world';

type Words = { subject?: string; text: string; files: readonly Attachment[] };
type Said = { publishPersonal: boolean };

/** What is found and keeps this from being published; nothing where only the parties will ever read it. */
export async function wouldPublish(
  world: Pick<World, 'files'>,
  { visibility, publicDay }: Publicity,
  { subject = '', text, files }: Words,
  said: Said,
): Promise<Finding[]> {
  if (visibility === 'private' && publicDay === null) return [];
  const open = files.filter(({ withheld }) => !withheld);
  return barring([...findingsIn({ subject, text }), ...(await personalInFiles(world, open))], said);
}

/** The same of an answer: what keeps these parts from being published; null when nothing does. */
export async function whyNotPublish(
  world: Pick<World, 'files'>,
  appeal: Publicity,
  { text, requirements, files, unheard, enforced }: ReplyParts,
  said: Said,
): Promise<Refusal | null> {
  const words = [text, ...Object.values(requirements), unheard?.reason, enforced?.reason].join('\n');
  const found = await wouldPublish(world, appeal, { text: words, files }, said);
  return found.length > 0 ? { code: 'personal_data_in_answer', found } : null;
}
