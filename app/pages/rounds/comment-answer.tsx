// The answer to a comment: what became of it and why, who drafted and approved it, and word by word what changed in the clauses it names.
import type { CommentView } from '../../queries/comment';
import type { Locale, Text } from '../../text';
import { Card, Stack } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { commentAddress } from './addresses';
import { DispositionTag } from './disposition';
import { byline, Said } from './said';

export function AnswerOfComment({ t, locale, view }: { t: Text; locale: Locale; view: CommentView }) {
  const say = t.comments.one;
  const { answer } = view;
  if (!answer) return <Muted>{say.none}</Muted>;
  return (
    <Stack>
      <p>
        <DispositionTag code={answer.code} name={answer.codeName} /> {answer.codeText}
      </p>
      <Said said={answer.reason} />
      {answer.duplicateOf ? (
        <p>
          <a href={commentAddress(locale, answer.duplicateOf)}>{say.duplicateOf(answer.duplicateOf)}</a>
        </p>
      ) : null}
      {answer.changes.map(({ anchor, language, label, before, after }) => (
        <Card key={language + anchor} title={label || say.changes} level={3}>
          <dl className="facts facts-rows" lang={language}>
            <div>
              <dt lang={locale}>{say.before}</dt>
              <dd>{before ?? say.added}</dd>
            </div>
            <div>
              <dt lang={locale}>{say.after}</dt>
              <dd>{after || say.removed}</dd>
            </div>
          </dl>
        </Card>
      ))}
      <Muted>
        {[
          view.endedDay ? say.answeredOn(view.endedDay) : '',
          say.drafted(byline(answer.drafter)),
          say.approved(byline(answer.approver)),
        ]
          .filter(Boolean)
          .join('; ')}
      </Muted>
    </Stack>
  );
}
