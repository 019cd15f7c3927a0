// An answer to a point as the approver and everyone after reads it: what, why in both languages, what changed word by word, and the words
// of its own that single comments get.
import type { Disposition } from '../../core/round-event';
import type { Point } from '../../core/point';
import type { PointView } from '../../queries/round-point';
import type { Text } from '../../text';
import { Details } from '../../ui/details';
import { Difference } from '../../ui/difference';
import { Pair, Stack } from '../../ui/layout';
import { Muted, Prose } from '../../ui/words';
import { DispositionTag } from '../rounds/disposition';

type Props = {
  t: Text;
  view: Pick<PointView, 'codes' | 'changed' | 'comments'>;
  answer: Disposition;
  /** Other words for single comments. */
  edits?: NonNullable<Point['draft']>['edits'];
  /** Who drafted it, or who approved it. */
  by?: string;
};

export function AnswerShown({ t, view, answer, edits = [], by }: Props) {
  const say = t.roundWork;
  const code = view.codes.find(({ value }) => value === answer.code);
  const changes = answer.changes.flatMap(
    ({ documentId, anchor }) => view.changed.find(({ value }) => value === `${documentId}/${anchor}`) ?? [],
  );
  const here = edits.flatMap(({ commentId, reason }) => {
    const comment = view.comments.find(({ id }) => id === commentId);
    return comment ? [{ number: comment.number, reason }] : [];
  });
  return (
    <div className="answer">
      <p>
        <DispositionTag code={answer.code} name={code?.name ?? answer.code} /> {by ? <Muted>{by}</Muted> : null}
      </p>
      {answer.duplicateOf ? <p>{`${say.duplicate}: ${answer.duplicateOf}`}</p> : null}
      <Both t={t} reason={answer.reason} />
      {changes.length > 0 ? (
        <div>
          <h3>{say.changes}</h3>
          {changes.map(({ value, label, language, kind, parts }) => (
            <figure className="change" key={value}>
              <figcaption>
                <span className="clause-name" lang={language}>
                  {label || t.round.documents.unnumbered}
                </span>{' '}
                <Muted>
                  {t.case.languages[language]}
                  {kind === 'changed' ? '' : `, ${kind === 'added' ? say.newClause : say.removedClause}`}
                </Muted>
              </figcaption>
              <Difference parts={parts} lang={language} texts={t.comments.difference} />
            </figure>
          ))}
        </div>
      ) : null}
      {edits.length > 0 ? (
        <Details summary={`${say.ownReasons}: ${edits.length}`} open={edits.length < 4}>
          <Stack>
            {edits.length > here.length ? <p>{say.ownElsewhere}</p> : null}
            {here.map(({ number, reason }) => (
              <div key={number}>
                <h3>{number}</h3>
                <Both t={t} reason={reason} />
              </div>
            ))}
          </Stack>
        </Details>
      ) : null}
    </div>
  );
}

const Both = ({ t, reason }: { t: Text; reason: Disposition['reason'] }) => (
  <Pair>
    {(['kk', 'ru'] as const).map((one) => (
      <div key={one}>
        <p className="in-both-language">{one === 'kk' ? t.roundWork.reasonKk : t.roundWork.reasonRu}</p>
        <Prose text={reason[one]} lang={one} />
      </div>
    ))}
  </Pair>
);
