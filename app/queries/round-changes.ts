// What changed between two versions of a round's document: each clause that differs, word by word, with the comments made on it, the
// answers that name it, and whether answer and text agree. The clause that an address asks for is there also when it did not change.
import {
  DOCUMENT_ROLES,
  STATE_LANGUAGES,
  type DocumentRole,
  type Locale,
  type StateLanguage,
} from '../../guide/schema';
import type { Day } from '../core/day';
import type { RoundDocument } from '../core/round';
import { commentedVersion, versionsOf } from '../core/round-documents';
import { readsIn } from '../core/said';
import type { Viewer } from '../core/viewer';
import { clausesOf } from '../data/clauses';
import {
  clauseDifference,
  documentDifference,
  type ClauseDifference,
  type DocumentDifference,
} from '../data/documents/difference';
import type { World } from '../world';
import { saidOfClauses, type ClauseSaid } from './clause-said';
import { firstComments, isAt } from './comment-groups';
import { clauseLabel } from './comment-parts';
import type { CommentRow } from './comments';
import { rulesOf } from './round-clock';
import type { RoundFacts } from './round-facts';
import { flagsOf, type RoundFlags } from './round-flags';
import { countsByClause } from './round-numbers';
import { twinsIn } from './round-twins';

/** Clauses on one page. */
const CLAUSES = 40;

export type ChangesAsked = {
  role: string | null;
  lang: StateLanguage;
  from: number | null;
  to: number | null;
  /** The position that the page begins with, counted from 1. */
  at: number;
  /** A clause by its anchor: the page that has it is shown. */
  clause: string | null;
};
type Flag = 'undone' | 'unasked' | null;
export type ChangedClause = ClauseDifference &
  ClauseSaid & {
    anchor: string;
    /** Its number and heading; empty where it has neither. */
    label: string;
    /** Accepted, and reads as it did; or changed, and nobody had said a word. */
    flag: Flag;
    /** The comments at it that most voices joined. */
    rows: CommentRow[];
  };
export type Version = { version: number; day: Day; commented: boolean };
export type ChangesView = {
  roles: { role: DocumentRole; name: string }[];
  role: DocumentRole;
  roleName: string;
  title: string;
  language: StateLanguage;
  languages: StateLanguage[];
  versions: Version[];
  from: Version;
  to: Version;
  /** Whether this is the version people commented on against the latest one: only then it is said where answer and text differ. */
  whole: boolean;
  counts: Record<ClauseDifference['kind'], number>;
  flags: RoundFlags;
  clauses: ChangedClause[];
  total: number;
  at: number;
  newer: number | null;
  older: number | null;
};

type Reader = { viewer: Viewer | null; locale: Locale };

/** Null where a round has no document of which there are two versions. */
export async function roundChanges(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  facts: RoundFacts,
  asked: ChangesAsked,
  { viewer, locale }: Reader,
): Promise<ChangesView | null> {
  const { round } = facts;
  const texts = rulesOf(world, facts).edition.texts[locale];
  const chosen = chosenIn(round.documents, asked);
  if (!chosen) return null;
  const { role, language, versions, from, to, whole } = chosen;
  const [before, after, counts, twins] = await Promise.all([
    clausesOf(world.db, from.documentId),
    clausesOf(world.db, to.documentId),
    countsByClause(world, round.id),
    twinsIn(world, round.documents),
  ]);
  const flags = whole
    ? flagsHere(await flagsOf(world, round, counts, readsIn(locale)), { role, language })
    : { undone: [], unasked: [] };
  const differences = documentDifference(before, after);
  const isUndone = (anchor: string) => flags.undone.some((one) => one.anchor === anchor);
  const known = new Set(differences.map(({ anchor }) => anchor));
  const shown: DocumentDifference[] = [
    ...differences.filter(({ kind, anchor }) => kind !== 'same' || isUndone(anchor) || anchor === asked.clause),
    // What came with an answer and went again stands in neither version.
    ...[...new Set(flags.undone.map(({ anchor }) => anchor))]
      .filter((anchor) => !known.has(anchor))
      .map((anchor) => ({ anchor, kind: 'same' as const, before: null, after: null })),
  ];
  const at = placeOf(shown, asked);
  // The document is read in the language asked for, what was answered in the reader's own.
  const lang = readsIn(locale);
  const said = saidOfClauses({ round, counts, twins, texts, lang }, to);
  const page = shown.slice(at - 1, at - 1 + CLAUSES).map((one) => ({ ...one, said: said(one.anchor) }));
  const commented = page.filter((one) => one.said.comments > 0).map(({ anchor }) => ({ role, language, anchor }));
  const rows = await firstComments(world, viewer, facts, { places: commented, locale, lang });
  const nameOf = (one: DocumentRole) => texts[`document.${one}.name`] ?? one;
  const view = versionIn(round.documents);
  return {
    roles: chosen.roles.map((one) => ({ role: one, name: nameOf(one) })),
    ...{ role, roleName: nameOf(role), title: to.title, language, languages: chosen.languages },
    ...{ versions: versions.map(view), from: view(from), to: view(to), whole },
    counts: kindsIn(differences),
    flags,
    clauses: page.map(({ anchor, before: was, after: now, said: ofIt }) => ({
      ...{ anchor, ...ofIt, flag: flagOf(flags, anchor) },
      ...(was || now ? clauseDifference(was, now) : { kind: 'same' as const, parts: [] }),
      label: labelOf({ was, now, anchor, language, flags }),
      rows: rows.filter(({ place }) => isAt(place, { role, language, anchor })),
    })),
    ...{ total: shown.length, at },
    newer: at > 1 ? Math.max(1, at - CLAUSES) : null,
    older: at - 1 + CLAUSES < shown.length ? at + CLAUSES : null,
  };
}

/** The document, its language and the two versions that an address asks for, each as near as there is. */
function chosenIn(documents: readonly RoundDocument[], asked: ChangesAsked) {
  const several = (role: DocumentRole, language: StateLanguage) => versionsOf(documents, { role, language }).length > 1;
  const roles = DOCUMENT_ROLES.filter((role) => STATE_LANGUAGES.some((language) => several(role, language)));
  const role = roles.find((one) => one === asked.role) ?? roles[0];
  if (!role) return null;
  const languages = STATE_LANGUAGES.filter((language) => several(role, language));
  const language = languages.find((one) => one === asked.lang) ?? languages[0] ?? asked.lang;
  const versions = versionsOf(documents, { role, language });
  const span = spanOf(versions, asked);
  return span && { roles, role, languages, language, versions, ...span };
}

/** The versions asked for; else the one that people commented on and the latest one. */
function spanOf(versions: readonly RoundDocument[], { from, to }: Pick<ChangesAsked, 'from' | 'to'>) {
  const [first] = versions;
  const latest = versions.at(-1);
  const commented = first && commentedVersion(versions, first);
  if (!first || !latest || !commented) return null;
  const usual = commented === latest ? first : commented;
  const named = (version: number | null) => versions.find((one) => one.version === version);
  const [a, b] = [named(from) ?? usual, named(to) ?? latest];
  const [older, newer] = a.version <= b.version ? [a, b] : [b, a];
  if (older === newer) return { from: usual, to: latest, whole: usual === commented };
  return { from: older, to: newer, whole: older === commented && newer === latest };
}

/** The page asked for, or the one on which the clause asked for stands. */
function placeOf(shown: readonly DocumentDifference[], { at, clause }: Pick<ChangesAsked, 'at' | 'clause'>): number {
  const place = clause === null ? -1 : shown.findIndex(({ anchor }) => anchor === clause);
  if (place >= 0) return place - (place % CLAUSES) + 1;
  return at <= shown.length ? at : 1;
}

const versionIn =
  (documents: readonly RoundDocument[]) =>
  (one: RoundDocument): Version => ({
    ...{ version: one.version, day: one.day, commented: commentedVersion(documents, one) === one },
  });

const flagsHere = (
  { undone, unasked }: RoundFlags,
  { role, language }: { role: string; language: string },
): RoundFlags => ({
  undone: undone.filter((one) => one.role === role && one.language === language),
  unasked: unasked.filter((one) => one.role === role && one.language === language),
});

function flagOf({ undone, unasked }: RoundFlags, anchor: string): Flag {
  if (undone.some((one) => one.anchor === anchor)) return 'undone';
  return unasked.some((one) => one.anchor === anchor) ? 'unasked' : null;
}

type Labelled = Pick<ChangedClause, 'anchor'> & {
  was: DocumentDifference['before'];
  now: DocumentDifference['after'];
  language: StateLanguage;
  flags: RoundFlags;
};

function labelOf({ was, now, anchor, language, flags }: Labelled): string {
  const clause = now ?? was;
  return clause ? clauseLabel(clause, language) : (flags.undone.find((one) => one.anchor === anchor)?.label ?? '');
}

const kindsIn = (differences: readonly DocumentDifference[]): ChangesView['counts'] => {
  const counts = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of differences) counts[kind]++;
  return counts;
};
