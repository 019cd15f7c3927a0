// The answer to a comment: what became of it and why, word by word what changed in the clauses it names, who drafted and who approved it.
import type { CommentView } from '../../queries/comment';
import type { ShownChange } from '../../queries/comment-answer';
import type { Locale, Text } from '../../text';
import { Difference } from '../../ui/difference';
import { Stack } from '../../ui/layout';
import { Muted, Tag } from '../../ui/words';
import { changedClauseAddress, commentAddress } from './addresses';
import { DispositionTag } from './disposition';
import { byline, Said } from './said';

type Props = { t: Text; locale: Locale; view: CommentView };

export function AnswerOfComment({ t, locale, view }: Props) {
  const say = t.comments.answer;
  const { answer, endedDay } = view;
  if (!answer) return <p>{view.phase === 'withdrawn' ? say.released : say.none}</p>;
  return (
    <Stack>
      <p>
        <DispositionTag code={answer.code} name={answer.codeName} /> <Muted>{answer.codeText}</Muted>
      </p>
      <Said said={answer.reason} />
      {answer.duplicateOf ? (
        <p>
          <a href={commentAddress(locale, answer.duplicateOf)}>{say.duplicateOf(answer.duplicateOf)}</a>
        </p>
      ) : null}
      {answer.changes.length > 0 ? (
        <div>
          <h3>{say.changes}</h3>
          {answer.changes.map((change) => (
            <Change key={`${change.language} ${change.anchor}`} {...{ t, locale, view, change }} />
          ))}
        </div>
      ) : null}
      <p className="signed">
        {say.signed(byline(answer.drafter), byline(answer.approver))} {endedDay ? say.answeredOn(endedDay) : null}
      </p>
    </Stack>
  );
}

function Change({ t, locale, view, change }: Props & { change: ShownChange }) {
  const say = t.comments.answer;
  const { anchor, label, role, language, version, kind, parts, undone } = change;
  return (
    <figure className="change">
      <figcaption>
        <a href={changedClauseAddress(locale, view.round.number, { role, language, anchor })}>
          {label ? <span lang={language}>{label}</span> : say.clause}
        </a>{' '}
        <Muted>
          {say.version(version)}, {t.case.languages[language]}
          {kind === 'added' || kind === 'removed' ? `, ${say.kinds[kind]}` : ''}
        </Muted>
      </figcaption>
      <Difference parts={parts} lang={language} texts={t.comments.difference} />
      {undone ? (
        <p>
          <Tag tone="danger">{say.undone(undone)}</Tag>
        </p>
      ) : null}
    </figure>
  );
}
