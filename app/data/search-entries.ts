// What search finds an object by: one row of lexemes for each stream that says something, written in the act's own statement
// (data/ledger), so that what was said a moment ago is found. Kazakh stems are made here, Russian and English ones by PostgreSQL's own
// stemmers. Which of them a text gets is told by its letters, for people mix languages and mark texts with the wrong one.
import type { Event } from '../core/event';
import { textsOf, speaks } from '../core/search/texts';
import { lexemesOf } from '../core/search/words';
import type { batch, Row } from './write';

/** Raised when other lexemes would be made of the same texts: the job `search` makes them anew. */
export const SCHEME = 3;

const WEIGHTS = { head: 'A', body: 'B', said: 'C' } as const;
const PARTS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
const COLUMNS = { id: 'uuid', kind: 'text', at: 'timestamptz', scheme: 'int', stems: 'text', head: 'text', body: 'text', said: 'text' };

/** `words` from the stems and the plain words of each part; PostgreSQL's configuration "russian" stems Latin words as English. */
const WORDS = `x.stems::tsvector || ${PARTS.map((part) => `setweight(to_tsvector('russian', x.${part}), '${WEIGHTS[part]}')`).join(' || ')}`;

/** A tsvector of stems in each weight, as PostgreSQL reads it. */
export function literal(stems: ReadonlyMap<string, string>): string {
  return [...stems].map(([stem, places]) => `'${stem}':${places}`).join(' ');
}

/** The row of a stream that `events` are all events of. A word has one place in each part: where it stands is not asked. */
export function entryRow(stream: string, events: readonly Event[]): Row {
  const { kazakh, ...texts } = textsOf(events);
  const [kind, id] = stream.split(':');
  const stems = new Map<string, string>();
  const row: Row = { id, kind, at: new Date(events[0]?.at ?? 0).toISOString(), scheme: SCHEME };
  for (const part of PARTS) {
    const found = lexemesOf(texts[part], kazakh);
    row[part] = found.words.join(' ');
    const place = `${PARTS.indexOf(part) + 1}${WEIGHTS[part]}`;
    for (const stem of found.stems) stems.set(stem, stems.has(stem) ? `${stems.get(stem)},${place}` : place);
  }
  row.stems = literal(stems);
  return row;
}

/** Adds the rows of the streams that say something new to an act. What their attachments say (weight D) stays. */
export function writeEntries(
  write: Pick<ReturnType<typeof batch>, 'insertMade'>,
  chapters: readonly { stream: string; before: readonly Event[]; events: readonly Event[] }[],
): void {
  const rows = chapters.filter(({ events }) => events.some(speaks)).map(({ stream, before, events }) => entryRow(stream, [...before, ...events]));
  makeRows(write, rows);
}

/** `where`: which rows that are there already may be replaced. */
export const makeRows = (write: Pick<ReturnType<typeof batch>, 'insertMade'>, rows: readonly Row[], where = ''): void =>
  write.insertMade({
    table: 'SearchEntry',
    rows,
    types: COLUMNS,
    columns: { id: 'x.id', kind: 'x.kind', at: 'x.at', scheme: 'x.scheme', words: WORDS },
    onConflict: `(id) DO UPDATE SET at = excluded.at, scheme = excluded.scheme, spelt = false, words = excluded.words || ts_filter("SearchEntry".words, '{d}')${where}`,
  });
