// Reads a form that may carry files: fields as text, each file streamed to the store as it arrives and replaced by its id. What
// was typed survives also when a file is far too large and the reading has to stop there; files stand last in our forms.
import {
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  type FileUpload,
} from '@remix-run/form-data-parser';
import { FILE_LIMIT, FILES_LIMIT, uploadFile } from '../../commands/files/upload';
import type { Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { plainForm, type Typed } from '../form';
import { beginningOf } from '../incoming';
import { listen, parsedForm, unreadable, unreadResponse } from '../listening';

const FIELD = 'files';

export type Sent = { typed: Typed; files: string[]; refusal: Refusal | null };

/** The ids of uploads that a form names: those it was shown with. */
export const filesIn = (typed: Typed): string[] => {
  const value = typed[FIELD];
  return (Array.isArray(value) ? value : [value ?? '']).filter(Boolean);
};

/** The bytes of a body as they come in. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** Everything sent. `refusal`: the first file that was not taken; the other files and every field are there all the same. */
export async function sentForm(world: World, viewer: Viewer | null, request: Request): Promise<Sent> {
  const incoming = listen(request);
  const taken: string[] = [];
  let refusal: Refusal | null = null;
  const take = async (file: FileUpload): Promise<string | null> => {
    if (file.size === 0) return null;
    if (taken.length >= FILES_LIMIT) {
      refusal ??= { code: 'too_many_files', params: { limit: FILES_LIMIT } };
      return null;
    }
    const stored = await uploadFile(world, viewer, { name: file.name, bytes: piecesOf(file.stream()) });
    if (!stored.ok) {
      refusal ??= stored.refusal;
      return null;
    }
    taken.push(stored.value.id);
    return stored.value.id;
  };
  try {
    const most = { maxFileSize: FILE_LIMIT, maxFiles: FILES_LIMIT * 2 };
    const typed = plainForm(await parsedForm(request, incoming.body, { ...most, take }));
    const files = filesIn(typed);
    if (files.length > FILES_LIMIT) refusal ??= { code: 'too_many_files', params: { limit: FILES_LIMIT } };
    return { typed, files: files.slice(0, FILES_LIMIT), refusal };
  } catch (error) {
    const stopped = stoppedBy(error) ?? unreadable(error);
    if (stopped === null) throw error;
    await incoming.finish();
    // Headings without an end, thousands of parts, no form at all: nothing of it can be shown again.
    if (typeof stopped === 'string') throw unreadResponse(stopped);
    const { typed } = await beginningOf(request, incoming.head());
    return { typed, files: [...filesIn(typed), ...taken].slice(0, FILES_LIMIT), refusal: stopped };
  }
}

/** The refusal behind a limit that ended the reading; null for a fault. */
function stoppedBy(error: unknown): Refusal | null {
  if (error instanceof MaxFilesExceededError) return { code: 'too_many_files', params: { limit: FILES_LIMIT } };
  const large = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
  return large ? { code: 'file_too_large', params: { limit: FILE_LIMIT } } : null;
}
