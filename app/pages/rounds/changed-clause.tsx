// One clause that differs between two versions: its words with what was taken out and put in, the answers that name it, what people
// said about it.
import type { ChangedClause, ChangesView } from '../../queries/round-changes';
import { number } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Difference } from '../../ui/difference';
import { Stack } from '../../ui/layout';
import { Muted, Tag } from '../../ui/words';
import { commentsAddress } from './addresses';
import { Contribution } from './contribution';
import { DispositionTag } from './disposition';
import { Said } from './said';

type Props = { t: Text; locale: Locale; round: string; view: ChangesView; clause: ChangedClause };

export function Changed(props: Props) {
  const { t, view, clause } = props;
  const say = t.roundChanges;
  const { anchor, label, kind, parts, flag } = clause;
  return (
    <article className="point" id={anchor} aria-labelledby={`${anchor}-name`}>
      <h2 id={`${anchor}-name`}>
        <span className="clause-name" lang={label ? view.language : undefined}>
          {label || t.round.documents.unnumbered}
        </span>
      </h2>
      <p className="contribution-head">
        <Tag tone={kind === 'same' ? 'plain' : 'brand'}>{say.kinds[kind]}</Tag>
        {flag ? <Tag tone={flag === 'undone' ? 'danger' : 'clock'}>{say.flag[flag]}</Tag> : null}
      </p>
      {parts.length > 0 ? (
        <Difference parts={parts} lang={view.language} texts={t.comments.difference} />
      ) : (
        <p>{say.gone}</p>
      )}
      <Answers {...props} />
      <Comments {...props} />
    </article>
  );
}

function Answers({ t, locale, round, clause }: Props) {
  const say = t.roundChanges;
  if (clause.answers.length === 0) return clause.comments > 0 ? <Muted>{say.noAnswer}</Muted> : null;
  return (
    <Stack gap="s">
      <h3>{say.answers}</h3>
      {clause.answers.map(({ pointId, title, code, codeName, reason }) => (
        <div className="contribution-answer" key={pointId}>
          <p>
            <DispositionTag code={code} name={codeName} />{' '}
            <a href={commentsAddress(locale, round, { point: pointId })}>{title}</a>
          </p>
          <Said said={reason} />
        </div>
      ))}
    </Stack>
  );
}

function Comments({ t, locale, round, view, clause }: Props) {
  const say = t.roundChanges;
  const { anchor, label, comments, elsewhere, rows, answers } = clause;
  const place = `${view.role}.${view.language}.${anchor}`;
  const there =
    elsewhere > 0 ? <Muted>{t.round.documents.elsewhere[view.language](number(locale, elsewhere))}</Muted> : null;
  if (comments === 0) return there ? <p>{there}</p> : <Muted>{say.noComments}</Muted>;
  return (
    <>
      <Details summary={say.comments(comments)}>
        <div className="contributions">
          {rows.map((row) => (
            <Contribution
              key={row.id}
              {...{ t, locale, round, row }}
              without={answers.some(({ pointId }) => pointId === row.point?.id) ? ['place', 'answer'] : ['place']}
            />
          ))}
        </div>
      </Details>
      <p className="clause-foot">
        <a href={commentsAddress(locale, round, { clause: place })}>
          {say.allComments}
          <span className="unseen">: {label}</span>
        </a>
        {there}
      </p>
    </>
  );
}
