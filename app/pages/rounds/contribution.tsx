// A comment as lists show it: who, about what, the words, the voices that joined, and what became of it.
import type { CommentRow } from '../../queries/comments';
import { longDay, numericDay } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Prose, Tag } from '../../ui/words';
import { commentAddress, commentsAddress } from './addresses';
import { authorOf } from './comment-aside';
import { DispositionTag } from './disposition';
import { Said } from './said';

type Props = {
  t: Text;
  locale: Locale;
  round: string;
  row: CommentRow;
  /** What stands around it is not said again. */
  without?: readonly ('place' | 'answer')[];
  /** The viewer moderates the round: a way to hide it or show it again. */
  moderates?: boolean;
};

export function Contribution({ t, locale, round, row, without = [], moderates }: Props) {
  const say = t.comments.list;
  const { number, place, receivedDay, text, cut, hasWording, language, moderated, phase, voices, joins } = row;
  return (
    <article
      className="contribution"
      aria-label={`${number}, ${authorOf(t, { ...row, nameHidden: row.name === null })}`}
    >
      <p className="contribution-head">
        <a href={commentAddress(locale, number)}>{number}</a>
        <span>
          {authorOf(t, { ...row, nameHidden: row.name === null })}
          {row.own ? ` (${t.comments.facts.own})` : ''}
        </span>
        <time dateTime={receivedDay}>{numericDay(locale, receivedDay)}</time>
        {row.origin === 'site' ? null : <Tag>{row.originName}</Tag>}
        {voices > 0 ? <Tag tone="brand">{t.comments.voices(voices)}</Tag> : null}
      </p>
      {place && !without.includes('place') ? (
        <p className="contribution-place">
          {place.roleName}
          {place.label ? (
            <>
              {', '}
              <span lang={place.language}>{place.label}</span>
            </>
          ) : null}
        </p>
      ) : null}
      {joins ? (
        <p className="contribution-place">
          <a href={commentAddress(locale, joins)}>{t.comments.one.joins(joins)}</a>
        </p>
      ) : null}
      {text ? <Prose text={cut ? `${text}…` : text} lang={language} /> : null}
      {cut ? (
        <p>
          <a href={commentAddress(locale, number)}>
            {say.whole}
            <span className="unseen">: {number}</span>
          </a>
        </p>
      ) : null}
      {hasWording ? (
        <p className="contribution-place">
          <a href={`${commentAddress(locale, number)}#said`}>
            {say.wording}
            <span className="unseen">: {number}</span>
          </a>
        </p>
      ) : null}
      {moderated ? (
        <p className="contribution-note">
          <Tag tone="clock">{t.comments.one.hidden(moderated.groundName)}</Tag> {moderated.reason}
        </p>
      ) : null}
      {moderates ? (
        <p className="contribution-note">
          <a href={`${commentAddress(locale, number)}/moderate`}>
            {t.moderation.act[moderated ? 'show' : 'hide']}
            <span className="unseen">: {number}</span>
          </a>
        </p>
      ) : null}
      {phase === 'withdrawn' && row.endedDay ? (
        <p className="contribution-note">{t.comments.one.takenBack(row.endedDay)}</p>
      ) : null}
      {without.includes('answer') ? null : <Became {...{ t, locale, round, row }} />}
    </article>
  );
}

/** What became of it: its disposition with the reason, or by which day it is answered. */
function Became({ t, locale, round, row }: Props) {
  const say = t.comments.list;
  const { code, codeName, reason, point, phase, overdue, dueDay, endedDay } = row;
  if (phase === 'withdrawn') return null;
  if (code && codeName)
    return (
      <div className="contribution-answer">
        <p>
          <DispositionTag code={code} name={codeName} />{' '}
          {endedDay && endedDay > dueDay ? <Tag tone="danger">{t.clocks.late}</Tag> : null}
        </p>
        {reason ? <Said said={reason} /> : null}
        {point ? (
          <p>
            <a href={commentsAddress(locale, round, { point: point.id })}>{say.inPoint(point.title)}</a>
          </p>
        ) : null}
      </div>
    );
  return (
    <p className="contribution-note">
      {overdue ? <Tag tone="danger">{say.overdue(longDay(locale, dueDay))}</Tag> : say.due(longDay(locale, dueDay))}
    </p>
  );
}
