// Papers as downloads: the two forms in which every paper is given out, and papers that take seconds to print kept for those who ask next.
import { signedFile } from '../data/register/issued';
import { docxOf } from '../papers/docx';
import { pdfOf } from '../papers/pdf';
import type { Paper } from '../papers/paper';
import type { World } from '../world';

const FORMS = {
  pdf: { print: pdfOf, type: 'application/pdf' },
  docx: { print: docxOf, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;
export type Form = keyof typeof FORMS;
export const isForm = (text: string | undefined): text is Form => text === 'pdf' || text === 'docx';

export const printedAs = (form: Form, paper: Paper): Promise<Buffer> => FORMS[form].print(paper);

/** A PDF whose last line is the signature of the register over all of it; `code` says what it is. */
export const signedPdf = async (world: Pick<World, 'register'>, paper: Paper, code: string): Promise<Buffer> =>
  signedFile(world.register, await pdfOf(paper), code);

export const download = (form: Form, name: string, bytes: Buffer, more: Record<string, string> = {}): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': FORMS[form].type,
      'Content-Disposition': `attachment; filename="${name}.${form}"`,
      'X-Content-Type-Options': 'nosniff',
      ...more,
    },
  });

/** `state`: what is printed; `words`: whose words of it may be shown. A paper tells of when it is. */
export type State = { state: string; words: string };
type Kept = State & { at: number; bytes: Promise<Buffer> };

/** So long a paper is given out again although something was added meanwhile; not when words may no longer be shown. */
const FRESH_MS = 60_000;
const KEPT = 8;
/** One at a time: printing a long paper takes memory. */
type Press = { kept: Map<string, Kept>; turn: Promise<unknown> };
const presses = new WeakMap<World['db'], Press>();

/** The paper of this name as it was printed in this state, or a new one. */
export function keptPaper(
  { db, now }: Pick<World, 'db' | 'now'>,
  { name, state, words, print }: State & { name: string; print: () => Promise<Buffer> },
): Promise<Buffer> {
  const press = presses.get(db) ?? { kept: new Map<string, Kept>(), turn: Promise.resolve() };
  presses.set(db, press);
  const { kept } = press;
  const known = kept.get(name);
  if (known && known.words === words && (known.state === state || now() - known.at < FRESH_MS)) return known.bytes;
  const bytes = press.turn.then(print);
  const made: Kept = { state, words, at: now(), bytes };
  kept.delete(name);
  kept.set(name, made);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  press.turn = bytes.catch(() => {
    if (kept.get(name) === made) kept.delete(name);
  });
  return bytes;
}
