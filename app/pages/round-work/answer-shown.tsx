// An answer to a point as the approver and everyone after reads it: what, why in both languages, which clauses changed.
import type { PointView } from '../../queries/round-point';
import type { Disposition } from '../../core/round-event';
import type { Locale, Text } from '../../text';
import { DefinitionList, Prose } from '../../ui/words';

type Props = {
  t: Text;
  locale: Locale;
  view: Pick<PointView, 'codes' | 'changed'>;
  answer: Disposition;
  drafter?: string;
};

export function AnswerShown({ t, view, answer, drafter }: Props) {
  const say = t.roundWork;
  const code = view.codes.find(({ value }) => value === answer.code);
  const shown = answer.changes.map(({ documentId, anchor }) => ({
    anchor,
    clause: view.changed.find(({ value }) => value === `${documentId}/${anchor}`),
  }));
  return (
    <DefinitionList
      items={[
        { term: say.code, value: <strong>{code?.name ?? answer.code}</strong> },
        { term: say.reasonKk, value: <Prose text={answer.reason.kk} lang="kk" /> },
        { term: say.reasonRu, value: <Prose text={answer.reason.ru} lang="ru" /> },
        ...shown.map(({ anchor, clause }) => ({
          term: clause ? <span lang={clause.language}>{clause.label}</span> : anchor,
          value: clause ? (
            <div lang={clause.language}>
              <p>
                {say.before}: {clause.before ?? say.newClause}
              </p>
              <p>
                {say.after}: {clause.after || say.removedClause}
              </p>
            </div>
          ) : (
            anchor
          ),
        })),
        ...(answer.duplicateOf ? [{ term: say.duplicateOf, value: answer.duplicateOf }] : []),
        ...(drafter ? [{ term: say.columns.standing, value: say.draftedBy(drafter) }] : []),
      ]}
    />
  );
}
