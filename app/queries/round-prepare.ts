// A round as whoever prepares it sees it: what is said so far, its documents, whom the register knows in its field, and how the gate
// looks at it today. Only for those who may prepare it.
import type { DocumentRole, GateCheck, Locale, StateLanguage } from '../../guide/schema';
import { NEUTRAL_QUESTIONS, STATE_LANGUAGES } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { earliestClose, latestOf, rolesInBoth, scorecardOf } from '../core/gate';
import { may } from '../core/permission';
import type { ScoreLine } from '../core/round-event';
import type { Round } from '../core/round';
import type { Viewer } from '../core/viewer';
import { reachOf } from '../data/round-people';
import type { World } from '../world';
import { sourceOf, type Source } from './reasons';
import { roundQuestions, type RoundQuestions } from './round-questions';
import { NAME_IN } from './statement';

export type Check = Omit<ScoreLine, 'check' | 'waiver'> & {
  id: GateCheck;
  name: string;
  text: string;
  source: Source | null;
  waiver: { reason: string; by: string } | null;
};
export type PreparedDocument = {
  id: string;
  role: DocumentRole;
  roleName: string;
  language: StateLanguage;
  version: number;
  title: string;
  clauses: number;
};
export type Invitee = { id: string; name: string; region: string | null; fits: boolean; invited: boolean };
export type PrepareView = {
  id: string;
  number: string;
  kind: string;
  kindName: string;
  phase: Round['phase'];
  settings: Round['settings'];
  body: string;
  council: string | null;
  today: Day;
  checks: Check[];
  documents: PreparedDocument[];
  /** Documents the kind needs and those given out besides, with the languages still missing. */
  needed: { role: DocumentRole; name: string; text: string; missing: StateLanguage[] }[];
  invited: number;
  neutral: { id: string; text: string; signed: boolean }[];
  /** Questions asked beside the draft, and whether the viewer may ask more: the body that hosts, until the round opens. */
  questions: RoundQuestions;
  mayAsk: boolean;
  earliest: Day | null;
  mayOpen: boolean;
  mayWaive: boolean;
};

/** The round by number as it is kept, if the viewer may prepare it, or answer it once it has opened; null otherwise. */
export async function preparedRound(world: World, viewer: Viewer, number: string): Promise<Round | null> {
  const row = await world.db.prisma.round.findUnique({ where: { number }, select: { facts: true } });
  const round = row && (row.facts as unknown as Round);
  if (!round) return null;
  const answers = round.phase !== 'preparing' && may(viewer, 'round.analyse', round);
  return answers || may(viewer, 'round.prepare', round) ? round : null;
}

/** The view of a round in preparation. */
export async function prepareView(world: World, viewer: Viewer, round: Round, locale: Locale): Promise<PrepareView> {
  const edition = world.guide.edition(round.edition);
  const kind = edition.rounds?.kinds[round.kind];
  if (!kind) throw new Error(`edition ${round.edition} knows no rounds of the kind ${round.kind}`);
  const texts = edition.texts[locale];
  const name = (key: string) => texts[key] ?? key;
  const today = dayOf(world.now());
  const [reach, names, questions] = await Promise.all([
    reachOf(world.db, round),
    hostNames(world, round, locale),
    roundQuestions(world, round.id, locale),
  ]);
  const scene = { round, kind, edition, calendar: world.guide.calendar, today, reach };
  const checks = (round.scorecard ?? scorecardOf(scene)).map(({ check, waiver, ...line }) => {
    const [basis] = kind.gate.find(({ id }) => id === check)?.basis ?? [];
    return {
      ...line,
      id: check,
      name: name(`gate.${check}.name`),
      text: name(`gate.${check}.text`),
      source: basis ? sourceOf(edition, locale, basis) : null,
      waiver: waiver && { reason: waiver.reason, by: waiver.signatory.name },
    };
  });
  return {
    ...{
      id: round.id,
      number: round.number,
      kind: round.kind,
      phase: round.phase,
      settings: round.settings,
      today,
      checks,
    },
    ...names,
    kindName: name(`kind.${round.kind}.name`),
    documents: round.documents.map(({ documentId, role, language, version, title, clauses }) => ({
      ...{ id: documentId, role, language, version, title, clauses },
      roleName: name(`document.${role}.name`),
    })),
    needed: rolesInBoth(kind, round.documents).map((role) => ({
      role,
      name: name(`document.${role}.name`),
      text: name(`document.${role}.text`),
      missing: STATE_LANGUAGES.filter((language) => !latestOf(round.documents, role, language)),
    })),
    invited: round.invited.length,
    neutral: NEUTRAL_QUESTIONS.map((id) => ({
      id,
      text: name(`neutral.${id}.text`),
      signed: round.checked?.answers.includes(id) ?? false,
    })),
    questions,
    mayAsk: round.phase === 'preparing' && round.councilId === null && may(viewer, 'round.prepare', round),
    earliest: earliestClose(scene, 'comment_period', round.settings.opensDay),
    mayOpen: may(viewer, 'round.open', round),
    mayWaive: may(viewer, 'round.waive', round),
  };
}

async function hostNames(
  { db }: World,
  { bodyId, councilId }: Round,
  locale: Locale,
): Promise<Pick<PrepareView, 'body' | 'council'>> {
  const { rows } = await db.pool.query<Pick<PrepareView, 'body' | 'council'>>({
    name: `round_hosts_${locale}`,
    text: `SELECT b.${NAME_IN[locale]} AS body, c.${NAME_IN[locale]} AS council
             FROM "Body" b LEFT JOIN "Council" c ON c.id = $2::uuid WHERE b.id = $1::uuid`,
    values: [bodyId, councilId],
  });
  return rows[0] ?? { body: '', council: null };
}

const AT_MOST = 500;

/** Organisations of the register, those of the round's field and regions first; `words` narrows by name or BIN. */
export async function inviteesOf({ db }: World, round: Round, words: string): Promise<Invitee[]> {
  const { topic, regions } = round.settings;
  const { rows } = await db.pool.query<Invitee>({
    name: 'invitees',
    text: `SELECT id, name, region, (id = ANY ($4::uuid[])) AS invited,
                  ($1 = ANY (fields) AND (cardinality($2::text[]) = 0 OR region IS NULL OR region = ANY ($2))) AS fits
             FROM "Organisation"
            WHERE $3 = '' OR name ILIKE '%' || $3 || '%' OR bin = $3
            ORDER BY fits DESC, name, id LIMIT ${AT_MOST}`,
    values: [topic, regions, words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`), round.invited],
  });
  return rows;
}

export type Host = { value: string; label: string };

/** Where the viewer may host rounds: their bodies, and the councils they sit on with the body that must answer. 'bodyId' or 'bodyId/councilId'. */
export async function hostsOf({ db }: World, viewer: Viewer, locale: Locale): Promise<Host[]> {
  const bodies = viewer.mandates.flatMap(({ bodyId }) =>
    bodyId && may(viewer, 'round.prepare', { bodyId, councilId: null }) ? [bodyId] : [],
  );
  const councils = viewer.mandates.flatMap(({ councilId }) => (councilId ? [councilId] : []));
  const { rows } = await db.pool.query<{ bodyId: string; councilId: string | null; label: string }>({
    name: `round_host_choices_${locale}`,
    text: `SELECT id AS "bodyId", NULL::uuid AS "councilId", ${NAME_IN[locale]} AS label FROM "Body" WHERE id = ANY ($1::uuid[]) AND "closedAt" IS NULL
           UNION ALL
           SELECT "bodyId", id, ${NAME_IN[locale]} FROM "Council" WHERE id = ANY ($2::uuid[]) AND "closedAt" IS NULL
           ORDER BY 3`,
    values: [bodies, councils],
  });
  return rows
    .filter(({ bodyId, councilId }) => may(viewer, 'round.prepare', { bodyId, councilId }))
    .map(({ bodyId, councilId, label }) => ({ value: councilId ? `${bodyId}/${councilId}` : bodyId, label }));
}
