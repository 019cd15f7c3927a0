// One point on the workbench: its comments, its draft or answer, and the clauses of later versions that an answer may show.
import { DISPOSITIONS, type DispositionId, type Locale, type StateLanguage } from '../../guide/schema';
import { sameText } from '../core/clause';
import { pointStanding, type Point, type PointStanding } from '../core/point';
import { may } from '../core/permission';
import type { Round } from '../core/round';
import type { Viewer } from '../core/viewer';
import { latestOf } from '../core/gate';
import { clausesOf } from '../data/clauses';
import { clauseDifference, type DifferencePart } from '../data/documents/difference';
import { clauseLabel } from './comment-parts';
import type { World } from '../world';
import { COMMENT_LINE, commentLine, type CommentLine, type WaitingComment } from './round-work';

/** Comments on one page of a point: so many can be read beside the answer, each with a place for words of its own. */
const PAGE = 20;
/** Letters of a comment or a wording that stand beside the answer. */
const BEGINNING = 1000;

export type ChangedClause = {
  /** 'documentId/anchor', as the form sends it. */
  value: string;
  language: StateLanguage;
  version: number;
  label: string;
  kind: 'changed' | 'added' | 'removed';
  parts: DifferencePart[];
};
export type PointView = {
  id: string;
  roundId: string;
  number: string;
  title: string;
  standing: PointStanding;
  draft: Point['draft'];
  returned: Point['returned'];
  disposition: Point['disposition'];
  /** A page of those that wait for the answer, and how many wait. */
  comments: WaitingComment[];
  waiting: number;
  page: number;
  pages: number;
  /** Where the draft has words of their own for comments: the page and how many. */
  ownWords: { page: number; edits: number }[];
  answered: number;
  codes: { value: DispositionId; name: string; text: string; change: boolean; target: boolean }[];
  hasDraft: boolean;
  changed: ChangedClause[];
  ownDraft: boolean;
  mayApprove: boolean;
  mayModerate: boolean;
};

/** The point by id; null when the round has none of that id. */
export async function pointView(
  world: World,
  viewer: Viewer,
  round: Round,
  { pointId, page: asked, locale }: { pointId: string; page: number; locale: Locale },
): Promise<PointView | null> {
  const point = round.points.find(({ id }) => id === pointId);
  if (!point) return null;
  const edition = world.guide.edition(round.edition);
  const texts = edition.texts[locale];
  const rules = edition.rounds?.dispositions ?? [];
  const inPoint = { roundId: round.id, pointId };
  const [waiting, answered, changed] = await Promise.all([
    world.db.prisma.comment.findMany({
      where: { ...inPoint, phase: 'open' },
      orderBy: { id: 'asc' },
      select: { id: true },
    }),
    world.db.prisma.comment.count({ where: { ...inPoint, phase: 'disposed' } }),
    changedClauses(world, round),
  ]);
  const ids = waiting.map(({ id }) => id);
  const pages = Math.max(1, Math.ceil(ids.length / PAGE));
  const page = Math.min(Math.max(asked, 1), pages);
  const comments = await commentsOf(world, ids.slice((page - 1) * PAGE, page * PAGE));
  return {
    ...{ id: point.id, roundId: round.id, number: round.number, title: point.title, standing: pointStanding(point) },
    ...{ draft: point.draft, returned: point.returned, disposition: point.disposition },
    ...{ comments, waiting: ids.length, answered, changed, page, pages, ownWords: ownWordsOf(point, ids) },
    codes: DISPOSITIONS.map((code) => {
      const rule = rules.find(({ id }) => id === code);
      return {
        value: code,
        name: texts[`disposition.${code}.name`] ?? code,
        text: texts[`disposition.${code}.text`] ?? '',
        change: rule?.change ?? false,
        target: rule?.target ?? false,
      };
    }),
    hasDraft: edition.rounds?.kinds[round.kind]?.has_draft ?? false,
    ownDraft: point.draft?.drafter.personId === viewer.personId,
    mayApprove: may(viewer, 'round.approve', round),
    mayModerate: may(viewer, 'round.moderate', round),
  };
}

function ownWordsOf({ draft }: Point, ids: readonly string[]): PointView['ownWords'] {
  const own = new Set(draft?.edits.map(({ commentId }) => commentId));
  const counts = new Map<number, number>();
  ids.forEach((id, at) => {
    const page = Math.floor(at / PAGE) + 1;
    if (own.has(id)) counts.set(page, (counts.get(page) ?? 0) + 1);
  });
  return [...counts].map(([page, edits]) => ({ page, edits }));
}

/** How a long contribution begins: it is read whole on its own page. */
const begun = (text: string): string => (text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text);

async function commentsOf({ db }: World, ids: readonly string[]): Promise<WaitingComment[]> {
  const { rows } = await db.pool.query<CommentLine>({
    name: 'point_comments',
    text: `${COMMENT_LINE}
 WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id`,
    values: [ids],
  });
  return rows.map((row) => ({ ...commentLine(row), text: begun(row.text), wording: begun(row.wording) }));
}

const anchorOf = ({ value }: ChangedClause): string => value.slice(value.indexOf('/') + 1);

/** Clauses of the latest draft whose text differs from the version that people commented on, in both languages. */
async function changedClauses({ db }: World, round: Round): Promise<ChangedClause[]> {
  const lists = await Promise.all(
    (['kk', 'ru'] as const).map(async (language) => {
      const latest = latestOf(round.documents, 'draft', language);
      const first = round.documents.find(
        (one) => one.role === 'draft' && one.language === language && one.version === 1,
      );
      if (!latest || !first || latest.version === 1) return [];
      const [after, before] = await Promise.all([clausesOf(db, latest.documentId), clausesOf(db, first.documentId)]);
      const was = new Map(before.map((clause) => [clause.anchor, clause]));
      const now = new Set(after.map(({ anchor }) => anchor));
      type One = (typeof after)[number];
      const line = (clause: One, kind: ChangedClause['kind'], former: One | null): ChangedClause => ({
        value: `${latest.documentId}/${clause.anchor}`,
        ...{ language, version: latest.version, kind },
        label: clauseLabel(clause, language),
        parts: clauseDifference(former, kind === 'removed' ? null : clause).parts,
      });
      return [
        ...after.flatMap((clause) => {
          const former = was.get(clause.anchor);
          if (former && sameText(former.plain, clause.plain)) return [];
          return [line(clause, former ? 'changed' : 'added', former ?? null)];
        }),
        ...before.filter(({ anchor }) => !now.has(anchor)).map((clause) => line(clause, 'removed', clause)),
      ];
    }),
  );
  // The same clause of both texts stands together.
  const order = [...new Set(lists.flat().map(anchorOf))];
  return lists.flat().toSorted((a, b) => order.indexOf(anchorOf(a)) - order.indexOf(anchorOf(b)));
}
