// What a drill must never end with, put in on purpose: controls, which show that the proof finds what is there to be found. Each begins from a whole
// database and a mail server that got every letter once, and says the line by which it must be found.
import { fileAppeal } from '../../app/commands/appeals/file';
import type { Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import type { Received } from '../help/smtp';
import type { Told } from './people';

export type Tampered = {
  world: World;
  /** Asks with the guards of the database off. */
  sql: (text: string, values?: unknown[]) => Promise<unknown>;
  /** Letters as they arrived. */
  received: Received[];
  told: Told;
  /** Moves the clock to the morning of a day. */
  at: (day: Day) => void;
  /** The appeal that was accepted, and who filed it with what. */
  accepted: { id: string; number: string; stream: string };
  filing: { viewer: Viewer; sent: object };
};
type Control = { finds: RegExp; tamper: (scene: Tampered) => Promise<unknown> };

const ROWS_OF_ONE = [
  `DELETE FROM "Letter" WHERE stream = $1`,
  `DELETE FROM "Reminder" WHERE "obligationId" IN (SELECT id FROM "Obligation" WHERE stream = $1)`,
  `DELETE FROM "Obligation" WHERE stream = $1`,
  `DELETE FROM "Event" WHERE stream = $1`,
  `DELETE FROM "Appeal" WHERE 'appeal:' || id = $1`,
];

export const CONTROLS: Readonly<Record<string, Control>> = {
  'a form that was taken twice, as without its key': {
    finds: /^there twice: Пандус/,
    tamper: ({ world, filing: { viewer, sent } }) => fileAppeal(world, viewer, { ...sent, key: '' }),
  },
  'an act that was recorded twice': {
    finds: /^there twice: .+ appeal\.accepted: 2 times$/,
    tamper: ({ sql, accepted: { stream } }) =>
      sql(
        `INSERT INTO "Event" (stream, version, type, at, day, actor, payload, opens, moves, closes, "prevHash", hash, seed)
         SELECT stream, version + 1, type, at, day, actor, payload, opens, moves, closes, hash, hash, seed
           FROM "Event" WHERE stream = $1 AND type = 'appeal.accepted'`,
        [stream],
      ),
  },
  'an acknowledged appeal that is gone with all that was its own': {
    finds: /^acknowledged and lost: filed /,
    tamper: async ({ sql, accepted: { stream } }) => {
      for (const text of ROWS_OF_ONE) await sql(text, [stream]);
    },
  },
  'an acknowledged act that is gone': {
    finds: /^acknowledged and lost: accepted /,
    tamper: ({ sql, accepted: { stream } }) =>
      sql(`DELETE FROM "Event" WHERE stream = $1 AND type = 'appeal.accepted'`, [stream]),
  },
  'an acknowledgement of what was never done': {
    finds: /^acknowledged and lost: withdrawn /,
    tamper: async ({ told, accepted: { number } }) =>
      void told.done.push({ what: 'withdrawn', number, subject: 'never withdrawn' }),
  },
  'a letter that was never written': {
    finds: /^a letter that was never written: received:/,
    tamper: ({ sql, accepted: { number } }) => sql(`DELETE FROM "Letter" WHERE key LIKE $1`, [`received:${number}:%`]),
  },
  'a letter that arrived and was taken out of the database': {
    finds: /^a letter that left and is not there: /,
    tamper: ({ sql, accepted: { number } }) => sql(`DELETE FROM "Letter" WHERE key LIKE $1`, [`filed:${number}:%`]),
  },
  'a letter noted as sent that nobody received': {
    finds: /^a letter that nobody received: /,
    tamper: async ({ received }) => void received.pop(),
  },
  'a letter that left twice': {
    finds: /^a letter that left twice without a reason: /,
    tamper: async ({ received }) => void received.push(received[0]!),
  },
  'a word of an event changed': {
    finds: /^the ledger: .+ event 1 is not what was written$/,
    tamper: ({ sql, accepted: { stream } }) =>
      sql(`UPDATE "Event" SET payload = payload || '{"kind": "complaint"}' WHERE stream = $1 AND version = 1`, [
        stream,
      ]),
  },
  'a link of a chain broken': {
    finds: /^the ledger: .+ event 2 does not follow the one before it$/,
    tamper: ({ sql, accepted: { stream } }) =>
      sql(`UPDATE "Event" SET "prevHash" = repeat('0', 64) WHERE stream = $1 AND version = 2`, [stream]),
  },
  'an event taken out of a chain': {
    finds: /^the ledger: .+ event 1 is missing$/,
    tamper: ({ sql, accepted: { stream } }) => sql(`DELETE FROM "Event" WHERE stream = $1 AND version = 1`, [stream]),
  },
  'events that make no history': {
    finds: /^the ledger: .+ its events can't be read or followed: /,
    tamper: ({ sql, accepted: { stream } }) => sql(`DELETE FROM "Event" WHERE stream = $1 AND version = 1`, [stream]),
  },
  'a projection altered': {
    finds: /^the ledger: .+: Appeal: subject differ from what the events say$/,
    tamper: ({ sql, accepted: { id } }) => sql(`UPDATE "Appeal" SET subject = 'Другое' WHERE id = $1`, [id]),
  },
  'the last day of a duty altered': {
    finds: /^the ledger: .+: obligation \S+: dueDay differ from what the events say$/,
    tamper: ({ sql, accepted: { stream } }) =>
      sql(`UPDATE "Obligation" SET "dueDay" = '2026-12-31' WHERE stream = $1 AND "closedDay" IS NULL`, [stream]),
  },
  'reminders whose rows were lost before their day': {
    finds: /^reminders that never left: [1-9]/,
    tamper: async ({ sql, at }) => {
      await sql(`DELETE FROM "Reminder" WHERE state = 'waiting'`);
      at('2026-02-27');
    },
  },
  'a reminder that was taken away': {
    finds: /^reminders that never left: [1-9]/,
    tamper: ({ sql }) => sql(`DELETE FROM "Letter" WHERE letter = 'deadline_reminder'`),
  },
};

/** What looks alike and is none of it: nothing may be found. */
export const HARMLESS: Readonly<Record<string, Control['tamper']>> = {
  'nothing at all': async () => {},
  'a letter that left again because its answer was lost': async ({ received }) =>
    void received.unshift({ ...received[0]!, answered: false }),
  'workers that slept for two weeks': async ({ at }) => at('2026-02-27'),
};
