// The secretary's forms on a meeting's page: to change what was called, and to record what was held.
import type { MeetingView } from '../../queries/meeting';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, Fieldset } from '../../ui/choice';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { listIn, textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';
import { MeetingFields } from './meeting-fields';

type Props = {
  t: Text;
  locale: Locale;
  meeting: MeetingView;
  refused: RefusalView | undefined;
  typed: Typed | undefined;
};

export function ChangeForm({ t, meeting, refused, typed, today }: Props & { today: string }) {
  const say = t.councilDesk;
  const own = textOf(typed, 'intent') === 'change' ? typed : undefined;
  const { agenda, day, time, place } = meeting;
  const before = { day, time, place, more: '' };
  const wrong = (name: string) => (own ? refused?.fields[name] : undefined);
  const asked = agenda.map(({ about, title }) => ({ value: `${about}|${title}`, label: title }));
  return (
    <Details summary={say.meeting.change} open={own !== undefined} id="change">
      <Form>
        <Hidden values={{ intent: 'change' }} />
        <Checkboxes
          name="items"
          legend={say.fields.items}
          hint={say.fields.itemsHint}
          options={asked}
          values={own ? listIn(own, 'items') : asked.map(({ value }) => value)}
          error={wrong('items')}
        />
        <MeetingFields {...{ t, wrong }} min={today} value={(name) => (own ? textOf(own, name) : before[name])} />
        <FormActions>
          <SubmitButton weight="secondary" busy={t.acts.sending}>
            {say.meeting.changeButton}
          </SubmitButton>
        </FormActions>
      </Form>
    </Details>
  );
}

export function RecordForm({ t, meeting, refused, typed, draftKey }: Props & { draftKey: string }) {
  const say = t.councilDesk.fields;
  const own = textOf(typed, 'intent') === 'hold' ? typed : undefined;
  const area = (name: string, label: string, lang: 'kk' | 'ru', rows: number) => (
    <TextArea
      key={name}
      name={name}
      label={label}
      lang={lang}
      rows={rows}
      value={textOf(own, name)}
      error={own ? refused?.fields[name] : undefined}
      maxLength={rows > 5 ? 50_000 : 10_000}
      required={rows > 5}
    />
  );
  return (
    <Form draft={{ key: draftKey, ...t.acts.draft }}>
      <Hidden values={{ intent: 'hold' }} />
      <Checkboxes
        name="present"
        legend={say.present}
        hint={say.presentHint}
        options={meeting.seats.map(({ personId, name }) => ({ value: personId, label: name }))}
        values={listIn(own, 'present')}
      />
      <TextArea
        name="guests"
        label={say.guests}
        hint={say.guestsHint}
        rows={3}
        maxLength={5000}
        value={textOf(own, 'guests')}
        error={own ? refused?.fields.guests : undefined}
      />
      {meeting.agenda.map(({ id, title }) => (
        <Fieldset key={id} legend={title}>
          {area(`decision.${id}.kk`, say.decisionKk, 'kk', 3)}
          {area(`decision.${id}.ru`, say.decisionRu, 'ru', 3)}
        </Fieldset>
      ))}
      {area('minutesKk', say.minutesKk, 'kk', 10)}
      {area('minutesRu', say.minutesRu, 'ru', 10)}
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{t.councilDesk.meeting.recordButton}</SubmitButton>
      </FormActions>
    </Form>
  );
}
