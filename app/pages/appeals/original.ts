// Sends a letter by e-mail behind an act of a case, as it came, to whoever may read the act; one that waits in the queue, to whoever settles it.
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { originalLetter } from '../../queries/original-letter';
import { contextOf } from '../respond';
import { disposition } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const { number = '', incomingId = '' } = args.params;
  const letter = await originalLetter(world, viewer, { number, incomingId });
  if (!letter) throw new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(Readable.from(letter.bytes)), {
    headers: {
      // Not message/rfc822: nothing opens it by itself.
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(letter.size),
      'Content-Disposition': disposition(`kenes-${number}-${incomingId.slice(-6)}.eml`),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
