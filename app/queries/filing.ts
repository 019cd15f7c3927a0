// What the filing form needs: kinds with their terms and the day an answer would be due if sent now, the bodies to choose from,
// in whose name one may file, and the earlier case that a complaint is about. Everything about terms comes from the edition.
import { KINDS, type Edition, type Kind, type Locale } from '../../guide/schema';
import { MAIN_CLOCK } from '../core/appeal';
import { dayOf, timeOf, type Day } from '../core/day';
import type { Party } from '../core/obligation';
import { dueOf } from '../core/why';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { caseFacts } from './case-facts';
import { reasoned, reasonedDay, sourceOf, type ReasonedDay, type ReasonedTerm, type Source } from './reasons';

/** What a file input may offer: '.pdf,.png,…'. */
export { ACCEPTED as ACCEPTED_FILES } from '../data/files';

export type KindChoice = {
  kind: Kind;
  name: string;
  text: string;
  /** Where it is filed, when that is not simply the competent body. */
  filedWith: string | null;
  dueDay: Day;
  term: ReasonedTerm['term'];
  source: Source | null;
};
export type SentNow = {
  kind: Kind;
  kindName: string;
  receivedDay: Day;
  receivedTime: string;
  registeredDay: Day;
  registeredText: string;
  /** Days between receipt and registration: none of them counts. */
  before: ReasonedDay[];
  term: ReasonedTerm;
  sources: Source[];
  provisional: boolean;
};

const editionNow = ({ guide, now }: World): Edition => guide.inForceOn(dayOf(now()));

const countNow = (world: World, kind: Kind, workdayEnd?: string) => {
  const now = world.now();
  const edition = editionNow(world);
  const due = dueOf({
    edition,
    kind,
    rule: MAIN_CLOCK,
    calendar: world.guide.calendar,
    workdayEnd,
    received: { day: dayOf(now), time: timeOf(now) },
  });
  if (!due.ok) throw new Error(`the main clock of ${kind} can't be counted: ${due.problem.code}`);
  return { edition, due: due.value };
};

/** Every kind of the edition in force, with the due day of an answer if it were sent now to a body that ends its day at `workdayEnd`. */
export const kindChoices = (world: World, locale: Locale, workdayEnd?: string): KindChoice[] =>
  KINDS.map((kind) => {
    const { edition, due } = countNow(world, kind, workdayEnd);
    const texts = edition.texts[locale];
    const [basis] = due.basis;
    return {
      kind,
      name: texts[`kind.${kind}.name`] ?? kind,
      text: texts[`kind.${kind}.text`] ?? '',
      filedWith:
        edition.procedures[kind].filed_with === 'competent_body'
          ? null
          : (texts['filed_with.body_complained_of.name'] ?? null),
      dueDay: due.due,
      term: due.reckoning.term,
      source: basis ? sourceOf(edition, locale, basis) : null,
    };
  });

/** How the days would be counted if this kind were sent now. */
export function sentNow(world: World, kind: Kind, locale: Locale, workdayEnd?: string): SentNow {
  const { edition, due } = countNow(world, kind, workdayEnd);
  const { receipt } = due;
  if (!receipt) throw new Error('counted from now, and yet without a receipt');
  const texts = edition.texts[locale];
  return {
    kind,
    kindName: texts[`kind.${kind}.name`] ?? kind,
    receivedDay: receipt.receivedDay,
    receivedTime: receipt.receivedTime,
    registeredDay: receipt.registeredDay,
    registeredText: texts[`received.${receipt.why}.text`] ?? '',
    before: due.before.map((day) => reasonedDay(edition, locale, day)),
    term: reasoned(edition, locale, due.reckoning),
    sources: due.basis.map((basis) => sourceOf(edition, locale, basis)),
    provisional: due.provisional,
  };
}

export type Identity = { organisationId: string; name: string };

/** Organisations in whose name the viewer may file. */
export async function identitiesOf({ db }: World, viewer: Viewer): Promise<Identity[]> {
  const ids = viewer.mandates.flatMap(({ role, organisationId }) =>
    role === 'representative' && organisationId ? [organisationId] : [],
  );
  if (ids.length === 0) return [];
  const rows = await db.prisma.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ id, name }) => ({ organisationId: id, name }));
}

export type Origin = {
  id: string;
  number: string;
  kind: Kind;
  subject: string;
  text: string;
  language: Locale;
  bodyId: string;
  applicant: Party;
  dueDay: Day;
  endedDay: Day | null;
  overdue: boolean;
  visibility: string;
  nameHidden: boolean;
};

/** The viewer's own earlier case that a complaint is about or that is filed again; null when it is not theirs. */
export async function originCase(world: World, viewer: Viewer, number: string): Promise<Origin | null> {
  const facts = await caseFacts(world, viewer, number);
  if (!facts || facts.side !== 'applicant') return null;
  const {
    id,
    kind,
    subject,
    text,
    language,
    bodyId,
    personId,
    organisationId,
    dueDay,
    endedDay,
    phase,
    visibility,
    nameHidden,
  } = facts.appeal;
  const applicant: Party = organisationId
    ? { kind: 'organisation', id: organisationId }
    : { kind: 'person', id: personId };
  return {
    id,
    number: facts.appeal.number,
    ...{ kind, subject, text },
    language,
    bodyId,
    applicant,
    dueDay,
    endedDay,
    overdue: phase === 'open' && dayOf(world.now()) > dueDay,
    visibility,
    nameHidden,
  };
}

/** The hour at which a body's working day ends, 'HH:MM'; undefined for no such body. */
export async function workdayEndOf({ db }: World, bodyId: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ workdayEnd: string }>({
    name: 'workday_end',
    text: `SELECT "workdayEnd" FROM "Body" WHERE id::text = $1`,
    values: [bodyId],
  });
  return rows[0]?.workdayEnd;
}
