// Reads the form of a document: its fields, and the bytes of a DOCX file where one was chosen. The file is only read, never stored.
import { MaxFileSizeExceededError, parseFormData, type FileUpload } from '@remix-run/form-data-parser';
import { plainForm, type Typed } from '../form';

/** A draft's file is text; pictures in it are left out anyway. */
const FILE_MOST = 20_000_000;

/** `bytes` is empty for a file that was too large: it reads as one that is broken. */
export async function sentDocument(request: Request): Promise<{ typed: Typed; bytes: Buffer | null }> {
  let bytes: Buffer | null = null;
  const take = async (file: FileUpload): Promise<null> => {
    if (file.size > 0) bytes = Buffer.from(await file.arrayBuffer());
    return null;
  };
  try {
    return { typed: plainForm(await parseFormData(request, { maxFileSize: FILE_MOST, maxFiles: 1 }, take)), bytes };
  } catch (error) {
    if (!(error instanceof MaxFileSizeExceededError)) throw new Response(null, { status: 400 });
    return { typed: {}, bytes: Buffer.alloc(0) };
  }
}
