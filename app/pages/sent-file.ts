// Sends a file from the store: streamed, always as a download, never sniffed, never kept by anyone between.
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { CaseFile } from '../queries/case-files';
import type { Text } from '../text';
import type { World } from '../world';
import { fileName } from './appeals/file-name';

/** RFC 6266: a plain name for old readers, the real one in UTF-8 (RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}

/** The answer with the file; 404 for none, or for one whose bytes are gone. */
export async function sentFile({ files }: Pick<World, 'files'>, t: Text, file: CaseFile | null): Promise<Response> {
  const size = file && (await files.size(file.sha256));
  if (!file || size === null) throw new Response(null, { status: 404 });
  return new Response(createReadableStreamFromReadable(files.get(file.sha256)), {
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
