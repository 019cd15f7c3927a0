// Beside the form of a comment: the clause it is about, the comment it joins, and what others said at the same place.
import type { FormPlace, Joined } from '../../queries/commenting';
import type { SimilarComment } from '../../queries/similar-comments';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { ClauseText } from '../../ui/clause-text';
import { Card } from '../../ui/layout';
import { Prose } from '../../ui/words';
import { addressOf, commentAddress, roundAddress } from './addresses';

type Props = {
  t: Text;
  locale: Locale;
  number: string;
  place: FormPlace | null;
  joins: Joined | null;
  offered: readonly SimilarComment[];
};

export function CommentBeside({ t, locale, number, place, joins, offered }: Props) {
  const say = t.commenting;
  const clause = place?.clause;
  return (
    <>
      {joins ? (
        <Card title={say.joins} level={2} meta={<a href={commentAddress(locale, joins.number)}>{joins.number}</a>}>
          <p>{joins.name ?? t.comments.nameHidden}</p>
          <Prose text={joins.text} lang={joins.language} />
        </Card>
      ) : null}
      <Card
        title={
          clause ? (
            <span className="clause-name" lang={place?.language}>
              {clause.label || say.clause}
            </span>
          ) : (
            say.about
          )
        }
        level={2}
        tone="tint"
        meta={place ? `${t.round.documents.version(place.version)}, ${t.case.languages[place.language]}` : undefined}
      >
        {clause && place ? (
          <ClauseText html={clause.html} lang={place.language} />
        ) : (
          <p>{place ? <span lang={place.language}>{place.title}</span> : say.whole}</p>
        )}
      </Card>
      {offered.length > 0 ? (
        <Card title={say.others.title} level={2}>
          <p>{say.others.lead}</p>
          <ul className="voices">
            {offered.map((one) => (
              <li key={one.id}>
                <a href={commentAddress(locale, one.number)}>{one.number}</a>{' '}
                <span className="muted">
                  {[one.name ?? t.comments.nameHidden, one.voices > 0 ? t.comments.voices(one.voices) : '']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <div className="asked">
                  <Prose text={one.text} lang={one.language} />
                </div>
                <LinkButton
                  size="small"
                  href={addressOf(`${roundAddress(locale, number)}/comment`, { joins: one.number })}
                >
                  {t.comments.one.addVoice}
                  <span className="unseen">: {one.number}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
