// The words of a PDF file, page by page, read by pdf.js in a process of its own (reader.mjs), so that nothing a file contains can take the
// memory, the time or the secrets of whoever asks. Scans have pages without words. Called by file-text and file-places.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { z } from 'zod';

export const PDF = 'application/pdf';

/** Seconds and megabytes that one file may take, the pages read by then being kept; pages and characters that are read of it. */
const LIMITS = { seconds: 10, megabytes: 400, pages: 1_000, characters: 2_000_000 };

const pdfWords = z.union([
  z.object({ pages: z.array(z.string()) }),
  z.object({ unread: z.enum(['locked', 'broken', 'too_much']) }),
]);
/** `unread`: it asks for a password, is no PDF that can be read, or took more than it may. */
export type PdfWords = z.infer<typeof pdfWords>;

/** All of the environment that the reader has. */
const ENVIRONMENT = { NODE_ENV: 'production' } as const;

/** Never throws for what a file contains; takes no longer than the limit says. */
export function pdfWordsOf(bytes: Buffer, limits = LIMITS): Promise<PdfWords> {
  const { seconds, megabytes, pages, characters } = limits;
  // The bundles of the site stand elsewhere: the name leads there from each of them (package.json, "imports").
  const reader = createRequire(import.meta.url).resolve('#pdf-reader');
  const child = spawn(
    process.execPath,
    ['--no-addons', '--no-warnings', reader, ...[seconds, megabytes, pages, characters].map(String)],
    { env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    let length = 0;
    // The process ends itself; this is for one that can't any more.
    const patience = setTimeout(() => child.kill('SIGKILL'), (seconds + 5) * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      said.push(chunk);
      length += chunk.length;
      // A character takes six bytes of JSON at most.
      if (length > 6 * characters + 10 * pages + 1_000) child.kill('SIGKILL');
    });
    // Who stops listening has told already.
    child.stdin.on('error', () => undefined);
    child.once('error', (fault) => {
      clearTimeout(patience);
      reject(fault);
    });
    child.once('close', (code) => {
      clearTimeout(patience);
      if (code === null) return resolve({ unread: 'too_much' });
      const told = Buffer.concat(said).toString('utf8');
      // Without a word, and not killed: it broke in a way that no file should be able to bring about.
      resolve(told === '' ? { unread: 'broken' } : pdfWords.parse(JSON.parse(told)));
    });
    child.stdin.end(bytes);
  });
}
