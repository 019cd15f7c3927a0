// The documents of a round, and one of them clause by clause in the language and version asked for: each clause with how many comments
// stand at it, also those on the other language's text, and whether it differs from the version before.
import {
  DOCUMENT_ROLES,
  STATE_LANGUAGES,
  type DocumentRole,
  type Locale,
  type StateLanguage,
} from '../../guide/schema';
import type { Day } from '../core/day';
import type { Fate } from '../core/clause';
import type { RoundDocument } from '../core/round';
import { commentedVersion, versionsOf } from '../core/round-documents';
import type { Attachment } from '../core/shape';
import { twinsOf } from '../core/twin';
import type { World } from '../world';
import { rulesOf } from './round-clock';
import type { RoundFacts } from './round-facts';
import type { ClauseCount } from './round-numbers';

/** Clauses on one page. */
const CLAUSES = 100;

export type DocumentsAsked = { role: string | null; version: number | null; from: number; lang: StateLanguage };
export type ClauseView = {
  anchor: string;
  number: string | null;
  heading: string | null;
  html: string;
  comments: number;
  voices: number;
  /** Comments on the same clause of the other language's text. */
  elsewhere: number;
  /** Against the version before: null in the first version, or where nothing differs. */
  change: 'changed' | 'added' | null;
};
export type RemovedClause = { anchor: string; number: string | null; heading: string | null; comments: number };
export type VersionView = { version: number; day: Day; later: boolean };
export type FileLine = Pick<Attachment, 'id' | 'name' | 'size'>;
export type ShownDocument = {
  documentId: string;
  role: DocumentRole;
  roleName: string;
  roleText: string;
  title: string;
  language: StateLanguage;
  languages: StateLanguage[];
  version: number;
  versions: VersionView[];
  /** The file that its text was read from, where the host gives it out. */
  original: FileLine | null;
  clauses: ClauseView[];
  total: number;
  /** Positions that the pages before and after begin with. */
  newer: number | null;
  older: number | null;
  removed: RemovedClause[];
};
export type DocumentsView = {
  roles: { role: DocumentRole; name: string; languages: StateLanguage[] }[];
  shown: ShownDocument | null;
};

type Scene = { facts: RoundFacts; locale: Locale; counts: readonly ClauseCount[]; asked: DocumentsAsked };

/** The list of documents and the one shown: the draft in its latest version unless the address asks for another. */
export async function documentsOf(
  world: Pick<World, 'db' | 'guide'>,
  { facts, locale, counts, asked }: Scene,
): Promise<DocumentsView> {
  const { documents } = facts.round;
  const texts = rulesOf(world, facts).edition.texts[locale];
  const roles = DOCUMENT_ROLES.filter((role) => documents.some((one) => one.role === role)).map((role) => ({
    role,
    name: texts[`document.${role}.name`] ?? role,
    languages: languagesOf(documents, role),
  }));
  const chosen = roles.find(({ role }) => role === asked.role) ?? roles[0];
  if (!chosen) return { roles, shown: null };
  const language = chosen.languages.includes(asked.lang) ? asked.lang : (chosen.languages[0] ?? asked.lang);
  const versions = versionsOf(documents, { role: chosen.role, language });
  const document = versions.find(({ version }) => version === asked.version) ?? versions.at(-1);
  if (!document) return { roles, shown: null };
  const here = counts.filter((one) => one.role === chosen.role);
  const shown = await clausesOf(world, {
    document,
    former: versions[versions.indexOf(document) - 1] ?? null,
    base: commentedVersion(documents, document) ?? document,
    twin: twinOf(documents, document),
    counts: here,
    from: asked.from,
  });
  return {
    roles,
    shown: {
      ...{ documentId: document.documentId, role: chosen.role, roleName: chosen.name, title: document.title, language },
      roleText: texts[`document.${chosen.role}.text`] ?? '',
      languages: chosen.languages,
      version: document.version,
      versions: versions.map(({ version, day, later }) => ({ version, day, later })),
      total: document.clauses,
      original: document.original
        ? { id: document.original.id, name: document.original.name, size: document.original.size }
        : null,
      ...shown,
    },
  };
}

const languagesOf = (documents: readonly RoundDocument[], role: DocumentRole): StateLanguage[] =>
  STATE_LANGUAGES.filter((language) => documents.some((one) => one.role === role && one.language === language));

/** The same version in the other language, or else its latest one. */
const twinOf = (
  documents: readonly RoundDocument[],
  { role, language, version }: RoundDocument,
): RoundDocument | null => {
  const others = versionsOf(documents, { role, language: language === 'kk' ? 'ru' : 'kk' });
  return others.find((one) => one.version === version) ?? others.at(-1) ?? null;
};

type Asked = {
  document: RoundDocument;
  former: RoundDocument | null;
  /** The version that people commented on. */
  base: RoundDocument;
  twin: RoundDocument | null;
  counts: readonly ClauseCount[];
  from: number;
};
type ClauseRow = { anchor: string; position: number; number: string | null; heading: string | null; html: string };
type Head = { documentId: string; anchor: string; number: string | null; heading: string | null; fate: Fate | null };

/** Positions count from 0, as documents are stored; `from` in an address counts clauses from 1. */
async function clausesOf({ db }: Pick<World, 'db'>, { document, former, base, twin, counts, from }: Asked) {
  const own = counts.filter(({ language }) => language === document.language);
  const others = counts.filter(({ language }) => language !== document.language);
  // Numbers of the whole text are needed to tell places, but only where comments or another version make them matter.
  const headsOf = [
    ...(former ? [former.documentId, base.documentId] : []),
    ...(others.length > 0 && twin ? [document.documentId, twin.documentId] : []),
  ];
  const [page, heads] = await Promise.all([
    db.pool.query<ClauseRow>({
      name: 'clauses_page',
      text: `SELECT anchor, position, number, heading, html FROM "Clause" WHERE "documentId" = $1::uuid AND position >= $2 ORDER BY position LIMIT ${CLAUSES + 1}`,
      values: [document.documentId, from - 1],
    }),
    headsOf.length === 0
      ? { rows: [] }
      : db.pool.query<Head>({
          name: 'clause_heads',
          text: `SELECT "documentId", anchor, number, heading, fate FROM "Clause" WHERE "documentId" = ANY ($1::uuid[]) ORDER BY "documentId", position`,
          values: [[...new Set([...headsOf, document.documentId])]],
        }),
  ]);
  const headsIn = (id: string | undefined) => heads.rows.filter(({ documentId }) => documentId === id);
  const before = new Map(headsIn(former?.documentId).map(({ anchor, fate }) => [anchor, fate]));
  const twins = twinsOf(headsIn(document.documentId), headsIn(twin?.documentId));
  const at = (list: readonly ClauseCount[], anchor: string | undefined) => list.find((one) => one.anchor === anchor);
  const changeOf = (anchor: string): ClauseView['change'] => {
    if (!former) return null;
    if (!before.has(anchor)) return 'added';
    return before.get(anchor) === 'changed' ? 'changed' : null;
  };
  const present = new Set(headsIn(document.documentId).map(({ anchor }) => anchor));
  const removed = former ? headsIn(base.documentId).filter(({ anchor }) => !present.has(anchor)) : [];
  const rows = page.rows.slice(0, CLAUSES);
  return {
    clauses: rows.map(({ anchor, number, heading, html }): ClauseView => {
      const count = at(own, anchor);
      const elsewhere = at(others, twins.get(anchor));
      return {
        ...{ anchor, number, heading, html },
        ...{ comments: count?.comments ?? 0, voices: count?.voices ?? 0 },
        elsewhere: elsewhere ? elsewhere.comments + elsewhere.voices : 0,
        change: changeOf(anchor),
      };
    }),
    newer: from > 1 ? Math.max(1, from - CLAUSES) : null,
    older: page.rows.length > CLAUSES ? from + CLAUSES : null,
    removed: removed.map(({ anchor, number, heading }) => {
      const count = at(own, anchor);
      return { anchor, number, heading, comments: count ? count.comments + count.voices : 0 };
    }),
  };
}
