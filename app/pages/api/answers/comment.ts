// A comment of a round as the API tells it: in a list, and whole, with its clock and why that day, and its answer.
import { z } from 'zod';
import { DISPOSITIONS } from '../../../../guide/schema';
import { COMMENT_PHASES } from '../../../core/comment';
import { PARTICIPANTS } from '../../../core/comment-event';
import { CLOCKS } from '../../../core/obligation';
import type { CommentView } from '../../../queries/comment';
import type { PlaceView } from '../../../queries/comment-parts';
import type { CommentRow } from '../../../queries/comments';
import {
  basis,
  basisOf,
  day,
  file,
  fileOf,
  instant,
  instantText,
  links,
  linksTo,
  locale,
  named,
  said,
  saidOf,
  SHAPES,
  term,
  termOf,
  who,
  whoOf,
  type Addresses,
} from './shared';

const about = z.strictObject({
  role: z.string(),
  language: z.enum(['kk', 'ru']),
  anchor: z.string().nullable(),
  label: z.string(),
});
const aboutOf = ({ role, language, anchor, label }: PlaceView): z.input<typeof about> => ({
  ...{ role, language, anchor, label },
});
const code = z.strictObject({ id: z.enum(DISPOSITIONS), name: z.string() });

const common = {
  id: z.uuid(),
  number: z.string(),
  participant: z.enum(PARTICIPANTS),
  name: z.string().nullable().describe('Null where the author hides their name.'),
  origin: named.describe('How it came in.'),
  receivedDay: day,
  language: locale,
  about: about.nullable().describe('The document or the clause; null for the draft as a whole.'),
  text: z.string().nullable().describe('Null where a moderator hid the words or they were taken back.'),
  phase: z.enum(COMMENT_PHASES),
  voices: z.number().int().describe('Others that joined it.'),
  joins: z.string().nullable().describe('The comment that it adds a voice to.'),
  dueDay: day.describe('By which day it is to be answered.'),
  endedDay: day.nullable(),
  hidden: z.strictObject({ ground: z.string(), reason: z.string(), by: z.string() }).nullable(),
  links,
};

export const commentLine = z
  .strictObject({
    ...common,
    cut: z.boolean().describe('The words go on in the comment itself.'),
    disposition: code.nullable(),
    reason: said.nullable(),
    overdue: z.boolean(),
  })
  .register(SHAPES, { id: 'CommentLine' });

const linked = (to: Addresses, number: string) => linksTo(to, `/comments/${number}`);

export const commentLineOf = (to: Addresses, row: CommentRow): z.input<typeof commentLine> => {
  const { id, number, participant, name, receivedDay, language, text, phase, voices, joins, dueDay, endedDay } = row;
  return {
    ...{ id, number, participant, name, receivedDay, language, text, phase, voices, joins, dueDay, endedDay },
    origin: { id: row.origin, name: row.originName },
    about: row.place && aboutOf(row.place),
    hidden: row.moderated && hiddenOf(row.moderated),
    cut: row.cut,
    disposition: row.code && { id: row.code, name: row.codeName ?? row.code },
    reason: row.reason && saidOf(row.reason),
    overdue: row.overdue,
    links: linked(to, number),
  };
};

const hiddenOf = ({ groundName, reason, by }: NonNullable<CommentRow['moderated']>) => ({
  ...{ ground: groundName, reason, by },
});

export const comment = z
  .strictObject({
    ...common,
    round: z.strictObject({ number: z.string(), title: said, links }),
    wording: z.string().nullable().describe('The words proposed in the place of the clause.'),
    receivedAt: instant,
    files: z.array(file),
    clock: z.strictObject({
      state: z.enum(CLOCKS),
      lawfulDue: day,
      daysLeft: z.number().int(),
      term,
      basis: z.array(basis),
    }),
    answer: z
      .strictObject({
        disposition: code,
        reason: said,
        duplicateOf: z.string().nullable(),
        drafter: who,
        approver: who,
        changes: z.array(
          z.strictObject({ clause: z.string(), anchor: z.string(), version: z.number().int(), kind: z.string() }),
        ),
      })
      .nullable(),
  })
  .register(SHAPES, { id: 'Comment' });

export function commentOf(to: Addresses, view: CommentView): z.input<typeof comment> {
  const { id, number, participant, name, receivedDay, language, text, wording, phase, voices, joins, endedDay } = view;
  const { clock, answer, round } = view;
  return {
    ...{ id, number, participant, name, receivedDay, language, text, wording, phase, voices, joins, endedDay },
    origin: { id: view.origin, name: view.originName },
    about: view.place && aboutOf(view.place),
    hidden: view.moderated && hiddenOf(view.moderated),
    dueDay: clock.dueDay,
    receivedAt: instantText(view.receivedAt),
    round: { number: round.number, title: saidOf(round.title), links: linksTo(to, `/rounds/${round.number}`) },
    files: view.files.map((one) => fileOf(to, `/comments/${number}`, one)),
    clock: {
      ...{ state: clock.clock, lawfulDue: clock.lawfulDue, daysLeft: clock.daysLeft, term: termOf(to, clock.term) },
      basis: clock.sources.map((one) => basisOf(to, one)),
    },
    answer: answer && {
      ...{ reason: saidOf(answer.reason), duplicateOf: answer.duplicateOf },
      disposition: { id: answer.code, name: answer.codeName },
      ...{ drafter: whoOf(answer.drafter), approver: whoOf(answer.approver) },
      changes: answer.changes.map(({ label, anchor, version, kind }) => ({ clause: label, anchor, version, kind })),
    },
    links: linked(to, number),
  };
}
