// What a public council said in a round, as everyone sees it: its view with votes and dissent, votes by which none came about, and every
// interest in the round with where it is known from: declared, or shown by the register of roles.
import type { Locale, StateLanguage } from '../../guide/schema';
import type { Day } from '../core/day';
import type { CouncilView, FailedView, Round } from '../core/round';
import { saidIn, type Said } from '../core/said';
import type { Bilingual, Signatory } from '../core/shape';
import { OFFICIAL_ROLES } from '../core/viewer';
import type { World } from '../world';
import { rulesOf, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';
import { sourceOf, type Source } from './reasons';

export type Signed = { day: Day; by: Who };
export type Voted = {
  text: Said;
  members: number;
  for: number;
  against: number;
  abstained: number;
  votes: { name: string; vote: CouncilView['votes'][number]['vote']; dissent: string }[];
  recused: { name: string; conflict: string }[];
  sources: Source[];
} & Signed;
export type CouncilPart = Voted & { answer: ({ text: Said; capacity: 'first' | 'acting' | null } & Signed) | null };
export type FailedPart = Voted & Pick<FailedView, 'failed'>;
/** `body`: of an official, who then does not decide; `represents`: an official who speaks for an organisation that took part. */
export type InterestView = {
  name: string;
  side: 'council' | 'body';
  origin: 'declared' | 'membership' | 'represents';
  conflict: string;
  explanation: string;
};
export type CouncilParts = { council: CouncilPart | null; notAdopted: FailedPart[]; conflicts: InterestView[] };

export const signed = ({ day, signatory }: { day: Day; signatory: Signatory }): Signed => ({
  day,
  by: { name: signatory.name, post: signatory.post },
});

type Reads = { locale: Locale; lang: StateLanguage };

/** All of it for a loaded round. */
export async function councilParts(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  facts: RoundFacts,
  { locale, lang }: Reads,
): Promise<CouncilParts> {
  const { round } = facts;
  const { edition, kind } = rulesOf(world, facts);
  const texts = edition.texts[locale];
  const said = (text: Bilingual) => saidIn(text, lang);
  const nameOf = (id: string) => texts[`conflict.${id}.name`] ?? id;
  const { quorum, adoption, recusal } = edition.rounds?.council ?? {};
  const sources = [quorum, adoption, recusal].flatMap((rule) =>
    (rule?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
  );
  const votedPart = (view: CouncilView): Voted => {
    const of = (vote: CouncilView['votes'][number]['vote']) => view.votes.filter((one) => one.vote === vote).length;
    return {
      text: said(view.text),
      ...{ members: view.members, for: of('for'), against: of('against'), abstained: of('abstained'), sources },
      votes: view.votes.map(({ name, vote, dissent }) => ({ name, vote, dissent })),
      recused: view.recused.map(({ name, conflict }) => ({ name, conflict: nameOf(conflict) })),
      ...signed(view),
    };
  };
  const { view, councilAnswer } = round;
  const answer = councilAnswer && {
    ...{ text: said(councilAnswer.text), capacity: councilAnswer.capacity ?? null, ...signed(councilAnswer) },
  };
  return {
    council: view && { ...votedPart(view), answer },
    notAdopted: round.notAdopted.map((one) => ({ ...votedPart(one), failed: one.failed })),
    conflicts: await interestsOf(world, round, { nameOf, asksCouncil: kind.has_council_view }),
  };
}

type Registered = { personId: string; name: string; side: 'council' | 'body' };
const IN_FORCE = (alias: string) =>
  `${alias}.since <= $3::timestamptz AND (${alias}.until IS NULL OR ${alias}.until > $3::timestamptz)`;
const REGISTERED = `
SELECT DISTINCT p.id AS "personId", p.name, 'council' AS side
  FROM "Council" k
  JOIN "Membership" s ON s."councilId" = k.id AND ${IN_FORCE('s')}
  JOIN "Membership" o ON o."personId" = s."personId" AND o."bodyId" = $1::uuid AND o.role = ANY ($5::text[]) AND ${IN_FORCE('o')}
  JOIN "Person" p ON p.id = s."personId" AND p."closedAt" IS NULL
 WHERE $6 AND k."closedAt" IS NULL AND k."bodyId" = $1::uuid AND ($2::uuid IS NULL OR k.id = $2)
UNION ALL
SELECT DISTINCT p.id, p.name, 'body'
  FROM "Membership" o
  JOIN "Membership" r ON r."personId" = o."personId" AND r.role = 'representative' AND ${IN_FORCE('r')}
  JOIN "Comment" c ON c."roundId" = $4::uuid AND c."organisationId" = r."organisationId" AND c.phase <> 'withdrawn'
  JOIN "Person" p ON p.id = o."personId" AND p."closedAt" IS NULL
 WHERE o."bodyId" = $1::uuid AND o.role = 'approver' AND ${IN_FORCE('o')}
 ORDER BY side, name, "personId"`;

/** Declared ones first. What the register shows counts as of today while it can still bar somebody, and after a view as it stood then. */
async function interestsOf(
  { db, now }: Pick<World, 'db' | 'now'>,
  round: Round,
  { nameOf, asksCouncil }: { nameOf: (id: string) => string; asksCouncil: boolean },
): Promise<InterestView[]> {
  const declared = round.conflicts.map(({ name, conflict, explanation, side = 'council' }) => ({
    ...{ name, explanation, side, origin: 'declared' as const, conflict: nameOf(conflict) },
  }));
  const known = new Set(round.conflicts.map(({ personId }) => personId));
  const then = (round.view?.recused ?? []).filter(({ origin }) => origin === 'membership');
  const open = round.phase === 'opened' || round.phase === 'decided';
  const { rows } = open
    ? await db.pool.query<Registered>({
        name: 'registered_interests',
        text: REGISTERED,
        values: [
          ...[round.bodyId, round.councilId, new Date(now()).toISOString(), round.id, [...OFFICIAL_ROLES]],
          asksCouncil && round.view === null,
        ],
      })
    : { rows: [] };
  const found = [...then.map((one) => ({ ...one, side: 'council' as const })), ...rows];
  return [
    ...declared,
    ...found
      .filter(({ personId }) => !known.has(personId))
      .map(({ name, side }) => ({
        ...{ name, side, explanation: '' },
        ...(side === 'council'
          ? { origin: 'membership' as const, conflict: nameOf('employed') }
          : { origin: 'represents' as const, conflict: '' }),
      })),
  ];
}
