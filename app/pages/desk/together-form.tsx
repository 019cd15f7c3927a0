// The form for many cases: what is common to them, and for each a tick, what differs, and why it was refused where it was.
import { LOCALES, type Locale, type Text } from '../../text';
import { Button, SubmitButton } from '../../ui/button';
import { Checkbox, RadioCards } from '../../ui/choice';
import { Details } from '../../ui/details';
import { Select, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Card, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Muted, Prose } from '../../ui/words';
import { Execution } from '../appeals/acts/execution';
import { Due } from '../appeals/due';
import { listIn, textOf, type Typed } from '../form';
import { byline } from '../rounds/said';
import { ownName, type Result } from './together-acts';
import type { TogetherCase, TogetherView } from './together-view';

type Props = {
  t: Text;
  locale: Locale;
  view: TogetherView;
  typed?: Typed;
  results: readonly Result[];
  /** Of an answer: what is common is written first, then what differs. */
  stage: 'common' | 'own';
};

export function TogetherForm(props: Props) {
  const { t, view, stage } = props;
  const say = t.office.together;
  const { act, draft } = view;
  const spreads = act === 'answer' && stage === 'common';
  return (
    <Form>
      <Hidden values={{ intent: spreads ? 'spread' : 'send' }} />
      {draft ? <Alert tone="info">{say.draft}</Alert> : null}
      {act === 'assign' ? (
        <Officials {...props} name="officialId" label={say.official} empty={t.office.absences.choose} />
      ) : null}
      {act === 'answer' ? <Common {...props} /> : null}
      <Section title={say.cases} id="cases">
        <Stack>
          {view.cases.map((one) => (
            <Case key={one.number} {...props} one={one} />
          ))}
        </Stack>
      </Section>
      <FormActions>
        <SubmitButton busy={t.acts.sending}>
          {spreads ? say.spread : say.send[act === 'answer' && draft ? 'draft' : act]}
        </SubmitButton>
        {act === 'answer' && stage === 'own' ? (
          <Button type="submit" weight="quiet" name="intent" value="spread">
            {say.spread}
          </Button>
        ) : null}
      </FormActions>
    </Form>
  );
}

type OfficialsProps = Props & { name: string; label: string; empty: string };

function Officials({ t, view, typed, name, label, empty }: OfficialsProps) {
  const officials = view.first?.officials ?? [];
  return (
    <Select
      name={name}
      label={label}
      empty={empty}
      value={textOf(typed, name)}
      options={officials.map((one) => ({
        value: one.personId,
        label: [
          byline(one),
          t.acts.assign.load(one.open),
          one.away ? t.office.absences.away(one.away.fromDay, one.away.untilDay, one.away.cover) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}

/** What all answers have in common. */
function Common({ t, view, typed }: Props) {
  const say = t.acts.answer;
  const { reply, today, language } = view.first ?? { reply: null, today: null, language: 'kk' as const };
  if (!reply || !today) return null;
  const value = (name: string) => textOf(typed, name);
  return (
    <Section title={t.office.together.common} id="common">
      <RadioCards
        name="outcome"
        legend={say.outcome}
        value={value('outcome')}
        options={reply.outcomes.map(({ id, name, text }) => ({ value: id, label: name, text }))}
      />
      <Select
        name="language"
        label={say.language}
        width="m"
        value={value('language') || language}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
      />
      <TextArea
        name="text"
        label={say.text}
        hint={t.office.together.placeholders}
        rows={10}
        maxLength={50_000}
        value={value('text')}
      />
      <Details summary={t.office.together.parts} open>
        {reply.asked.map(({ id, name, text }) => (
          <TextArea
            key={id}
            name={`requirements.${id}`}
            label={name}
            hint={text}
            rows={3}
            maxLength={5000}
            value={value(`requirements.${id}`)}
          />
        ))}
      </Details>
      <Execution t={t} view={{ today }} value={value} wrong={() => undefined} by={reply.executeBy} />
    </Section>
  );
}

function Case(props: Props & { one: TogetherCase }) {
  const { t, locale, view, typed, results, stage, one } = props;
  const { number, subject, text, language, applicant, kindName, due } = one;
  const refused = results.find((result) => result.number === number)?.refused;
  const ticked = typed ? listIn(typed, 'case').includes(number) : true;
  return (
    <Card
      title={subject}
      level={3}
      meta={`${t.case.number(number)} · ${kindName}`}
      href={`/${locale}/appeals/${number}`}
    >
      <Stack gap="s">
        {refused ? (
          <Alert tone="danger" title={refused.what}>
            <p>{refused.why}</p>
            <p>{refused.now.steps.join(' ')}</p>
          </Alert>
        ) : null}
        <Checkbox
          name="case"
          id={`case-${number}`}
          value={number}
          checked={ticked}
          label={t.office.together.tick(number)}
        />
        <p>
          <Muted>{applicant ?? t.case.nameHidden}</Muted> <Due t={t} locale={locale} facts={due} />
        </p>
        <Details summary={t.acts.theirText}>
          <Prose text={text} lang={language} />
        </Details>
        {view.act === 'assign' ? (
          <Officials
            {...props}
            name={ownName(number, 'officialId')}
            label={t.office.together.ownOfficial}
            empty={t.office.together.asAll}
          />
        ) : null}
        {view.act === 'answer' && stage === 'own' ? <Own {...props} refusedFields={refused?.fields ?? {}} /> : null}
      </Stack>
    </Card>
  );
}

/** What one answer says apart from the others. */
function Own({
  t,
  view,
  typed,
  one,
  refusedFields,
}: Props & { one: TogetherCase; refusedFields: Record<string, string> }) {
  const reply = view.first?.reply;
  if (!reply) return null;
  const field = (name: string) => ({
    name: ownName(one.number, name),
    value: textOf(typed, ownName(one.number, name)),
    error: refusedFields[name],
  });
  const parts = reply.asked.filter(({ id }) => refusedFields[`requirements.${id}`]);
  return (
    <>
      <Select
        {...field('outcome')}
        label={t.acts.answer.outcome}
        empty={t.office.together.asAll}
        options={reply.outcomes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...field('text')} label={t.office.together.own} rows={8} maxLength={50_000} />
      <Details summary={t.office.together.parts} open={parts.length > 0}>
        {reply.asked.map(({ id, name }) => (
          <TextArea key={id} {...field(`requirements.${id}`)} label={name} rows={3} maxLength={5000} />
        ))}
      </Details>
    </>
  );
}
