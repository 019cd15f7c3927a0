// Which acts on a round are open to a viewer today, and what their forms need to know. Pages offer no act that the command would
// refuse for the round's standing.
import { CONFLICTS, ORIGINS, type Locale } from '../../guide/schema';
import { neededOf } from '../core/council';
import { dayOf, type Day } from '../core/day';
import { interestsIn } from '../core/interest';
import { faultOfNotice, protocolOwed } from '../core/hearing';
import { may } from '../core/permission';
import type { Round } from '../core/round';
import type { Bilingual } from '../core/shape';
import { COUNCIL_ROLES, mandateOn, type Viewer } from '../core/viewer';
import { employedOn } from '../data/interests';
import { countComments } from '../data/round-counts';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import { NAME_IN } from './statement';

export const ROUND_ACTS = [
  'enter',
  'period',
  'hearing',
  'conflict',
  'view',
  'council-answer',
  'decide',
  'commitment',
  'outcome',
  'follow-up',
] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];
export const isRoundAct = (text: string | undefined): text is RoundAct => ROUND_ACTS.some((act) => act === text);

type Scene = { world: World; viewer: Viewer; round: Round; councils: string[] };

/** Councils that may speak on the round: its host, or those of the body. */
async function councilsOf({ db }: World, { bodyId, councilId }: Round): Promise<string[]> {
  if (councilId) return [councilId];
  const rows = await db.prisma.council.findMany({ where: { bodyId, closedAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** The acts open now, in the order of a round's life. */
export async function openRoundActs(world: World, viewer: Viewer, round: Round): Promise<RoundAct[]> {
  const councils = await councilsOf(world, round);
  return ROUND_ACTS.filter((act) => isOpen(act, { world, viewer, round, councils }));
}

/** The hearing whose protocol keeps the outcome from being published, for whoever would publish it; null for others. */
export function outcomeWaitsFor({ guide }: Pick<World, 'guide'>, viewer: Viewer, round: Round): Day | null {
  const kind = guide.edition(round.edition).rounds?.kinds[round.kind];
  const waits = round.phase === 'decided' && may(viewer, 'round.decide', round);
  return kind && waits ? protocolOwed(round, kind) : null;
}

function isOpen(act: RoundAct, { world, viewer, round, councils }: Scene): boolean {
  const today = dayOf(world.now());
  const edition = world.guide.edition(round.edition);
  const kind = edition.rounds?.kinds[round.kind];
  const { phase, settings } = round;
  const closed = kind?.contributors !== 'everyone' || today > settings.closesDay;
  switch (act) {
    case 'enter':
      return (
        (phase === 'opened' || phase === 'decided') && settings.opensDay <= today && may(viewer, 'round.enter', round)
      );
    case 'period':
      return phase === 'opened' && may(viewer, 'round.move_period', round);
    case 'hearing': {
      const held =
        kind?.has_hearing === true &&
        settings.hearing !== null &&
        settings.hearing.day <= today &&
        round.hearing === null;
      return phase !== 'preparing' && phase !== 'completed' && held && may(viewer, 'round.hold_hearing', round);
    }
    case 'conflict':
      return (
        phase !== 'preparing' &&
        ((round.view === null &&
          kind?.has_council_view === true &&
          councils.some((councilId) => may(viewer, 'council.declare', { councilId }))) ||
          (phase !== 'completed' && may(viewer, 'round.declare', round)))
      );
    case 'view':
      return (
        phase === 'opened' &&
        round.view === null &&
        kind?.has_council_view === true &&
        councils.some((councilId) => may(viewer, 'council.record_view', { councilId }))
      );
    case 'council-answer':
      return round.view !== null && round.councilAnswer === null && may(viewer, 'round.decide', round);
    case 'decide':
      return (
        phase === 'opened' &&
        closed &&
        may(viewer, 'round.decide', round) &&
        !(kind && faultOfNotice(round, { kind, today, edition, calendar: world.guide.calendar }))
      );
    case 'commitment':
      return (phase === 'decided' || phase === 'completed') && may(viewer, 'round.decide', round);
    case 'outcome':
      return phase === 'decided' && !(kind && protocolOwed(round, kind)) && may(viewer, 'round.decide', round);
    case 'follow-up':
      return phase === 'completed' && round.followUp === null && may(viewer, 'round.report', round);
  }
}

export type Member = { personId: string; name: string; post: string | null; conflict: string | null };
export type RoundActView = {
  id: string;
  number: string;
  title: Round['settings']['title'];
  today: Day;
  settings: Round['settings'];
  /** Comments without an answer, and all that ask for one. */
  counts: { open: number; total: number };
  /** What the council said and what was decided, where the round has got there. */
  councilView: Bilingual | null;
  decision: Bilingual | null;
  /** `voting`: members without an interest; `needed`: how many of them must take part. */
  councils: { id: string; name: string; members: Member[]; voting: number; needed: number }[];
  points: { id: string; title: string }[];
  /** Points whose answers the report has; only where the outcome is published. */
  answered: { id: string; title: string }[];
  origins: { id: string; name: string }[];
  conflicts: { id: string; name: string }[];
  clauses: { value: string; label: string }[];
  organisations: { id: string; name: string }[];
};

const CLAUSES = 1000;
const ORGANISATIONS = 2000;

/** What the forms of the acts offer to choose from. */
export async function roundActView(
  world: World,
  viewer: Viewer,
  round: Round,
  act: RoundAct,
  locale: Locale,
): Promise<RoundActView> {
  const texts = world.guide.edition(round.edition).texts[locale];
  const named = (group: string, ids: readonly string[]) =>
    ids.map((id) => ({ id, name: texts[`${group}.${id}.name`] ?? id }));
  const [counts, councils, clauses, organisations] = await Promise.all([
    countComments(world.db, round.id),
    act === 'view' || act === 'conflict' ? actingCouncils(world, viewer, round, locale) : [],
    act === 'enter' ? clausesOfDraft(world, round, locale) : [],
    act === 'enter'
      ? world.db.prisma.organisation.findMany({
          orderBy: { name: 'asc' },
          select: { id: true, name: true },
          take: ORGANISATIONS,
        })
      : [],
  ]);
  return {
    ...{
      id: round.id,
      number: round.number,
      title: round.settings.title,
      settings: round.settings,
      today: dayOf(world.now()),
    },
    ...{ counts, councils, clauses, organisations },
    councilView: round.view?.text ?? null,
    decision: round.decision?.decision ?? null,
    points: round.points.map(({ id, title }) => ({ id, title })),
    answered: act === 'outcome' ? answeredPoints(round) : [],
    origins: named(
      'origin',
      ORIGINS.filter((origin) => origin !== 'site'),
    ),
    conflicts: named(
      'conflict',
      CONFLICTS.filter((one) => one !== 'employed' || councils.length > 0),
    ),
  };
}

/** Points whose answers stand in the report. */
const answeredPoints = ({ points }: Round) =>
  points.flatMap(({ id, title, disposition }) => (disposition ? [{ id, title }] : []));

/** The councils that the viewer may speak for, with their members of today and what those declared on this round. */
async function actingCouncils(
  world: World,
  viewer: Viewer,
  round: Round,
  locale: Locale,
): Promise<RoundActView['councils']> {
  const quorum = world.guide.edition(round.edition).rounds?.council.quorum;
  const ids = (await councilsOf(world, round)).filter((id) => mandateOn(viewer, id, COUNCIL_ROLES));
  const { rows } = await world.db.pool.query<Member & { id: string; council: string }>({
    name: `acting_councils_${locale}`,
    text: `SELECT c.id, c.${NAME_IN[locale]} AS council, p.id AS "personId", p.name, m.post
             FROM "Council" c JOIN "Membership" m ON m."councilId" = c.id AND m.role IN ('council_member', 'council_chair')
                  AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)
             JOIN "Person" p ON p.id = m."personId"
            WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id, p.name, p.id`,
    values: [ids, new Date(world.now()).toISOString()],
  });
  const at = world.now();
  const employed = await Promise.all(
    ids.map((councilId) => employedOn(world.db, { councilId, bodyId: round.bodyId, at }, COUNCIL_ROLES)),
  );
  const interests = interestsIn(round.conflicts, employed.flat());
  const conflictOf = (id: string) => interests.find(({ personId }) => personId === id)?.conflict ?? null;
  return ids.map((id) => {
    const own = rows.filter((row) => row.id === id);
    const voting = own.filter(({ personId }) => conflictOf(personId) === null).length;
    return {
      ...{ id, name: own[0]?.council ?? '', voting, needed: quorum ? neededOf(quorum, voting) : voting },
      members: own.map(({ personId, name, post }) => ({ personId, name, post, conflict: conflictOf(personId) })),
    };
  });
}

async function clausesOfDraft({ db }: World, round: Round, locale: Locale): Promise<RoundActView['clauses']> {
  const language = locale === 'kk' ? 'kk' : 'ru';
  const draft =
    round.documents.findLast((one) => one.role === 'draft' && one.language === language) ?? round.documents[0];
  if (!draft) return [];
  const rows = await db.prisma.clause.findMany({
    where: { documentId: draft.documentId },
    orderBy: { position: 'asc' },
    select: { anchor: true, number: true, heading: true, plain: true },
    take: CLAUSES,
  });
  return rows.map(({ anchor, number, heading, plain }) => ({
    value: `${draft.documentId}/${anchor}`,
    label: clauseLabel({ number, heading }, language) || plain.slice(0, 80),
  }));
}
