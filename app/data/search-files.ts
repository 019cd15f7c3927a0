// Attachments in the index of words: what they say is kept once for each content and stands in the entry of the case or comment that they
// came with, as its least weighty words. Filled by the job search after an act took the files; an act's own words come sooner.
import { OPEN_FILES } from '../core/search/texts';
import { APPLICANTS_FILES } from '../core/withheld';
import { isRead, textOfFile } from './file-text';
import { lexemesOf } from '../core/search/words';
import type { World } from '../world';
import { literal } from './search-entries';

type Attached = { id: string; stream: string; sha256: string; type: string; size: number };

/** Whoever sent the file kept it back; and it was the body (core/withheld says the same of events). */
const KEPT_BACK = `v.payload -> 'files' @> jsonb_build_array(jsonb_build_object('id', f.id, 'withheld', true))`;
const BODYS = `v.type NOT IN (${APPLICANTS_FILES.map((type) => `'${type}'`).join(', ')})`;

/**
 * Attachments that search may read (aliases: File `f`, its text `t`, the event that it came with `v`): those that every reader of the object
 * may open. The files of a contribution whose author hides their name are for the round's own people.
 */
export const OPEN = `"File" f JOIN "Event" v ON v.stream = f.stream AND v.version = f.version AND v.type IN (${OPEN_FILES.map((type) => `'${type}'`).join(', ')})
  AND NOT (v.type = 'comment.made' AND v.payload ->> 'nameHidden' = 'true')
  AND NOT coalesce((SELECT w.payload -> 'withheld' ? f.id::text OR (${BODYS} AND ${KEPT_BACK}) FROM "Event" w
                     WHERE w.stream = f.stream AND w.type = 'appeal.publicity_set' AND w.version > v.version ORDER BY w.version DESC LIMIT 1), ${KEPT_BACK}, false)
  AND NOT EXISTS (SELECT 1 FROM "Appeal" a WHERE a.id = f."appealId" AND a.steps -> 'redacted' ? f.id::text)`;
export const OPEN_TEXTS = `${OPEN} JOIN "FileText" t ON t.sha256 = f.sha256 AND t.text <> ''`;

/** Larger files of text are not read. */
const LARGEST = 20_000_000;

/** Reads at most `limit` attachments that are not in the index yet. Gives how many it were. */
export async function indexFiles(world: Pick<World, 'db' | 'files'>, limit: number): Promise<number> {
  const { pool } = world.db;
  const { rows } = await pool.query<Attached>({
    name: 'search_files_behind',
    text: `SELECT f.id, f.stream, f.sha256, f.type, f.size FROM ${OPEN} WHERE NOT f.indexed LIMIT $1`,
    values: [limit],
  });
  for (const file of rows) {
    if (isRead(file.type) && file.size <= LARGEST) await readOnce(world, file);
    await addWords(world, file);
  }
  return rows.length;
}

/** Takes the words of a case's files out of the index, to be read again: which of them are open has changed. */
export async function forgetFiles({ db }: Pick<World, 'db'>, appealId: string): Promise<void> {
  await db.pool.query({
    name: 'search_files_forget',
    text: `WITH again AS (UPDATE "File" SET indexed = false WHERE stream = 'appeal:' || $1::text)
           UPDATE "SearchEntry" SET spelt = false, words = ts_filter(words, '{a,b,c}') WHERE id = $1::text::uuid`,
    values: [appealId],
  });
}

async function readOnce({ db, files }: Pick<World, 'db' | 'files'>, { sha256, type }: Attached): Promise<void> {
  const known = await db.prisma.fileText.findUnique({ where: { sha256 }, select: { sha256: true } });
  if (known || (await files.size(sha256)) === null) return;
  const chunks: Buffer[] = [];
  for await (const chunk of files.get(sha256)) chunks.push(chunk as Buffer);
  const text = await textOfFile(Buffer.concat(chunks), type);
  await db.prisma.fileText.createMany({ data: [{ sha256, text }], skipDuplicates: true });
}

/** The words of all read files of the stream, in place of those that stood there. */
async function addWords({ db }: Pick<World, 'db'>, { id, stream }: Attached): Promise<void> {
  const { rows } = await db.pool.query<{ text: string }>({
    name: 'search_files_of',
    text: `SELECT t.text FROM ${OPEN_TEXTS} WHERE f.stream = $1 ORDER BY f.id`,
    values: [stream],
  });
  const { stems, words } = lexemesOf(
    rows.map(({ text }) => text),
    false,
  );
  const made = literal(new Map([...stems].map((stem) => [stem, '1D'])));
  await db.pool.query({
    name: 'search_files_words',
    text: `WITH done AS (UPDATE "File" SET indexed = true WHERE id = $4)
           UPDATE "SearchEntry" SET spelt = false, words = ts_filter(words, '{a,b,c}') || $2::tsvector || setweight(to_tsvector('russian', $3), 'D')
            WHERE id = split_part($1, ':', 2)::uuid`,
    values: [stream, made, words.join(' '), id],
  });
}
