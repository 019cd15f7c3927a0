// The events of an appeal between its filing and its end, beside the main line: each with the shape of what it records.
import { z } from 'zod';
import { SETTLEMENTS, UNMATCHED } from './incoming-words';
import { replyParts } from './reply';
import { NOTICES, SUSPENSION_EXCEPTIONS } from '../../guide/schema';
import { KEPT } from './kept';
import { attachment, day, id, signatory } from './shape';

const kept = z.enum(KEPT);

/** What becomes of remarks on a protocol: accepted, or rejected in part or in full (APPC 74(6)). */
export const REMARK_RULINGS = ['accepted', 'partly', 'rejected'] as const;

export const STEP_EVENTS = {
  /** The body names what is wrong in form and sets the day by which it is put right (APPC 64(6)). */
  'appeal.cure_asked': z.object({ defects: z.string(), until: day, officer: signatory }),
  'appeal.cured': z.object({ text: z.string(), files: z.array(attachment) }),
  /** `earlier`: the number of the terminated case that this one is identical to. */
  /** A letter by e-mail that does nothing else: put before the body as it came. `receivedAt`: when our server took it. */
  'appeal.letter_received': z.object({
    incomingId: id,
    by: z.enum(['applicant', 'matched']),
    receivedAt: z.number(),
    text: z.string(),
    files: z.array(attachment),
    /** Who put it to the case, where its address did not. */
    officer: signatory.nullable(),
  }),
  /** A letter to an address of this case that could not be matched with its sender, and what became of it. */
  'appeal.letter_set_aside': z.object({ incomingId: id, why: z.enum(UNMATCHED) }),
  'appeal.letter_settled': z.object({
    incomingId: id,
    how: z.enum(SETTLEMENTS),
    reason: z.string(),
    officer: signatory,
  }),
  'appeal.returned': z.object({ ground: z.string(), text: z.string(), earlier: z.string().nullable(), signatory }),
  /** What the body intends to decide, and on which day (APPC 73): the applicant may object, in writing or by being heard. */
  'appeal.hearing_called': z.object({
    text: z.string(),
    decisionDay: day,
    how: z.enum(['written', 'oral']),
    place: z.string(),
    /** Of an oral hearing; absent in events from before it was asked for. */
    hearingDay: day.nullable().optional(),
    officer: signatory,
  }),
  /** `oral`: the applicant asks to be heard (APPC 73(3)). */
  'appeal.objected': z.object({ text: z.string(), oral: z.boolean() }),
  /** An oral hearing, asked for after the decision was announced in writing, has its day; the decision is not before it. */
  'appeal.hearing_set': z.object({ hearingDay: day, place: z.string(), decisionDay: day, officer: signatory }),
  /** `officer`: who presided over it. */
  'appeal.heard': z.object({ protocol: z.string(), heldDay: day, officer: signatory }),
  /** What is wrong or missing in the protocol, as the applicant says (APPC 74(6)). */
  'appeal.protocol_remarked': z.object({ text: z.string() }),
  /** Whoever presided decides on all remarks that wait (APPC 74(6)). */
  'appeal.remarks_decided': z.object({ ruling: z.enum(REMARK_RULINGS), reason: z.string(), officer: signatory }),
  'appeal.file_asked': z.object({ what: z.string() }),
  'appeal.file_given': z.object({ text: z.string(), files: z.array(attachment), officer: signatory }),
  /** A complaint about the act was filed: it suspends the execution, or does not, and why (APPC 96). */
  'appeal.complained': z.object({
    complaintId: id,
    number: z.string(),
    exception: z.object({ ground: z.enum(SUSPENSION_EXCEPTIONS), reason: z.string() }).nullable(),
  }),
  /** It ended, under this number; `stands`: the act was not annulled. */
  'appeal.complaint_ended': z.object({ number: z.string(), stands: z.boolean() }),
  'appeal.executed': z.object({ text: z.string(), officer: signatory }),
  /** What the applicant says of the execution; it stands beside the body's word. */
  'appeal.execution_judged': z.object({ done: z.boolean(), comment: z.string() }),
  /** One of several demands goes to the body that is competent for it; the rest stays (APPC 65(2)). */
  'appeal.part_redirected': z.object({
    toBodyId: id,
    toAppealId: id,
    toNumber: z.string(),
    part: z.string(),
    reason: z.string(),
    officer: signatory,
  }),
  /** An internal deadline: another unit, or another body, is asked by a day of its own. The main clock runs on. */
  'appeal.errand_given': z.object({
    bodyId: id,
    unit: z.string(),
    question: z.string(),
    until: day,
    officer: signatory,
  }),
  /** The words of an answer go to whoever approves it; nothing is answered by that. */
  'appeal.answer_drafted': replyParts.extend({ drafter: signatory }),
  'appeal.draft_returned': z.object({ remark: z.string(), officer: signatory }),
  /** Considered together with others that ask the same: `with` has their numbers. Each keeps its clock and gets its answer. */
  'appeal.joined': z.object({ with: z.array(z.string()), reason: z.string(), officer: signatory }),
  'appeal.parted': z.object({ reason: z.string(), officer: signatory }),
  /** `part`: subject, text, answer or the id of a file; `text` is what the public reads instead, empty for a file. */
  'appeal.redacted': z.object({
    part: z.string(),
    text: z.string(),
    ground: z.string(),
    reason: z.string(),
    signatory,
  }),
  /** `text`: the words that are public again. */
  'appeal.restored': z.object({ part: z.string(), text: z.string(), reason: z.string(), signatory }),
  /** For the body's own people. */
  'appeal.remarked': z.object({ text: z.string(), officer: signatory }),
  /** `key`: of the obligation. */
  'appeal.errand_answered': z.object({ key: z.string(), text: z.string(), officer: signatory }),
  /** Nothing shows that the applicant has this letter: nobody saw it in time, or the address does not take it. */
  'appeal.notice_unserved': z.object({ letterId: id, notice: z.enum(NOTICES), why: z.enum(['unread', 'lost']) }),
  /** It was seen after all, or sent on paper: then with its number at the post, the day, and who records it. */
  'appeal.notice_served': z.object({
    letterId: id,
    notice: z.enum(NOTICES),
    how: z.enum(['opened', 'shown', 'paper']),
    on: day,
    number: z.string(),
    officer: signatory.nullable(),
  }),
  /** Sentences of the answer that promise something by a day, as one of the parties says. */
  'appeal.promised': z.object({
    promises: z.array(z.object({ id, text: z.string(), day })),
    by: z.enum(['body', 'applicant']),
  }),
  'appeal.promise_reported': z.object({ promiseId: id, kept, text: z.string(), officer: signatory }),
  'appeal.promise_judged': z.object({ promiseId: id, verdict: kept, comment: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type StepEvent = keyof typeof STEP_EVENTS;
