// What follows when an answer is drafted for approval, sent back or approved, when a note is left, and when cases are joined: letters alone.
// None of it is an answer, so no clock moves or stops. Part of the table of consequences.
import type { Appeal } from './appeal';
import type { FactOf, Signatory } from './event';
import { HEADS, present, type Consequences, type Following, type Surroundings } from './owing';
import { toApplicant, toBody } from './step-letter';

/** To the drafter for as long as they hold an office there; then to whoever answers for the body. */
const toDrafter = (drafter: Signatory, ...[it, around, step, said]: Parameters<typeof toBody>) => {
  const letter = toBody(it, around, step, said);
  return { ...letter, to: { ...letter.to, roles: HEADS, officialId: drafter.personId } };
};

/** Whoever drafted what another has signed hears of it. */
export const approved = (
  { drafter, signatory }: FactOf<'appeal.answered'>['payload'],
  it: Appeal,
  around: Surroundings,
): Following =>
  drafter ? { letters: [toDrafter(drafter, it, around, 'draft_approved', { text: '', by: signatory.name })] } : {};

export const DRAFTING: Pick<
  Consequences,
  | 'appeal.answer_drafted'
  | 'appeal.draft_returned'
  | 'appeal.remarked'
  | 'appeal.joined'
  | 'appeal.parted'
  | 'appeal.redacted'
  | 'appeal.restored'
> = {
  'appeal.answer_drafted': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const said = { day: it.dueDay, text: payload.text, by: payload.drafter.name };
    const letter = toBody(it, around, 'draft_to_approve', said);
    return { letters: [{ ...letter, to: { ...letter.to, roles: HEADS, officialId: null } }] };
  },

  'appeal.draft_returned': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const drafter = it.steps.draft?.drafter;
    const said = { day: it.dueDay, text: payload.remark, by: payload.officer.name };
    return { letters: drafter ? [toDrafter(drafter, it, around, 'draft_returned', said)] : [] };
  },

  'appeal.remarked': () => ({}),
  'appeal.parted': () => ({}),
  'appeal.redacted': ({ payload }, appeal, around) => ({
    letters: [toApplicant(present(appeal), around, 'redacted', { text: payload.reason, by: payload.signatory.name })],
  }),
  'appeal.restored': ({ payload }, appeal, around) => ({
    letters: [toApplicant(present(appeal), around, 'restored', { text: payload.reason, by: payload.signatory.name })],
  }),

  // Whose the others are is for nobody but the body.
  'appeal.joined': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const said = { day: it.dueDay, text: payload.reason, by: payload.officer.name };
    return { letters: [toApplicant(it, around, 'joined', said)] };
  },
};
