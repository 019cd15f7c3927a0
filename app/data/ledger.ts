// The ledger: the only way that anything that counts gets written. An act's events, the state they lead to, obligations,
// reminders and letters go into the database in one statement, so they happen together or not at all.
// Knows nothing of appeals or rounds: a chapter names its stream and carries the row of its projection.
import { createHash } from 'node:crypto';
import { readFact, type Actor, type Event, type Fact } from '../core/event';
import type { Day, Instant } from '../core/day';
import { foldObligations, type Closing, type Move, type Opening } from '../core/obligation';
import type { Plan } from '../core/reminder';
import { staleMarks } from '../core/score/stale';
import type { World } from '../world';
import { GENESIS, hashOf, newSeed } from './chain';
import type { Asking, Database } from './connect';
import { writeEntries } from './search-entries';
import { writeMessages } from './webhooks/write';
import { batch, type Row, type Update } from './write';

/** Where a stream stands: the version and hash of its last event; version 0 before the first. */
export type Head = { version: number; hash: string };
export const NO_HEAD: Head = { version: 0, hash: GENESIS };

/** One fact with what it does to obligations. */
export type Entry = { fact: Fact; opens: Opening[]; moves: Move[]; closes: Closing[] };
/** The events of one stream within an act, and the projection that they lead to. */
export type Chapter = {
  stream: string;
  head: Head;
  entries: readonly Entry[];
  /** Events of the stream before this act: obligations are folded over them and the new ones. */
  before: readonly Event[];
  state: { table: string; row: Row } | null;
  /** What the rows of its obligations say besides the obligation itself. `titleRu`: where `title` is Kazakh and there is one in Russian. */
  about: { number: string; title: string; titleRu?: string | null; edition: string; procedure: string };
  /** Reminders to be planned for obligations opened or moved, by key. */
  plans: ReadonlyMap<string, readonly Plan[]>;
};
export type LetterRow = { key: string; letter: string; personId: string | null; email: string; locale: string; data: unknown; stream: string | null };
export type Act = {
  actor: Actor;
  at: Instant;
  day: Day;
  chapters: readonly Chapter[];
  letters: readonly LetterRow[];
  /** Other rows that belong to the act, such as attachments now tied to an event. */
  also?: readonly { table: string; rows: readonly Row[] }[];
  /** Changes of other rows that belong to the act, such as an upload now tied to its event. */
  updates?: readonly Update[];
};

/** Someone else's act came first, to the same stream or to what this one was decided upon: load again, decide again. */
export class Overtaken extends Error {}
/** The form behind this act was taken before (data/forms): what it made is there, and nothing was written now. */
export class TakenBefore extends Error {}

const iso = (instant: Instant): string => new Date(instant).toISOString();

/** All events of a stream, oldest first, with its head. A stream without events gives NO_HEAD. */
export async function openStream(db: Database, stream: string): Promise<{ events: Event[]; head: Head }> {
  const rows = await db.prisma.event.findMany({ where: { stream }, orderBy: { version: 'asc' } });
  const last = rows.at(-1);
  return { events: rows.map(readEvent), head: last ? { version: last.version, hash: last.hash } : NO_HEAD };
}

/** Many streams at once, each as openStream gives it; a stream without events is not in the map. */
export async function openStreams(db: { pool: Asking }, streams: readonly string[]): Promise<Map<string, { events: Event[]; head: Head }>> {
  const { rows } = await db.pool.query<StoredEvent & { hash: string }>({
    name: 'open_streams',
    text: `SELECT stream, version, type, at, day, actor, payload, opens, moves, closes, hash FROM "Event" WHERE stream = ANY ($1::text[]) ORDER BY stream, version`,
    values: [streams],
  });
  const found = new Map<string, { events: Event[]; head: Head }>();
  for (const row of rows) {
    const stream = found.get(row.stream) ?? { events: [], head: NO_HEAD };
    stream.events.push(readEvent(row));
    found.set(row.stream, { events: stream.events, head: { version: row.version, hash: row.hash } });
  }
  return found;
}

type StoredEvent = Omit<Awaited<ReturnType<Database['prisma']['event']['findMany']>>[number], 'seq' | 'prevHash' | 'hash' | 'seed' | 'erased'>;

/** A stored row as the event it was, its payload checked against its type's shape. */
export function readEvent(row: StoredEvent): Event {
  return {
    ...readFact(row.type, row.payload),
    stream: row.stream,
    version: row.version,
    at: row.at.getTime(),
    day: row.day as Day,
    actor: row.actor as Actor,
    opens: row.opens as unknown as Opening[],
    moves: row.moves as unknown as Move[],
    closes: row.closes as unknown as Closing[],
  };
}

/** A new letter's row: waiting, due at once. */
export const letterRow = (world: Pick<World, 'newId'>, letter: LetterRow, at: Instant): Row => ({
  id: world.newId(),
  ...letter,
  state: 'waiting',
  attempts: 0,
  nextAt: iso(at),
  createdAt: iso(at),
});

/**
 * Writes an act. Resolves to the events as chained. Throws Overtaken when a stream moved on since `head` was read.
 * Nothing is sent or enqueued here: whoever calls wakes the worker afterwards. `through`: the connection of a transaction
 * that holds something (data/holding).
 */
export async function record(world: World, act: Act, through: Asking = world.db.pool): Promise<Event[]> {
  const write = batch();
  const written: Event[] = [];
  const eventRows: Row[] = [];
  const told: (Chapter & { events: readonly Event[] })[] = [];
  for (const chapter of act.chapters) {
    const events: Event[] = [];
    let { version, hash } = chapter.head;
    for (const { fact, opens, moves, closes } of chapter.entries) {
      const event: Event = { ...fact, stream: chapter.stream, version: ++version, at: act.at, day: act.day, actor: act.actor, opens, moves, closes };
      const prevHash = hash;
      const seed = newSeed();
      hash = hashOf(event, prevHash, { seed, erased: null });
      events.push(event);
      eventRows.push({ ...event, at: iso(act.at), prevHash, hash, seed });
    }
    written.push(...events);
    told.push({ ...chapter, events });
    writeObligations({ world, write, act, chapter, events });
    if (chapter.state) write.insert({ table: chapter.state.table, rows: [chapter.state.row], onConflict: { replaceBy: 'id' } });
  }
  write.insert({ table: 'Event', rows: eventRows });
  writeEntries(write, told);
  writeMessages(write, told, { world, at: iso(act.at), day: act.day });
  write.insert({ table: 'ScoreStale', rows: staleMarks(act.chapters, act.day) });
  write.insert({ table: 'Letter', rows: act.letters.map((letter) => letterRow(world, letter, act.at)), onConflict: 'nothing' });
  for (const { table, rows } of act.also ?? []) write.insert({ table, rows });
  for (const change of act.updates ?? []) write.update(change);
  const statement = write.statement();
  if (statement) {
    try {
      await through.query({ ...statement, name: nameOf(statement.text) });
      world.db.position += 1;
    } catch (error) {
      if (breaks(error, 'Event_stream_version_key') || isOvertaken(error)) throw new Overtaken('another act reached this stream first', { cause: error });
      if (breaks(error, 'TakenForm_pkey')) throw new TakenBefore('this form was taken before', { cause: error });
      throw error;
    }
  }
  return written;
}

const names = new Map<string, string>();
/** Acts of the same shape share a prepared statement, named by its text: two bundles of this code share the connections. */
const nameOf = (text: string): string => {
  const known = names.get(text) ?? `act_${createHash('sha256').update(text).digest('base64url')}`;
  names.set(text, known);
  return known;
};

/** A trigger says that what the act was decided upon has moved (KN003), or two acts waited for each other and this one gave way. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'KN003' || error.code === '40P01');
const breaks = (error: unknown, unique: string): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505' && 'constraint' in error && error.constraint === unique;

type Writing = { world: World; write: ReturnType<typeof batch>; act: Act; chapter: Chapter; events: readonly Event[] };

/** The obligations that these events opened, moved or closed, and the reminders that follow from it. */
function writeObligations({ world, write, act, chapter, events }: Writing) {
  const owed = foldObligations([...chapter.before, ...events]);
  const opened = events.flatMap((event) => event.opens.map((opening) => opening.key));
  const touched = new Set(events.flatMap((event) => [...event.moves, ...event.closes].map(({ key }) => key)));
  const shifted = new Set(events.flatMap((event) => event.moves.filter((move) => move.reckoning).map(({ key }) => key)));
  const inserts: Row[] = [];
  const updates: Row[] = [];
  const cancelled: Row[] = [];
  const reminders: Row[] = [];
  for (const key of new Set([...opened, ...touched])) {
    const it = owed.get(key);
    if (!it) continue;
    const due = { officialId: it.officialId, lawfulDue: it.lawfulDue, fromDay: it.reckoning.from, dueDay: it.reckoning.due, provisional: it.reckoning.provisional, reckoning: it.reckoning };
    const closing = {
      closedAt: it.closedDay === null ? null : iso(act.at),
      closedDay: it.closedDay,
      closedHow: it.closedHow,
      closedBy: it.closedBy,
    };
    if (opened.includes(key))
      inserts.push({
        id: it.id,
        stream: chapter.stream,
        key,
        rule: it.rule,
        debtorKind: it.debtor.kind,
        debtorId: it.debtor.id,
        creditorKind: it.creditor?.kind ?? null,
        creditorId: it.creditor?.id ?? null,
        titleRu: null,
        ...chapter.about,
        openedAt: iso(act.at),
        openedBy: it.openedBy,
        ...due,
        ...closing,
      });
    else {
      updates.push({ id: it.id, ...due, ...closing });
      if (shifted.has(key) || it.closedBy !== null) cancelled.push({ obligationId: it.id, state: 'cancelled', settledAt: iso(act.at) });
    }
    if (it.closedBy === null)
      for (const { point, dueAt } of chapter.plans.get(key) ?? [])
        reminders.push({ id: world.newId(), obligationId: it.id, point, plannedBy: events.at(-1)?.version, dueAt: iso(dueAt), state: 'waiting' });
  }
  write.insert({ table: 'Obligation', rows: inserts });
  write.update({
    table: 'Obligation',
    rows: updates,
    by: ['id'],
    types: { id: 'uuid', officialId: 'uuid', lawfulDue: 'text', fromDay: 'text', dueDay: 'text', provisional: 'boolean', reckoning: 'jsonb', closedAt: 'timestamptz', closedDay: 'text', closedHow: 'text', closedBy: 'int' },
  });
  write.update({
    table: 'Reminder',
    rows: cancelled,
    by: ['obligationId'],
    types: { obligationId: 'uuid', state: 'text', settledAt: 'timestamptz' },
    where: `t.state = 'waiting'`,
  });
  write.insert({ table: 'Reminder', rows: reminders });
}
