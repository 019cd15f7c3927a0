// Sends a file of a case, streamed from the store: always as a download, never sniffed, and only to those who may read the case.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { attachmentOf } from '../../queries/attachment';
import { contextOf } from '../respond';
import { fileName } from './file-name';

/** RFC 6266: a plain name for old readers, the real one in UTF-8 (RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  const file = await attachmentOf(world, viewer, { number, fileId });
  const size = file && (await world.files.size(file.sha256));
  if (!file || size === null) throw new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(world.files.get(file.sha256)), {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(size),
      'Content-Disposition': disposition(fileName(t, file)),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
