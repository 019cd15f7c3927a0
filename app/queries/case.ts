// One case as its page shows it: who asked whom, the clocks with their reasons, what happened, what is still owed, what either
// party may do next. A plain view in the reader's language in which nothing is left that this viewer may not see.
import type { Edition, Locale, Procedure, Situation } from '../../guide/schema';
import { MAIN_CLOCK, streamOf } from '../core/appeal';
import { workingDaysBetween } from '../core/calendar';
import { complaintWindowOf, remediesNamed, type ComplaintWindow } from '../core/complaint';
import { dayOf, type Day, type Instant } from '../core/day';
import { ruleOf } from '../core/duty';
import { eventsOf } from '../core/event';
import { clockOf, foldObligations, type Clock, type Owed } from '../core/obligation';
import { hasReceipt } from '../core/receipt';
import type { Promised } from '../core/steps';
import { originalOf } from '../core/redaction';
import { isLate, standingOf, type Standing } from '../core/standing';
import { isAdministrator, type Viewer } from '../core/viewer';
import { standingComplaint } from '../data/standing-complaint';
import type { World } from '../world';
import type { CaseFacts } from './case-facts';
import { linksOf, type Linked } from './case-links';
import { applicantName, threadOf, type ThreadItem, type Who } from './case-thread';
import { suspensionView, type SuspensionView } from './suspension';
import { reasoned, sourceOf, type ReasonedTerm, type Source } from './reasons';

export type Duty = {
  key: string;
  name: string;
  text: string;
  from: Day;
  dueDay: Day;
  closedDay: Day | null;
  clock: Clock;
  daysLeft: number;
  owedBy: 'body' | 'applicant';
  source: Source | null;
};
export type Step = { id: string; text: string; sources: Source[] };
export type MainClock = {
  ruleName: string;
  /** The lawful term as first counted, and the extended one where there is one. */
  lawful: ReasonedTerm;
  extended: ReasonedTerm | null;
  dueDay: Day;
  provisional: boolean;
  /** Days that the page showed before a correction: each until the day on which it was put right. */
  shownBefore: { due: Day; until: Day }[];
  clock: Clock;
  /** Working days until the due day; negative when it has passed. */
  daysLeft: number;
  sources: Source[];
};
/** `hasSuperior`: without a body above, what is complained of goes to court (APPC 91(6)); `stands`: one is filed and considered. */
export type Complaint = ComplaintWindow & { open: boolean; daysLeft: number; hasSuperior: boolean; stands: boolean };
export type CaseLetter = { id: string; subject: string | null; state: string; at: Instant };
export type CaseView = {
  number: string;
  subject: string;
  language: Locale;
  kind: string;
  kindName: string;
  edition: string;
  body: { slug: string; name: string };
  applicant: string | null;
  nameHidden: boolean;
  isPrivate: boolean;
  /** Under which number it is known elsewhere. */
  external: { system: string; number: string } | null;
  promises: Promised[];
  /** From which day a private one is everybody's. */
  publicDay: Day | null;
  side: CaseFacts['side'];
  standing: Standing;
  late: boolean;
  today: Day;
  receivedAt: Instant;
  receivedDay: Day;
  registeredDay: Day;
  endedDay: Day | null;
  acceptedBy: Who | null;
  outcome: string | null;
  clock: MainClock;
  duties: Duty[];
  /** Internal deadlines, for the body alone: shown apart from the law's. */
  errands: Duty[];
  thread: ThreadItem[];
  origin: Linked | null;
  complaints: Linked[];
  /** Numbers of the cases that the body considers together with this one: for the body alone. */
  joined: string[];
  /** The same filed again at the same body. */
  again: Linked[];
  /** The same appeal at other bodies. */
  together: Linked[];
  complaint: Complaint | null;
  /** What a complaint does to the execution of the act. */
  suspension: SuspensionView | null;
  next: { applicant: Step[]; body: Step[] };
  letters: CaseLetter[];
  chain: { events: number; hash: string };
  /** Something in it has a receipt for this viewer. */
  hasReceipts: boolean;
};

type Scene = {
  world: World;
  facts: CaseFacts;
  edition: Edition;
  procedure: Procedure;
  locale: Locale;
  today: Day;
  owed: Map<string, Owed>;
};

/** The view of a loaded case for this viewer. */
export async function caseView(
  world: World,
  viewer: Viewer | null,
  facts: CaseFacts,
  locale: Locale,
): Promise<CaseView> {
  const { appeal, events, hash, side } = facts;
  const edition = world.guide.edition(appeal.edition);
  const procedure = edition.procedures[appeal.kind];
  const today = dayOf(world.now());
  const scene: Scene = { world, facts, edition, procedure, locale, today, owed: foldObligations(events) };
  const standing = standingOf(appeal, today);
  const situation = situationOf(standing, appeal.extended);
  const group = appeal.phase === 'terminated' ? 'termination' : appeal.phase === 'returned' ? 'return' : 'outcome';
  const outcome = `${group}.${appeal.outcome}.name`;
  const { number, subject, language, kind, nameHidden, receivedAt, receivedDay, registeredDay, endedDay, acceptedBy } =
    appeal;
  return {
    ...{
      number,
      subject,
      language,
      kind,
      nameHidden,
      receivedAt,
      receivedDay,
      registeredDay,
      endedDay,
      side,
      standing,
      today,
    },
    subject: side === null ? subject : (originalOf(events, 'subject') ?? subject),
    edition: appeal.edition,
    kindName: edition.texts[locale][`kind.${kind}.name`] ?? kind,
    body: { slug: facts.body.slug, name: facts.body.names[locale] },
    applicant: applicantName(facts),
    isPrivate: appeal.visibility === 'private',
    external: appeal.externalNumber ? { system: appeal.externalSystem ?? '', number: appeal.externalNumber } : null,
    // What an answer promises stands in its words: where those are not public, nor is it.
    promises: side === null && appeal.steps.redacted?.answer ? [] : (appeal.steps.promises ?? []),
    publicDay: appeal.visibility === 'private' ? appeal.publicDay : null,
    late: isLate(appeal, today),
    acceptedBy: acceptedBy && { name: acceptedBy.name, post: acceptedBy.post },
    outcome: appeal.outcome === null ? null : (edition.texts[locale][outcome] ?? appeal.outcome),
    clock: mainClock(scene),
    duties: dutiesOf(scene).filter(({ key }) => !isErrand(key)),
    errands: side === 'body' ? errandsOf(scene) : [],
    thread: threadOf({ facts, viewer, edition, procedure, locale, today }),
    ...linksOf({ facts, viewer, locale }),
    joined: side === 'body' ? (appeal.steps.joined?.with ?? []) : [],
    complaint: await complaintOf(scene),
    suspension: await suspensionView(world, { facts, viewer, locale, today }),
    next: { applicant: stepsOf(scene, situation, 'applicant'), body: stepsOf(scene, situation, 'body') },
    letters: viewer ? await lettersOf(world, viewer, streamOf(appeal.id)) : [],
    chain: { events: events.length, hash },
    hasReceipts: viewer !== null && events.some((event) => hasReceipt(viewer, event, appeal)),
  };
}

/** The guide's word for where a case stands; a withdrawn case has no next steps. */
function situationOf(standing: Standing, extended: boolean): Situation | null {
  switch (standing) {
    case 'received':
    case 'running':
    case 'due_today':
      return extended ? 'extended' : 'open';
    case 'overdue':
    case 'redirected':
    case 'terminated':
    case 'returned':
      return standing;
    case 'answered':
    case 'taken_to_note':
      return 'replied';
    case 'withdrawn':
      return null;
  }
}

function mainClock({ world, facts, edition, procedure, locale, today, owed }: Scene): MainClock {
  const main = owed.get(MAIN_CLOCK);
  const first = facts.events[0]?.opens.find(({ key }) => key === MAIN_CLOCK);
  const steps = facts.events.flatMap((event) =>
    event.moves.flatMap(({ key, reckoning, corrects = false }) =>
      key === MAIN_CLOCK && reckoning ? [{ reckoning, corrects, day: event.day }] : [],
    ),
  );
  if (!main || !first) throw new Error(`${facts.appeal.number} has no main clock`);
  const { due, provisional } = main.reckoning;
  const rule = ruleOf(edition, procedure.id, main.rule);
  const limit = procedure.extension.allowed ? procedure.rules[procedure.extension.limit_rule] : null;
  const moved = steps.some(({ corrects }) => !corrects);
  // The lawful term is as it was first counted, or as a correction before any extension put it right.
  const firstMoved = steps.findIndex(({ corrects }) => !corrects);
  const righted = (firstMoved < 0 ? steps : steps.slice(0, firstMoved)).at(-1);
  const shownBefore = [first, ...steps].flatMap((one, at) => {
    const next = steps[at];
    return next?.corrects && next.reckoning.due !== one.reckoning.due
      ? [{ due: one.reckoning.due, until: next.day }]
      : [];
  });
  return {
    ruleName: edition.texts[locale][`rule.${main.rule}.name`] ?? main.rule,
    lawful: reasoned(edition, locale, (righted ?? first).reckoning),
    extended: moved ? reasoned(edition, locale, main.reckoning) : null,
    dueDay: due,
    provisional,
    shownBefore,
    clock: clockOf({ dueDay: due, closedDay: main.closedDay, closedHow: main.closedHow }, today),
    daysLeft: workingDaysBetween(world.guide.calendar, today, due),
    sources: ((moved && limit ? limit : rule)?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
  };
}

function dutiesOf({ world, edition, procedure, locale, today, owed }: Scene): Duty[] {
  const texts = edition.texts[locale];
  return [...owed.values()].flatMap(({ key, rule, reckoning, closedDay, closedHow, debtor }) => {
    if (key === MAIN_CLOCK) return [];
    const [basis] = ruleOf(edition, procedure.id, rule)?.basis ?? [];
    const clock = clockOf({ dueDay: reckoning.due, closedDay, closedHow }, today);
    const owedBy = debtor.kind === 'body' ? ('body' as const) : ('applicant' as const);
    return [
      {
        key,
        name: texts[`rule.${rule}.name`] ?? rule,
        text: texts[`rule.${rule}.text`] ?? '',
        from: reckoning.from,
        dueDay: reckoning.due,
        closedDay,
        // What an applicant may do and did not do in time is over, not overdue; putting right still counts.
        clock: owedBy === 'applicant' && rule !== 'cure' && clock === 'overdue' ? 'released' : clock,
        daysLeft: workingDaysBetween(world.guide.calendar, today, reckoning.due),
        owedBy,
        source: basis ? sourceOf(edition, locale, basis) : null,
      },
    ];
  });
}

const isErrand = (key: string): boolean => key.startsWith('errand:');

/** What other units and bodies were asked, each under the unit's name. */
function errandsOf(scene: Scene): Duty[] {
  const asked = new Map((scene.facts.appeal.steps.errands ?? []).map((errand) => [errand.key, errand]));
  return dutiesOf(scene).flatMap((duty) => {
    const errand = asked.get(duty.key);
    return errand ? [{ ...duty, name: errand.unit, text: errand.question }] : [];
  });
}

/** The pre-trial complaint where one may be filed, within its window. */
async function complaintOf({ world, facts, procedure, today }: Scene): Promise<Complaint | null> {
  const { appeal, body, events } = facts;
  const { calendar } = world.guide;
  const named = remediesNamed(eventsOf(events, 'appeal'));
  const window = complaintWindowOf(appeal, named, { procedure, calendar, today });
  if (!window) return null;
  const { until } = window;
  const daysLeft = until === null ? 0 : workingDaysBetween(calendar, today, until);
  const stands = (await standingComplaint(world.db, appeal.id)) !== null;
  return { ...window, open: until === null || today <= until, daysLeft, hasSuperior: body.hasSuperior, stands };
}

const stepsOf = (
  { procedure, edition, locale }: Scene,
  situation: Situation | null,
  who: 'applicant' | 'body',
): Step[] =>
  procedure.next
    .filter((step) => step.who === who && situation !== null && step.when.includes(situation))
    .map(({ id, basis }) => ({
      id,
      text: edition.texts[locale][`next.${id}.text`] ?? id,
      sources: basis.map((one) => sourceOf(edition, locale, one)),
    }));

/** Letters of this case that the viewer may read (core/permission 'letter.read'): one's own, an administrator all. */
async function lettersOf({ db, now }: World, viewer: Viewer, stream: string): Promise<CaseLetter[]> {
  const { rows } = await db.pool.query<{ id: string; subject: string | null; state: string; createdAt: Date }>({
    name: 'case_letters',
    text: `SELECT id, subject, state, "createdAt" FROM "Letter" WHERE stream = $1 AND ($2 OR "personId" = $3::uuid) AND "createdAt" <= $4::timestamptz ORDER BY "createdAt", id`,
    values: [stream, isAdministrator(viewer), viewer.personId, new Date(now()).toISOString()],
  });
  return rows.map(({ id, subject, state, createdAt }) => ({ id, subject, state, at: createdAt.getTime() }));
}
