// The two forms of the calculator: by kind and step of the guide, or plain days. Both by GET, so that every answer has an address.
import type { Asked } from '../../queries/term';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field, Select, type Option } from '../../ui/field';
import { FormActions } from '../../ui/form';

export type Wrong = { field: string; text: string };
type Common = { t: Text; action: string; asked: Asked; wrong: Wrong | null };

/** Kinds and steps to choose from: of appeals and of rounds. */
export type Choice = { appeals: readonly Option[]; rounds: readonly Option[] };
/** What the choices say and what the days begin with: given in the address, or offered where nothing was asked yet. */
export type Chosen = {
  kind: string;
  rule: string;
  received: string | undefined;
  from: string | undefined;
  others: boolean;
};

const errorAt = (wrong: Wrong | null, field: string) => (wrong?.field === field ? wrong.text : undefined);

export function ByLaw({
  t,
  action,
  asked,
  wrong,
  chosen,
  kinds,
  rules,
}: Common & { chosen: Chosen; kinds: Choice; rules: Choice }) {
  const { byLaw: say, labels } = t.calculator;
  const groups = ({ appeals, rounds }: Choice) => [
    { label: labels.appeals, options: appeals },
    { label: labels.rounds, options: rounds },
  ];
  return (
    <form className="form" method="get" action={`${action}#answer`} noValidate>
      <Select
        name="kind"
        label={labels.kind}
        groups={groups(kinds)}
        value={chosen.kind}
        width="l"
        error={errorAt(wrong, 'kind')}
      />
      <Select
        name="rule"
        label={labels.rule}
        groups={groups(rules)}
        value={chosen.rule}
        width="l"
        error={errorAt(wrong, 'rule')}
      />
      <Field
        name="received"
        label={labels.received}
        type="datetime-local"
        hint={say.receivedHint}
        value={localMoment(chosen.received)}
        width="m"
        error={errorAt(wrong, 'received')}
      />
      <Details summary={say.others} open={chosen.others || wrong?.field === 'from' || wrong?.field === 'registered'}>
        <div className="form">
          <p className="field-hint">{say.othersHint}</p>
          <Field
            name="registered"
            label={labels.registered}
            type="date"
            hint={say.registeredHint}
            value={asked.registered}
            width="m"
            error={errorAt(wrong, 'registered')}
          />
          <Field
            name="from"
            label={labels.from}
            type="date"
            hint={say.fromHint}
            value={chosen.from}
            width="m"
            error={errorAt(wrong, 'from')}
          />
        </div>
      </Details>
      <FormActions>
        <SubmitButton>{say.button}</SubmitButton>
      </FormActions>
    </form>
  );
}

/** What a datetime-local field can hold: without seconds and offset. */
const localMoment = (text: string | undefined): string | undefined => text?.replace(' ', 'T').slice(0, 16);

export function Plain({ t, action, asked, wrong, today }: Common & { today: string }) {
  const { plain: say, labels } = t.calculator;
  const [, back = '', n = '', unit = 'wd'] = /^(-?)(.*?)(wd|d|mo)?$/.exec(asked.term ?? '') ?? [];
  return (
    <form className="form" method="get" action={`${action}#answer`} noValidate>
      <Field
        name="from"
        id="plain-from"
        label={labels.from}
        type="date"
        value={asked.from ?? today}
        width="m"
        error={errorAt(wrong, 'from')}
      />
      <Field
        name="n"
        id="plain-n"
        label={say.number}
        inputMode="numeric"
        value={n || '15'}
        width="s"
        error={errorAt(wrong, 'term')}
      />
      <Select
        name="unit"
        id="plain-unit"
        label={say.unit}
        options={Object.entries(say.units).map(([value, label]) => ({ value, label }))}
        value={`${back}${unit}`}
        width="m"
      />
      <FormActions>
        <SubmitButton weight="secondary">{say.button}</SubmitButton>
      </FormActions>
    </form>
  );
}
