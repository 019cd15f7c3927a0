// What was said of the clauses of a document: how many comments stand at each, also on the other language's text, and the answers that
// name it in either text. Called where a clause is shown with what changed in it.
import type { DispositionId, StateLanguage } from '../../guide/schema';
import type { Round, RoundDocument } from '../core/round';
import { titleOf } from '../core/point-title';
import { saidIn, type Said } from '../core/said';
import type { Texts } from './comment-parts';
import type { ClauseCount } from './round-numbers';
import { otherThan, type Twins } from './round-twins';

export type NamingAnswer = {
  pointId: string;
  title: string;
  code: DispositionId;
  codeName: string;
  reason: Said;
};
export type ClauseSaid = {
  comments: number;
  voices: number;
  /** Comments and voices on the same clause of the other language's text. */
  elsewhere: number;
  answers: NamingAnswer[];
};

type Scene = {
  round: Pick<Round, 'points' | 'documents' | 'outcome'>;
  counts: readonly ClauseCount[];
  twins: Twins;
  texts: Texts;
  lang: StateLanguage;
};

/** For any clause of `document` what was said of it until its version. Answers are those in force. */
export function saidOfClauses(
  { round, counts, twins, texts, lang }: Scene,
  { role, language, version }: RoundDocument,
): (anchor: string) => ClauseSaid {
  const other = otherThan(language);
  const twin = twins({ role, language });
  const own = twins({ role, language: other });
  const answers = new Map<string, NamingAnswer[]>();
  for (const { id, title, disposition } of round.points)
    for (const { documentId, anchor } of disposition?.changes ?? []) {
      const named = round.documents.find((one) => one.documentId === documentId);
      if (!disposition || named?.role !== role || (named.language === language && named.version > version)) continue;
      const here = named.language === language ? anchor : own.get(anchor);
      const known = answers.get(here ?? '') ?? [];
      if (!here || known.some(({ pointId }) => pointId === id)) continue;
      const { code, reason } = disposition;
      const codeName = texts[`disposition.${code}.name`] ?? code;
      answers.set(here, [
        ...known,
        { pointId: id, title: titleOf(round, { id, title }, lang), code, codeName, reason: saidIn(reason, lang) },
      ]);
    }
  const countAt = (spoken: StateLanguage, anchor: string | undefined) =>
    counts.find((one) => one.role === role && one.language === spoken && one.anchor === anchor);
  return (anchor) => {
    const count = countAt(language, anchor);
    const there = countAt(other, twin.get(anchor));
    return {
      ...{ comments: count?.comments ?? 0, voices: count?.voices ?? 0 },
      elsewhere: there ? there.comments + there.voices : 0,
      answers: answers.get(anchor) ?? [],
    };
  };
}
