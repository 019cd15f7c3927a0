// An answer as people read it: the disposition in the guide's words, its reason in the reader's state language, and each clause that was
// changed for it beside what it said before. Shown with a comment and with a point.
import type { DispositionId, StateLanguage } from '../../guide/schema';
import { sameText } from '../core/clause';
import { versionsOf } from '../core/round-documents';
import type { ClauseLink, Disposition } from '../core/round-event';
import type { Round } from '../core/round';
import { saidIn, type Said } from '../core/said';
import type { Shown } from '../core/disposing';
import { shownClauses } from '../data/clauses';
import { clauseDifference, type ClauseDifference, type DifferencePart } from '../data/documents/difference';
import type { World } from '../world';
import { clauseLabel, type Texts } from './comment-parts';

export type ShownChange = {
  /** The clause as it is called in the version that shows the change; empty where it was taken out. */
  label: string;
  anchor: string;
  role: string;
  language: StateLanguage;
  version: number;
  /** What happened to the clause, and its words with what was taken out and put in. */
  kind: ClauseDifference['kind'];
  parts: DifferencePart[];
  /** The latest version, where the clause reads again as it did before the change. */
  undone: number | null;
};
export type AnswerView = {
  code: DispositionId;
  codeName: string;
  codeText: string;
  reason: Said;
  duplicateOf: string | null;
};

export const answerView = (
  { code, reason, duplicateOf }: Disposition,
  { texts, lang }: { texts: Texts; lang: StateLanguage },
): AnswerView => ({
  ...{ code, duplicateOf, reason: saidIn(reason, lang) },
  codeName: texts[`disposition.${code}.name`] ?? code,
  codeText: texts[`disposition.${code}.text`] ?? '',
});

/** The changed clauses that an answer points to, in its order, with the wording of the version that people commented on. */
export async function changesOf(
  { db }: Pick<World, 'db'>,
  round: Pick<Round, 'documents'>,
  links: readonly ClauseLink[],
): Promise<ShownChange[]> {
  if (links.length === 0) return [];
  const { documents } = round;
  const latestOf = (documentId: string) => {
    const document = documents.find((one) => one.documentId === documentId);
    return document && versionsOf(documents, document).at(-1);
  };
  const [shown, clauses] = await Promise.all([
    shownClauses(db, round, links),
    db.prisma.clause.findMany({
      where: {
        OR: links.flatMap(({ documentId, anchor }) => [
          { documentId, anchor },
          { documentId: latestOf(documentId)?.documentId ?? documentId, anchor },
        ]),
      },
      select: { documentId: true, anchor: true, number: true, heading: true, plain: true },
    }),
  ]);
  const clauseIn = (version: string | undefined, anchor: string) =>
    clauses.find((it) => it.documentId === version && it.anchor === anchor);
  return links.flatMap(({ documentId, anchor }, at): ShownChange[] => {
    const one = shown[at];
    const document = documents.find((it) => it.documentId === documentId);
    const name = clauseIn(documentId, anchor);
    const latest = latestOf(documentId);
    if (!one || !document) return [];
    const isUndone =
      latest &&
      latest.version > one.version &&
      sameText(clauseIn(latest.documentId, anchor)?.plain ?? '', one.before ?? '');
    return [
      {
        ...{
          label: name ? clauseLabel(name, document.language) : '',
          anchor,
          role: document.role,
          language: document.language,
        },
        version: one.version,
        undone: isUndone ? latest.version : null,
        ...differenceOf(one),
      },
    ];
  });
}

/** A clause that is gone has no words left; one that came had none. */
const differenceOf = ({ before, after }: Pick<Shown, 'before' | 'after'>): Pick<ShownChange, 'kind' | 'parts'> =>
  clauseDifference(before === null ? null : { plain: before }, after === '' ? null : { plain: after });
