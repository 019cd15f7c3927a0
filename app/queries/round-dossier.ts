// The dossier of a round in one of the state languages: everything that is public of it, from the announcement to the promises, for one
// paper that a meeting can put on its table. Nothing in it depends on who asks.
import { DOCUMENT_ROLES, type StateLanguage } from '../../guide/schema';
import type { Day, Instant } from '../core/day';
import { titleOf } from '../core/point-title';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import { dossierChanges, type DossierChanges } from './dossier-changes';
import { dossierComments, type DossierComment } from './dossier-comments';
import { moderationLog, type ModerationEntry } from './moderation';
import { reachOfRound, type ReachView } from './reach';
import { roundView, type RoundView } from './round';
import { rulesOf, type Who } from './round-clock';
import { roundFacts, type RoundFacts } from './round-facts';
import { flagsOf, type RoundFlags } from './round-flags';
import { countsByClause, countsByPoint, roundNumbers, type RoundNumbers } from './round-numbers';
import { resultView, type ResultView } from './round-result';

export type DossierDocument = {
  roleName: string;
  language: StateLanguage;
  version: number;
  title: string;
  day: Day;
  clauses: number;
  /** Added after the round opened. */
  later: boolean;
};
export type DossierPoint = {
  id: string;
  title: string;
  comments: number;
  codeName: string | null;
  reason: string | null;
  /** Changed clauses that the answer shows, by name. */
  changes: { label: string; language: StateLanguage; version: number }[];
  approved: (Who & { day: Day }) | null;
};
export type Dossier = {
  language: StateLanguage;
  at: Instant;
  view: RoundView;
  result: ResultView;
  numbers: RoundNumbers;
  names: { dispositions: Record<string, string>; origins: Record<string, string> };
  late: number;
  reach: ReachView;
  documents: DossierDocument[];
  changes: DossierChanges[];
  flags: RoundFlags;
  points: DossierPoint[];
  comments: DossierComment[];
  moderation: ModerationEntry[];
};

/** The dossier of a loaded round that has opened. */
export async function roundDossier(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  facts: RoundFacts,
  language: StateLanguage,
): Promise<Dossier> {
  const { round } = facts;
  const { id } = round;
  const texts = rulesOf(world, facts).edition.texts[language];
  const reads = { locale: language, lang: language };
  const [numbers, byPoint, counts, comments, log] = await Promise.all([
    roundNumbers(world, id),
    countsByPoint(world, id),
    countsByClause(world, id),
    dossierComments(world, facts, language),
    moderationLog(world, facts, { after: null, limit: null }, language),
  ]);
  const [reach, flags, result] = await Promise.all([
    reachOfRound(world, facts, numbers),
    flagsOf(world, round, counts, language),
    resultView(world, facts, reads),
  ]);
  const named = (group: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((one) => [one, texts[`${group}.${one}.name`] ?? one]));
  return {
    ...{ language, at: world.now(), numbers, reach, flags, comments, moderation: log.entries },
    view: roundView(world, facts, reads),
    result,
    names: {
      dispositions: named('disposition', Object.keys(numbers.byCode)),
      origins: named('origin', Object.keys(numbers.byOrigin)),
    },
    late: comments.filter(({ phase, endedDay, dueDay }) => phase === 'disposed' && (endedDay ?? '') > dueDay).length,
    documents: DOCUMENT_ROLES.flatMap((role) =>
      round.documents
        .filter((one) => one.role === role)
        .map(({ language: spoken, version, title, day, clauses, later }) => ({
          ...{
            roleName: texts[`document.${role}.name`] ?? role,
            language: spoken,
            version,
            title,
            day,
            clauses,
            later,
          },
        })),
    ),
    changes: await dossierChanges(world, { facts, counts, flags, texts, language }),
    points: await pointsOf(world, facts, { language, counts: new Map(byPoint.map(({ pointId, n }) => [pointId, n])) }),
  };
}

type Named = { documentId: string; anchor: string; number: string | null; heading: string | null };
type Pointing = { language: StateLanguage; counts: ReadonlyMap<string, number> };

/** Points that hold comments or an answer, in the order in which they were made. */
async function pointsOf(
  world: Pick<World, 'db' | 'guide'>,
  facts: RoundFacts,
  { language, counts }: Pointing,
): Promise<DossierPoint[]> {
  const { points, documents } = facts.round;
  const texts = rulesOf(world, facts).edition.texts[language];
  const links = points.flatMap(({ disposition }) => disposition?.changes ?? []);
  const { rows } =
    links.length === 0
      ? { rows: [] }
      : await world.db.pool.query<Named>({
          name: 'dossier_clauses',
          text: `SELECT DISTINCT c."documentId", c.anchor, c.number, c.heading
                   FROM jsonb_to_recordset($1::jsonb) AS l("documentId" uuid, anchor text)
                   JOIN "Clause" c ON c."documentId" = l."documentId" AND c.anchor = l.anchor`,
          values: [JSON.stringify(links)],
        });
  const clauses = new Map(rows.map((row) => [`${row.documentId}/${row.anchor}`, row]));
  return points
    .filter(({ id, disposition }) => disposition !== null || counts.has(id))
    .map(({ id, title, disposition, approved }) => ({
      ...{ id, title: titleOf(facts.round, { id, title }, language), comments: counts.get(id) ?? 0 },
      codeName: disposition && (texts[`disposition.${disposition.code}.name`] ?? disposition.code),
      reason: disposition && disposition.reason[language],
      changes: (disposition?.changes ?? []).flatMap(({ documentId, anchor, version }) => {
        const spoken = documents.find((one) => one.documentId === documentId)?.language;
        const clause = clauses.get(`${documentId}/${anchor}`);
        return spoken ? [{ label: clause ? clauseLabel(clause, spoken) : '', language: spoken, version }] : [];
      }),
      approved: approved && { name: approved.signatory.name, post: approved.signatory.post, day: approved.day },
    }));
}

/**
 * Where a round's public record stands: `state` is another once anything happened to the round or to one of its comments, an invitation
 * was opened, or a day ended; `words` once the words of a comment are no longer, or again, the public's to read. Null when there is no
 * such round for the public.
 */
export async function dossierState(
  world: Pick<World, 'db' | 'now'>,
  number: string,
): Promise<{ facts: RoundFacts; state: string; words: string } | null> {
  const facts = await roundFacts(world, null, number);
  if (!facts || facts.round.phase === 'preparing') return null;
  const { rows } = await world.db.pool.query<{
    last: string | null;
    opened: number;
    unread: string | null;
  }>({
    name: 'dossier_state',
    text: `
SELECT (SELECT max(e.seq) FROM "Comment" c JOIN "Event" e ON e.stream = 'comment:' || c.id WHERE c."roundId" = $1::uuid)::text AS last,
       (SELECT count("openedAt")::int FROM "Invitation" WHERE "roundId" = $1::uuid) AS opened,
       (SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM "Comment"
         WHERE "roundId" = $1::uuid AND (hidden IS NOT NULL OR phase = 'withdrawn')) AS unread`,
    values: [facts.round.id],
  });
  const [found] = rows;
  return {
    facts,
    state: [facts.chain.hash, found?.last, found?.opened, facts.today].join(' '),
    words: found?.unread ?? '',
  };
}
