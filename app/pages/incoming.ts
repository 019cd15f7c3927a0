// What stands in the beginning of a form that could not be read to its end, and what somebody typed who may not send files.
import { parseFormData } from '@remix-run/form-data-parser';
import { plainForm, type Typed } from './form';
import { asRequest, HEAD, listen } from './listening';

const MOST_PARTS = 100;

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
