// What a dossier says of a round's documents in one language: every clause that differs between the version people commented on and the
// latest one, as it was and as it is, with the answers that name it and whether answer and text agree.
import { DOCUMENT_ROLES, type StateLanguage } from '../../guide/schema';
import { commentedVersion, versionsOf } from '../core/round-documents';
import type { RoundDocument } from '../core/round';
import { clausesOf } from '../data/clauses';
import { documentDifference, type ClauseDifference } from '../data/documents/difference';
import type { World } from '../world';
import { saidOfClauses, type ClauseSaid } from './clause-said';
import { clauseLabel, type Texts } from './comment-parts';
import type { RoundFacts } from './round-facts';
import type { RoundFlags } from './round-flags';
import type { ClauseCount } from './round-numbers';
import { twinsIn, type Twins } from './round-twins';

export type DossierChange = ClauseSaid & {
  label: string;
  kind: ClauseDifference['kind'];
  was: string;
  now: string;
  unasked: boolean;
};
export type DossierChanges = { roleName: string; from: number; to: number; clauses: DossierChange[] };

type Scene = {
  facts: Pick<RoundFacts, 'round'>;
  counts: readonly ClauseCount[];
  flags: RoundFlags;
  texts: Texts;
  language: StateLanguage;
};

/** Only documents that have a later version. */
export async function dossierChanges(world: Pick<World, 'db'>, scene: Scene): Promise<DossierChanges[]> {
  const { documents } = scene.facts.round;
  const { language } = scene;
  const twins = await twinsIn(world, documents);
  const changes: DossierChanges[] = [];
  for (const role of DOCUMENT_ROLES) {
    const from = commentedVersion(documents, { role, language });
    const to = versionsOf(documents, { role, language }).at(-1);
    if (from && to && from !== to) changes.push(await changesBetween(world, { ...scene, twins, from, to }));
  }
  return changes;
}

type Span = Scene & { twins: Twins; from: RoundDocument; to: RoundDocument };

async function changesBetween(
  { db }: Pick<World, 'db'>,
  { facts, counts, flags, texts, language, twins, from, to }: Span,
): Promise<DossierChanges> {
  const [before, after] = await Promise.all([clausesOf(db, from.documentId), clausesOf(db, to.documentId)]);
  const said = saidOfClauses({ round: facts.round, counts, twins, texts, lang: language }, to);
  const isUnasked = (anchor: string) =>
    flags.unasked.some((one) => one.role === to.role && one.language === language && one.anchor === anchor);
  return {
    ...{ roleName: texts[`document.${to.role}.name`] ?? to.role, from: from.version, to: to.version },
    clauses: documentDifference(before, after)
      .filter(({ kind }) => kind !== 'same')
      .map(({ anchor, kind, before: was, after: now }) => {
        const clause = now ?? was;
        return {
          ...{ kind, was: was?.plain ?? '', now: now?.plain ?? '', unasked: isUnasked(anchor) },
          label: clause ? clauseLabel(clause, language) : '',
          ...said(anchor),
        };
      }),
  };
}
