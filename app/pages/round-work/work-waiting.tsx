// Comments in no point: groups that say nearly the same, on demand, and all of them with ticks, to make a point or to put them into one.
import type { Offer, WorkView } from '../../queries/round-work';
import type { Locale, Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, HiddenFields } from '../../ui/form';
import { Card, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { listIn, textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';
import { CommentTicks } from './comment-ticks';

type Props = {
  t: Text;
  locale: Locale;
  view: WorkView;
  home: string;
  typed: Typed | undefined;
  refused: RefusalView | undefined;
};

/** Which offer a form was of: its first comment. */
export const offerOf = ({ comments }: Offer): string => comments[0]?.id ?? '';

export function Waiting(props: Props) {
  const { t, view, home } = props;
  const say = t.roundWork;
  const { waiting, offers, older } = view;
  if (waiting.length === 0)
    return (
      <Section title={say.waitingTitle} id="waiting">
        <p className="muted">{view.counts.total === 0 ? say.none : say.waitingNone}</p>
      </Section>
    );
  return (
    <Section
      title={say.waitingTitle}
      id="waiting"
      lead={say.pointsFirst}
      action={
        offers || waiting.length < 2 ? undefined : (
          <LinkButton href={`${home}/work?similar=1#similar`} icon="search">
            {say.offersFind}
          </LinkButton>
        )
      }
    >
      <Stack>
        {offers ? <Offers {...props} offers={offers} /> : null}
        <All {...props} />
        {older ? (
          <Pagination
            label={say.waitingTitle}
            older={{ href: `${home}/work?after=${older}#waiting`, label: say.waitingMore }}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

function Offers({ t, locale, view, typed, refused, offers }: Props & { offers: readonly Offer[] }) {
  const say = t.roundWork;
  if (offers.length === 0)
    return (
      <Alert tone="info" id="similar">
        {say.offersNone}
      </Alert>
    );
  return (
    <div id="similar">
      <Stack>
        {offers.map((offer) => {
          const key = offerOf(offer);
          const own = textOf(typed, 'offer') === key ? typed : undefined;
          const { comments, rest, likeness } = offer;
          return (
            <Card
              key={key}
              tone="tint"
              title={say.offersTitle}
              meta={say.offerCount(comments.length + rest.length, likeness)}
            >
              <p>{say.offersLead}</p>
              <Form>
                <HiddenFields
                  fields={[['intent', 'make'], ['offer', key], ...rest.map((id) => ['commentIds', id] as const)]}
                />
                <CommentTicks
                  {...{ t, locale, comments }}
                  prefix="offered"
                  moderates={view.mayModerate}
                  ticked={own ? listIn(own, 'commentIds') : comments.map(({ id }) => id)}
                />
                <Field
                  name="title"
                  id={`title-${key}`}
                  label={say.newPoint}
                  maxLength={300}
                  value={textOf(own, 'title')}
                  error={own ? refused?.fields.title : undefined}
                  required
                />
                <FormActions>
                  <SubmitButton busy={t.acts.sending}>{say.makePoint}</SubmitButton>
                </FormActions>
              </Form>
            </Card>
          );
        })}
      </Stack>
    </div>
  );
}

function All({ t, locale, view, typed, refused }: Props) {
  const say = t.roundWork;
  const own = textOf(typed, 'offer') ? undefined : typed;
  const wrong = (name: string) => (own ? refused?.fields[name] : undefined);
  return (
    <Form>
      <CommentTicks
        {...{ t, locale }}
        comments={view.waiting}
        ticked={listIn(own, 'commentIds')}
        id="commentIds"
        moderates={view.mayModerate}
      />
      <Field name="title" label={say.newPoint} value={textOf(own, 'title')} error={wrong('title')} maxLength={300} />
      <FormActions>
        <SubmitButton name="intent" value="make" busy={t.acts.sending}>
          {say.makePoint}
        </SubmitButton>
      </FormActions>
      {view.points.length > 0 ? (
        <>
          <Select
            name="pointId"
            label={say.intoPoint}
            empty={say.choosePoint}
            value={textOf(own, 'pointId')}
            error={wrong('pointId')}
            options={view.points.map(({ id, title: name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            <SubmitButton weight="secondary" name="intent" value="group" busy={t.acts.sending}>
              {say.putInto}
            </SubmitButton>
          </FormActions>
        </>
      ) : null}
    </Form>
  );
}
