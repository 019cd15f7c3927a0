// The body of a form as it comes in: its beginning is remembered, where the text fields stand (files stand last in our forms), and
// the rest can be let pass without being kept, because a browser shows an answer only after it could send everything.
import { parseFormData } from '@remix-run/form-data-parser';
import { plainForm, type Typed } from './form';

/** Bytes at the beginning of a form that are kept to read its text fields: the longest document in Cyrillic letters, and what stands beside it. */
const HEAD = 4_500_000;
/** Nobody is read for longer than this without a purpose. */
const PATIENCE = 300_000_000;
const MOST_PARTS = 100;

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

/** The text fields that stand in the beginning of a form, wherever it was cut, and whether files stand there too. */
export async function beginningOf(request: Request, head: Buffer): Promise<{ typed: Typed; files: boolean }> {
  const boundary = /boundary="?([^";]+)/.exec(request.headers.get('Content-Type') ?? '')?.[1];
  const end = boundary === undefined ? '' : `\r\n--${boundary}--\r\n`;
  const whole = new Uint8Array(Buffer.concat([head, Buffer.from(end)]));
  let files = false;
  try {
    const form = await parseFormData(
      asRequest(request, whole),
      { maxFileSize: HEAD * 2, maxFiles: MOST_PARTS },
      (file) => {
        files ||= file.size > 0;
        return null;
      },
    );
    return { typed: plainForm(form), files };
  } catch {
    // Cut in the middle of a part's heading, or no form at all: nothing can be read from it.
    return { typed: {}, files };
  }
}

/** What somebody typed into a form who may not send files here: every field, and whether files came along, which are let pass. */
export async function typedBeginning(request: Request): Promise<{ typed: Typed; files: boolean }> {
  const incoming = listen(request);
  await incoming.finish();
  return beginningOf(request, incoming.head());
}
