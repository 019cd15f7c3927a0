// The body of a form as it comes in: its beginning is remembered, where the text fields stand (files stand last in our forms), and
// the rest can be let pass without being kept, because a browser shows an answer only after it could send everything. Used by whatever
// reads forms.
import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser';

/** Bytes at the beginning of a form that are kept to read its text fields: the longest document in Cyrillic letters, and what stands beside it. */
export const HEAD = 4_500_000;
/** Nobody is read for longer than this without a purpose. */
export const PATIENCE = 300_000_000;

/** The body of a request, its beginning remembered, and the way to read the rest without keeping it. */
export function listen(request: Request) {
  const reader = request.body?.getReader();
  const head: Uint8Array[] = [];
  let size = 0;
  let over = reader === undefined;
  const read = async () => {
    const part = await reader?.read();
    const bytes = part?.value;
    over = part?.done ?? true;
    if (bytes && size < HEAD) head.push(bytes);
    size += bytes?.length ?? 0;
    return bytes;
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes = await read();
      if (bytes) controller.enqueue(bytes);
      else controller.close();
    },
  });
  return {
    body,
    head: () => Buffer.concat(head).subarray(0, HEAD),
    async finish() {
      while (!over && size < PATIENCE) await read();
    },
  };
}

/** The same request with another body. */
export const asRequest = (request: Request, body: BodyInit): Request => {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
    body,
    duplex: 'half',
  };
  return new Request(request.url, init);
};

/** Bytes and fields of a form without files: the longest texts in Cyrillic letters, written as forms write them, and a tick for each of a great many comments. */
const PLAIN = { maxFileSize: 8_000_000, maxTotalSize: 8_000_000, maxFiles: 20, maxParts: 20_000 };

type Taking = { maxFileSize: number; maxFiles: number; take: (file: FileUpload) => Promise<string | null> };

/**
 * The fields of a form, read as it comes in; files go to `take`, and without it are let pass. What is no form is not read at all, and what
 * is written without parts is read only as far as a form without files may go: such a body is held in memory.
 */
export function parsedForm(request: Request, body: BodyInit, taking: Taking | null = null): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  const inParts = /^multipart\/form-data\b/i.test(type);
  if (!inParts && !/^application\/x-www-form-urlencoded\b/i.test(type))
    return Promise.reject(new FormDataParseError('neither parts nor fields'));
  const { take, ...limits } = taking ?? { take: () => Promise.resolve(null) };
  return parseFormData(asRequest(request, body), inParts && taking ? limits : PLAIN, take);
}

const TOO_MUCH = [
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
] as const;

type Unreadable = 'too_much' | 'no_form';

/** Why a form could not be read: there is too much of it, or it is none; null for a fault of ours. */
export function unreadable(error: unknown): Unreadable | null {
  if (TOO_MUCH.some((limit) => error instanceof limit)) return 'too_much';
  return error instanceof FormDataParseError || error instanceof MultipartParseError ? 'no_form' : null;
}

/** The answer to a form of which nothing can be shown again: 413 where there is too much of it, 400 where it is none. */
export const unreadResponse = (why: Unreadable): Response =>
  new Response(null, { status: why === 'too_much' ? 413 : 400 });
