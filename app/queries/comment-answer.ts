// An answer as people read it: the disposition in the guide's words, its reason in the reader's state language, and each clause that was
// changed for it beside what it said before. Shown with a comment and with a point.
import type { DispositionId, StateLanguage } from '../../guide/schema';
import type { ClauseLink, Disposition } from '../core/round-event';
import type { Round } from '../core/round';
import { saidIn, type Said } from '../core/said';
import { shownClauses } from '../data/clauses';
import type { World } from '../world';
import { clauseLabel, type Texts } from './comment-parts';

export type ShownChange = {
  /** The clause as it is called in the version that shows the change; empty where it was taken out. */
  label: string;
  anchor: string;
  role: string;
  language: StateLanguage;
  version: number;
  before: string | null;
  after: string;
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
  const [shown, names] = await Promise.all([
    shownClauses(db, round, links),
    db.prisma.clause.findMany({
      where: { OR: links.map(({ documentId, anchor }) => ({ documentId, anchor })) },
      select: { documentId: true, anchor: true, number: true, heading: true },
    }),
  ]);
  return links.flatMap(({ documentId, anchor }, at): ShownChange[] => {
    const one = shown[at];
    const document = round.documents.find((it) => it.documentId === documentId);
    const name = names.find((it) => it.documentId === documentId && it.anchor === anchor);
    if (!one || !document) return [];
    return [
      {
        ...{ label: name ? clauseLabel(name) : '', anchor, role: document.role, language: document.language },
        ...{ version: one.version, before: one.before, after: one.after },
      },
    ];
  });
}
