// Reads a form that may carry files: fields as text, each file streamed to the store as it arrives and replaced by its id. What
// was typed survives also when a file is far too large and the reading has to stop there; files stand last in our forms.
import {
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser';
import { FILE_LIMIT, FILES_LIMIT, uploadFile } from '../../commands/files/upload';
import type { Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { plainForm, type Typed } from '../form';

/** Bytes at the beginning of a form that are kept to read its text fields once more. */
const HEAD = 1_000_000;
/** Nobody is read for longer than this after a refusal. */
const PATIENCE = 300_000_000;
const FIELD = 'files';

export type Sent = { typed: Typed; files: string[]; refusal: Refusal | null };

const filesIn = (typed: Typed): string[] => {
  const value = typed[FIELD];
  return (Array.isArray(value) ? value : [value ?? '']).filter(Boolean);
};

/** The body of a request, its beginning remembered, and the way to read the rest without keeping it. */
function listen(request: Request) {
  const reader = request.body?.getReader();
  const head: Uint8Array[] = [];
  let size = 0;
  let over = reader === undefined;
  const read = async () => {
    const part = await reader?.read();
    over = part?.done ?? true;
    size += part?.value?.length ?? 0;
    return part?.value;
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes = await read();
      if (!bytes) return controller.close();
      if (size - bytes.length < HEAD) head.push(bytes);
      controller.enqueue(bytes);
    },
  });
  return {
    body,
    head: () => Buffer.concat(head).subarray(0, HEAD),
    /** A browser shows the answer only after it could send everything. */
    async finish() {
      while (!over && size < PATIENCE) await read();
    },
  };
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

const asRequest = (request: Request, body: BodyInit): Request => {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
    body,
    duplex: 'half',
  };
  return new Request(request.url, init);
};

/** The text fields that stood before the reading stopped. */
async function fieldsOf(request: Request, head: Buffer): Promise<Typed> {
  const boundary = /boundary="?([^";]+)/.exec(request.headers.get('Content-Type') ?? '')?.[1] ?? '';
  const whole = Buffer.concat([head, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  try {
    return plainForm(
      await parseFormData(
        asRequest(request, new Uint8Array(whole)),
        { maxFileSize: HEAD * 2, maxFiles: FILES_LIMIT * 2 },
        () => null,
      ),
    );
  } catch {
    // Cut in the middle of a part's heading: nothing can be read from it.
    return {};
  }
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
    const typed = plainForm(
      await parseFormData(
        asRequest(request, incoming.body),
        { maxFileSize: FILE_LIMIT, maxFiles: FILES_LIMIT * 2 },
        take,
      ),
    );
    const files = filesIn(typed);
    if (files.length > FILES_LIMIT) refusal ??= { code: 'too_many_files', params: { limit: FILES_LIMIT } };
    return { typed, files: files.slice(0, FILES_LIMIT), refusal };
  } catch (error) {
    const stopped = stoppedBy(error);
    if (!stopped) throw error;
    await incoming.finish();
    const typed = await fieldsOf(request, incoming.head());
    return { typed, files: [...filesIn(typed), ...taken].slice(0, FILES_LIMIT), refusal: stopped };
  }
}

/** The refusal behind a limit that ended the reading; null for a fault. */
function stoppedBy(error: unknown): Refusal | null {
  if (error instanceof MaxFilesExceededError) return { code: 'too_many_files', params: { limit: FILES_LIMIT } };
  const large = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
  return large ? { code: 'file_too_large', params: { limit: FILE_LIMIT } } : null;
}
