// Reads the form of a document: its fields, and a DOCX file where one was chosen, which is small enough to be looked at in memory.
import { MaxFileSizeExceededError, parseFormData, type FileUpload } from '@remix-run/form-data-parser';
import { FILE_LIMIT } from '../../commands/files/upload';
import { plainForm, type Typed } from '../form';

export type SentFile = { name: string; bytes: Buffer };

/** \`bytes\` is empty for a file that was too large: it reads as one that is broken. */
export async function sentDocument(request: Request): Promise<{ typed: Typed; file: SentFile | null }> {
  let sent: SentFile | null = null;
  const take = async (file: FileUpload): Promise<null> => {
    if (file.size > 0) sent = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    return null;
  };
  try {
    const typed = plainForm(await parseFormData(request, { maxFileSize: FILE_LIMIT, maxFiles: 1 }, take));
    return { typed, file: sent };
  } catch (error) {
    if (!(error instanceof MaxFileSizeExceededError)) throw new Response(null, { status: 400 });
    return { typed: {}, file: { name: '', bytes: Buffer.alloc(0) } };
  }
}
