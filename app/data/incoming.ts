// Letters that came in, as rows: taken the moment our mail server says so, read by the job receive one after another, settled once.
import type { NotTaken, Unmatched, WHATS } from '../core/incoming-words';
import type { Day, Instant } from '../core/day';
import type { Asking, Database } from './connect';
import type { MailWay } from './reply-address';
import type { Update } from './write';

export type What = (typeof WHATS)[number];
export type NewIncoming = { id: string; receivedAt: Instant; way: MailWay; letterId: string; envelope: string; raw: string; size: number };

/** A letter as it waits to be read. */
export type Waiting = {
  id: string;
  receivedAt: Date;
  way: MailWay;
  letterId: string;
  envelope: string;
  raw: string;
  state: 'new' | 'acted';
  what: What | null;
  tries: number;
  /** The case that a registrar put it to, and who. */
  matched: { appealId: string; personId: string } | null;
};

const iso = (instant: Instant): string => new Date(instant).toISOString();

/** Keeps one letter under each of its addresses; when this resolves, its sender may hear that it is taken. */
export async function takeIn({ pool }: Database, rows: readonly NewIncoming[]): Promise<void> {
  await pool.query({
    name: 'take_in',
    text: `INSERT INTO "Incoming" (id, "receivedAt", way, "letterId", envelope, raw, size, state)
           SELECT id, "receivedAt", way, "letterId", envelope, raw, size, 'new' FROM jsonb_to_recordset($1::jsonb)
               AS x(id uuid, "receivedAt" timestamptz, way text, "letterId" uuid, envelope text, raw uuid, size int)`,
    values: [JSON.stringify(rows.map((row) => ({ ...row, receivedAt: iso(row.receivedAt) })))],
  });
}

/** Those that wait, the earliest first: `after` is the last that was looked at. */
export async function waitingLetters(through: Asking, { after, limit }: { after: string | null; limit: number }): Promise<Waiting[]> {
  const { rows } = await through.query<Waiting>({
    name: 'incoming_waiting',
    text: `SELECT id, "receivedAt", way, "letterId", envelope, raw, state, what, tries, matched
             FROM "Incoming" WHERE state IN ('new', 'acted') AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

type Read = {
  state: 'new' | 'acted' | 'done';
  what: What | null;
  sender: string | null;
  subject: string | null;
  text: string | null;
  whole: string | null;
  refused: readonly NotTaken[];
  taken: number;
  appealId: string | null;
  bodyId: string | null;
  personId: string | null;
};

/** What was read of it, and what is to be done, or became of it. */
export async function note({ prisma }: Database, id: string, read: Partial<Read> & { settledAt?: Date }): Promise<void> {
  const { refused, ...rest } = read;
  await prisma.incoming.update({ where: { id }, data: { ...rest, ...(refused && { refused: refused.map((one) => ({ ...one })) }) } });
}

/** Marks the message; false where the same message came to the same address before. */
export async function isFirst({ pool }: Database, id: string, messageKey: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'incoming_first',
    text: `UPDATE "Incoming" SET "messageKey" = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM "Incoming" WHERE "messageKey" = $2 AND id <> $1)`,
    values: [id, messageKey],
  });
  return rowCount === 1;
}

const TYPES = { id: 'uuid', state: 'text', what: 'text', why: 'text', dueDay: 'text', settledAt: 'timestamptz', matched: 'jsonb' } as const;
type Change = { id: string } & Partial<{ state: string; what: string; why: Unmatched; dueDay: Day; settledAt: string; matched: object | null }>;

/** A change of its row that is written with an act: both, or neither. `from`: the state that it must have. */
export const incomingChange = (change: Change, from: 'new' | 'acted' | 'unmatched'): Update => ({
  table: 'Incoming',
  rows: [change],
  by: ['id'],
  types: Object.fromEntries(Object.entries(TYPES).filter(([column]) => column in change)),
  where: `t.state = '${from}'`,
});

/** One that ended in a fault; gives how often it did. */
export async function failedOnce({ prisma }: Database, id: string): Promise<number> {
  const { tries } = await prisma.incoming.update({ where: { id }, data: { tries: { increment: 1 } }, select: { tries: true } });
  return tries;
}
