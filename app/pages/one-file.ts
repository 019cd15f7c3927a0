// Reads a form that carries one file which is looked at in memory and not stored as it comes in: a document, a questionnaire. What was
// typed survives also where the file is too large and the reading has to stop there; the file stands last in our forms.
import { MaxFileSizeExceededError, type FileUpload } from '@remix-run/form-data-parser';
import type { Refusal } from '../core/refusal';
import { plainForm, type Typed } from './form';
import { beginningOf } from './incoming';
import { listen, parsedForm, unreadable, unreadResponse } from './listening';

export type SentFile = { name: string; bytes: Buffer };
/** `refusal`: file_too_large. */
export type SentWithFile = { typed: Typed; file: SentFile | null; refusal: Refusal | null };

/** Every field, and the file where one was chosen; `limit` is in bytes. A body that is no form is answered with 400. */
export async function formWithFile(request: Request, limit: number): Promise<SentWithFile> {
  const incoming = listen(request);
  let file: SentFile | null = null;
  const take = async (sent: FileUpload): Promise<null> => {
    if (sent.size > 0) file = { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) };
    return null;
  };
  try {
    const typed = plainForm(await parsedForm(request, incoming.body, { maxFileSize: limit, maxFiles: 1, take }));
    return { typed, file, refusal: null };
  } catch (error) {
    const why = unreadable(error);
    await incoming.finish();
    if (!(error instanceof MaxFileSizeExceededError)) {
      if (why === null) throw error;
      throw unreadResponse(why);
    }
    const { typed } = await beginningOf(request, incoming.head());
    return { typed, file: null, refusal: { code: 'file_too_large', params: { limit } } };
  }
}
