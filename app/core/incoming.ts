// What may a letter that came in do? A reply is what its sender may do on that case at the moment our server took it, and no more than plain
// words can do: put right, object, remark, answer an internal request. Whatever needs a choice stays with the site. Pure; asked by the job receive.
import type { Appeal } from './appeal';
import { dayOf, type Instant } from './day';
import type { Event } from './event';
import type { StepLetter } from './letter';
import type { Taken } from './incoming-words';
import { may } from './permission';
import { isApplicant } from './side';
import { mayRemark, openCure, openErrands } from './steps';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from './viewer';

/** Bytes that a letter may have: ten small attachments, or one large, in the spelling of mail. */
export const LETTER_LIMIT = 26_214_400;
/** Servers that a letter passed on its way: more is a loop (RFC 5321, 6.3, asks for a hundred at least). */
export const HOPS_LIMIT = 100;
/** Working days in which somebody says what becomes of a letter that could not be matched. Ours: no law counts them. */
export const MATCHED_WITHIN = 2;
/** How often a letter is read that ends in a fault; then it goes to people. */
export const TRIES = 3;

/** Letters about a case to one of its parties: whoever follows it is none, and a confirmation that took replies could go on for ever. */
const NOT_REPLIABLE = new Set(['case_news', 'body_news', 'letter_taken', 'digest']);
export const isRepliable = ({
  letter,
  stream,
  personId,
}: {
  letter: string;
  stream: string | null;
  personId: string | null;
}): boolean => stream !== null && stream.startsWith('appeal:') && personId !== null && !NOT_REPLIABLE.has(letter);

export type Plan = { what: Taken; errand?: string };
type Scene = {
  viewer: Viewer;
  appeal: Appeal;
  events: readonly Event[];
  /** The letter that was answered. */
  replied: { letter: string; data: unknown };
  receivedAt: Instant;
};

/** The step that a letter is about, or the duty that it reminds of. */
const aboutOf = ({ letter, data }: Scene['replied']): string | null => {
  const { step, rule } = data as { step?: StepLetter; rule?: string };
  return (letter === 'case_step' ? step : rule) ?? null;
};

/**
 * What the letter may do, the first choice first; each later one is for where the one before is refused. Empty where its sender may do
 * nothing on the case any more.
 */
export function plansFor(scene: Scene): Plan[] {
  const { viewer, appeal } = scene;
  if (isApplicant(viewer, appeal)) return [...applicants(scene), { what: 'recorded' }];
  const errand = errandOf(scene);
  if (errand) return [{ what: 'errand_answered', errand }];
  const noted = may(viewer, 'appeal.remark', appeal) ? [{ what: 'noted' } as const] : [];
  return appeal.phase === 'open' && may(viewer, 'appeal.answer', appeal) ? [{ what: 'for_answer' }] : noted;
}

/**
 * What is owed (putting right) is done by any reply while it is the only thing; what is a right (objecting, remarking) only by a reply to
 * the letter that told of it: a word of thanks must not use it up. Nothing is done that was asked for after the letter came.
 */
function applicants({ appeal, events, replied, receivedAt }: Scene): Plan[] {
  if (appeal.phase !== 'open' && !mayRemark(appeal, dayOf(receivedAt))) return [];
  const about = aboutOf(replied);
  const asked = (type: Event['type']) =>
    (events.findLast((event) => event.type === type)?.at ?? Infinity) <= receivedAt;
  const { hearing } = appeal.steps;
  const cures = appeal.phase === 'open' && openCure(appeal.steps) !== null && asked('appeal.cure_asked');
  const objects = appeal.phase === 'open' && hearing && !hearing.objected && asked('appeal.hearing_called');
  if (objects && ['decision_announced', 'hearing_called', 'objections'].includes(about ?? ''))
    return [{ what: 'objected' }];
  if (
    ['heard', 'protocol_remarks'].includes(about ?? '') &&
    mayRemark(appeal, dayOf(receivedAt)) &&
    asked('appeal.heard')
  )
    return [{ what: 'protocol_remarked' }];
  return cures ? [{ what: 'cured' }] : [];
}

/** The internal request that a reply answers: the only one that waits for the sender's body. */
function errandOf({ viewer, appeal, events, replied, receivedAt }: Scene): string | null {
  if (appeal.phase !== 'open' || !['errand_given', 'errand'].includes(aboutOf(replied) ?? '')) return null;
  const theirs = openErrands(appeal.steps).filter(
    ({ bodyId }) => mandateAt(viewer, bodyId, OFFICIAL_ROLES) !== undefined,
  );
  const [only] = theirs;
  const given = events.find((event) => event.opens.some(({ key }) => key === only?.key));
  return theirs.length === 1 && only && given && given.at <= receivedAt ? only.key : null;
}
