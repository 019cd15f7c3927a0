// Comments with a tick each, as those who answer read them. Used by the workbench and by the page of a point.
import type { WaitingComment } from '../../queries/round-work';
import type { Locale, Text } from '../../text';
import { Checkbox } from '../../ui/choice';
import { Muted, Prose, Tag } from '../../ui/words';
import { commentAddress } from '../rounds/addresses';

type Props = {
  t: Text;
  locale: Locale;
  comments: readonly WaitingComment[];
  /** Ids of those that are ticked. */
  ticked: readonly string[];
  /** The id of the list, to which a summary of errors leads. */
  id?: string;
  /** Before the ids of its comments, where a page shows some of them twice. */
  prefix?: string;
  /** The viewer moderates the round. */
  moderates: boolean;
};

export function CommentTicks({ t, locale, comments, ticked, moderates, id: listId, prefix = 'comment' }: Props) {
  const say = t.roundWork;
  return (
    <ul className="comment-ticks" id={listId} tabIndex={listId ? -1 : undefined}>
      {comments.map(({ id, number, clause, text, wording, language, author, voices, hidden }) => (
        <li key={id}>
          <Checkbox
            name="commentIds"
            id={`${prefix}-${id}`}
            value={id}
            checked={ticked.includes(id)}
            label={`${number} · ${author ?? say.noName}`}
          />
          <p className="comment-place">
            <Muted>
              {clause ? <span lang={clause.language}>{clause.label}</span> : say.whole}
              {voices > 0 ? ` · ${say.voices(voices)}` : ''}
            </Muted>{' '}
            <a href={commentAddress(locale, number)}>
              {say.open}
              <span className="unseen">: {number}</span>
            </a>{' '}
            {moderates ? (
              <a href={`${commentAddress(locale, number)}/moderate`}>
                {t.moderation.act[hidden ? 'show' : 'hide']}
                <span className="unseen">: {number}</span>
              </a>
            ) : null}{' '}
            {hidden ? <Tag tone="clock">{t.comments.standing.hidden}</Tag> : null}
          </p>
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
