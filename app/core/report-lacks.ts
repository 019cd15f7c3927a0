// Is the report on a round whole in both state languages? Its four parts are asked for by the form; what can still lack are the titles of
// the points it answers, and the later version of a draft in which an accepted change is seen. Asked before the outcome is published.
import { STATE_LANGUAGES, type StateLanguage } from '../../guide/schema';
import { versionsOf } from './round-documents';
import type { Round, RoundDocument } from './round';
import type { FactOf } from './event';

export type PointTitle = NonNullable<FactOf<'round.outcome_published'>['payload']['titles']>[number];
export type Lacks = {
  /** Answered points without a title in a language. */
  titles: { pointId: string; title: string; language: StateLanguage }[];
  /** The text in which an answer shows no change, though the same document in the other language shows one. */
  documents: RoundDocument[];
};

export function reportLacks(
  { points, documents }: Pick<Round, 'points' | 'documents'>,
  titles: readonly PointTitle[],
): Lacks {
  const answered = points.filter(({ disposition }) => disposition !== null);
  const changed = answered.flatMap(({ disposition }) =>
    (disposition?.changes ?? []).flatMap(
      ({ documentId }) => documents.find((one) => one.documentId === documentId && one.later) ?? [],
    ),
  );
  return {
    titles: answered.flatMap(({ id: pointId, title }) =>
      STATE_LANGUAGES.filter((language) => !titles.find((one) => one.pointId === pointId)?.title[language].trim()).map(
        (language) => ({ pointId, title, language }),
      ),
    ),
    documents: [...new Set(changed)]
      .flatMap(({ role, language }) => {
        const other = STATE_LANGUAGES.find((one) => one !== language) ?? language;
        return versionsOf(documents, { role, language: other }).at(-1) ?? [];
      })
      .filter((latest, at, all) => !latest.later && all.indexOf(latest) === at),
  };
}
