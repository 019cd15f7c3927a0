// Does an erasure: the personal fields of the events, the state folded from them, and every copy of their words that hangs on the stream (duties,
// letters, words for search, files), in one transaction with the event that records it. Called by commands/records/decide-erasure.
import type { Actor, Event, FactOf } from '../core/event';
import type { Day, Instant } from '../core/day';
import { erasedWords, personalValue } from '../core/personal-fields';
import type { World } from '../world';
import { openingOf } from './chain';
import type { Asking } from './connect';
import { eraseFields, without, wordsIn } from './erased';
import { readEvent, record } from './ledger';
import { projectionOf } from './projections';

export type Erasing = { stream: string; number: string; fact: FactOf<'record.erased'>; actor: Actor; at: Instant; day: Day };

type EventRow = Parameters<typeof readEvent>[0] & { hash: string; seed: string | null; erased: unknown };

/** Erases, through the connection of a transaction. Gives hashes of the files whose bytes nobody names any more: to be removed once it is committed. */
export async function erase(world: World, through: Asking, { stream, number, fact, actor, at, day }: Erasing): Promise<string[]> {
  await through.query({ text: `SELECT set_config('kenes.erasing', 'on', true)` });
  const { rows } = await through.query<EventRow>({ text: 'SELECT * FROM "Event" WHERE stream = $1 ORDER BY version FOR UPDATE', values: [stream] });
  const words = new Set<string>();
  const events: Event[] = [];
  for (const row of rows) {
    const before = readEvent(row);
    const fields = fact.payload.events.filter(({ version }) => version === before.version).flatMap((one) => one.fields);
    if (fields.length === 0) events.push(before);
    else {
      for (const field of fields) for (const word of wordsIn(personalValue(before, field))) words.add(word);
      const { event, erased } = eraseFields(before, openingOf(row), fields, day);
      await through.query({
        text: `UPDATE "Event" SET payload = $3, actor = $4, seed = NULL, erased = $5 WHERE stream = $1 AND version = $2`,
        values: [stream, event.version, JSON.stringify(event.payload), JSON.stringify(event.actor), JSON.stringify(erased)],
      });
      events.push(event);
    }
  }
  const last = rows.at(-1);
  if (!last) throw new Error(`${stream} has no events`);
  const recorded: Event = { ...fact, stream, version: last.version + 1, at, day, actor, opens: [], moves: [], closes: [] };
  const projection = projectionOf(stream);
  const row = projection?.rowOf([...events, recorded]);
  const by = erasedWords(day);
  await record(
    world,
    {
      ...{ actor, at, day, letters: [] },
      chapters: [
        {
          ...{ stream, head: { version: last.version, hash: last.hash }, before: events, plans: new Map() },
          entries: [{ fact, opens: [], moves: [], closes: [] }],
          state: projection && row ? { table: projection.table, row } : null,
          about: { number, title: by, edition: '', procedure: '' },
        },
      ],
    },
    through,
  );
  await eraseCopies(through, stream, [...words], by);
  const files = fact.payload.events.filter(({ fields }) => fields.includes('files')).map(({ version }) => version);
  return eraseFiles(through, stream, files);
}

async function eraseCopies(through: Asking, stream: string, words: readonly string[], by: string): Promise<void> {
  for (const column of ['title', 'titleRu'])
    await through.query({ text: `UPDATE "Obligation" SET "${column}" = $3 WHERE stream = $1 AND "${column}" = ANY ($2)`, values: [stream, words, by] });
  const { rows } = await through.query<{ id: string; data: unknown }>({ text: 'SELECT id, data FROM "Letter" WHERE stream = $1 FOR UPDATE', values: [stream] });
  for (const { id, data } of rows) {
    const next = JSON.stringify(without(data, words, by));
    if (next !== JSON.stringify(data))
      await through.query({
        text: `UPDATE "Letter" SET data = $2, subject = $3, html = $4, text = $3 WHERE id = $1 AND subject IS NOT NULL`,
        values: [id, next, by, `<p>${by}</p>`],
      });
    await through.query({ text: 'UPDATE "Letter" SET data = $2 WHERE id = $1 AND subject IS NULL', values: [id, next] });
  }
  // The job search makes the entry again, out of what is left.
  await through.query({ text: 'DELETE FROM "SearchEntry" WHERE id = $1::uuid', values: [stream.slice(stream.indexOf(':') + 1)] });
}

async function eraseFiles(through: Asking, stream: string, versions: readonly number[]): Promise<string[]> {
  const { rows } = await through.query<{ sha256: string }>({
    text: 'DELETE FROM "File" WHERE stream = $1 AND version = ANY ($2::int[]) RETURNING sha256',
    values: [stream, versions],
  });
  const { rows: alone } = await through.query<{ sha256: string }>({
    text: `SELECT x.sha256 FROM unnest($1::text[]) AS x(sha256) WHERE NOT EXISTS (SELECT 1 FROM "File" f WHERE f.sha256 = x.sha256)`,
    values: [[...new Set(rows.map(({ sha256 }) => sha256))]],
  });
  const hashes = alone.map(({ sha256 }) => sha256);
  await through.query({ text: 'DELETE FROM "FileText" WHERE sha256 = ANY ($1)', values: [hashes] });
  return hashes;
}
