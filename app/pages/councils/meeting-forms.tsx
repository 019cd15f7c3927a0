// The secretary's forms on a meeting's page: to change what was called, and to record what was held.
import type { MeetingView } from '../../queries/meeting';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, Fieldset } from '../../ui/choice';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Pair } from '../../ui/layout';
import { listIn, textOf, type Typed } from '../form';
import type { Answered, RefusalView } from '../respond';
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

type RecordProps = Props & { draftKey: string; resumed: Answered['resumed'] };

/** The questions stand in the form as in the agenda, each with its dossier and the place for what was decided. */
export function RecordForm({ t, locale, meeting, refused, typed, draftKey, resumed }: RecordProps) {
  const say = t.councilDesk.fields;
  const own = textOf(typed, 'intent') === 'hold' ? typed : undefined;
  const both = (name: (one: 'kk' | 'ru') => string, labels: { kk: string; ru: string }, rows: number) => (
    <Pair>
      {(['kk', 'ru'] as const).map((one) => (
        <TextArea
          key={one}
          name={name(one)}
          label={labels[one]}
          lang={one}
          rows={rows}
          value={textOf(own, name(one))}
          error={own ? refused?.fields[name(one)] : undefined}
          maxLength={rows > 5 ? 50_000 : 10_000}
          required={rows > 5}
        />
      ))}
    </Pair>
  );
  return (
    <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
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
      {meeting.agenda.map(({ id, title, about, path }, at) => (
        <Fieldset
          key={id}
          legend={`${at + 1}. ${title}`}
          hint={path ? <a href={`/${locale}${path}`}>{t.councilDesk.meeting.dossier(about)}</a> : undefined}
        >
          {both((one) => `decision.${id}.${one}`, { kk: say.decisionKk, ru: say.decisionRu }, 3)}
        </Fieldset>
      ))}
      {both((one) => (one === 'kk' ? 'minutesKk' : 'minutesRu'), { kk: say.minutesKk, ru: say.minutesRu }, 12)}
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{t.councilDesk.meeting.recordButton}</SubmitButton>
      </FormActions>
    </Form>
  );
}
