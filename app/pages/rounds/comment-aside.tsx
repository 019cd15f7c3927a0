// Beside a comment: by which day it is answered, who made it and how it came in, to what it belongs.
import type { CommentView } from '../../queries/comment';
import { dayAndTime, longDay } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Card } from '../../ui/layout';
import { DefinitionList, Muted } from '../../ui/words';
import { addressOf, commentsAddress, roundAddress } from './addresses';
import { CommentDue } from './comment-clock';
import { byline } from './said';

type Props = { t: Text; locale: Locale; view: CommentView };

/** Who made it, as far as this viewer may know. */
export const authorOf = (
  t: Text,
  { name, participant, nameHidden }: Pick<CommentView, 'name' | 'participant' | 'nameHidden'>,
) => name ?? (nameHidden ? t.comments.hiddenName[participant] : t.comments.noName);

export function CommentAside({ t, locale, view }: Props) {
  const say = t.comments.facts;
  const { round, place, point, enteredBy, origin, originName, receivedAt, receivedDay, language } = view;
  const home = roundAddress(locale, round.number);
  return (
    <>
      {view.phase === 'withdrawn' ? null : (
        <Card title={say.due} level={2} tone="tint" footer={<a href="#clock">{t.round.part.why}</a>}>
          <CommentDue {...{ t, locale, view }} />
        </Card>
      )}
      <Card title={say.title} level={2}>
        <DefinitionList
          items={[
            {
              term: say.by,
              value: (
                <>
                  {view.name === null ? <Muted>{authorOf(t, view)}</Muted> : view.name}
                  <small className="case-line">{view.own ? say.own : t.comments.participants[view.participant]}</small>
                </>
              ),
            },
            {
              term: say.place,
              value: place ? (
                <a
                  href={`${addressOf(home, { doc: place.role, text: place.language })}#${place.anchor ?? 'documents'}`}
                >
                  {place.roleName}
                  {place.label ? (
                    <>
                      {', '}
                      <span lang={place.language}>{place.label}</span>
                    </>
                  ) : null}
                </a>
              ) : (
                say.whole
              ),
            },
            {
              term: say.received,
              value: origin === 'site' ? dayAndTime(locale, receivedAt) : longDay(locale, receivedDay),
            },
            ...(origin === 'site'
              ? []
              : [
                  {
                    term: say.origin,
                    value: (
                      <>
                        {originName}
                        {enteredBy ? <small className="case-line">{say.entered(byline(enteredBy))}</small> : null}
                      </>
                    ),
                  },
                ]),
            { term: say.language, value: t.case.languages[language] },
            ...(point
              ? [
                  {
                    term: say.point,
                    value: <a href={commentsAddress(locale, round.number, { point: point.id })}>{point.title}</a>,
                  },
                ]
              : []),
            { term: say.round, value: <a href={home}>{round.number}</a> },
          ]}
        />
      </Card>
    </>
  );
}
