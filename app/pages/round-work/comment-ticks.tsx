// Comments with a tick each, as those who answer read them. Used by the workbench and by the page of a point.
import type { WaitingComment } from '../../queries/round-work';
import type { Locale, Text } from '../../text';
import { Checkbox } from '../../ui/choice';
import { Prose, Tag } from '../../ui/words';

type Props = {
  t: Text;
  locale: Locale;
  comments: readonly WaitingComment[];
  ticked: readonly string[];
  /** The viewer moderates the round. */
  moderates: boolean;
};

export function CommentTicks({ t, locale, comments, ticked, moderates }: Props) {
  const say = t.roundWork;
  return (
    <ul className="comment-ticks" id="commentIds" tabIndex={-1}>
      {comments.map(({ id, number, clause, text, wording, language, author, voices, hidden }) => (
        <li key={id}>
          <Checkbox
            name="commentIds"
            id={`comment-${id}`}
            value={id}
            checked={ticked.includes(id)}
            label={
              <>
                <a href={`/${locale}/comments/${number}`}>{number}</a> · {author ?? say.noName} · {clause || say.whole}
                {voices > 0 ? ` · ${say.voices(voices)}` : ''}
              </>
            }
          />
          {hidden || moderates ? (
            <p>
              {hidden ? <Tag tone="clock">{t.comments.standing.hidden}</Tag> : null}{' '}
              {moderates ? (
                <a href={`/${locale}/comments/${number}/moderate`}>
                  {t.moderation.act[hidden ? 'show' : 'hide']}
                  <span className="unseen">: {number}</span>
                </a>
              ) : null}
            </p>
          ) : null}
          {text ? <Prose text={text} lang={language} /> : null}
          {wording ? (
            <figure className="quote">
              <figcaption>{say.wording}</figcaption>
              <blockquote lang={language}>
                <Prose text={wording} />
              </blockquote>
            </figure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
