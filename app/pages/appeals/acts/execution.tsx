// When what an answer grants is carried out: asked where an outcome may leave something to do.
import { addDays, type Day } from '../../../core/day';
import { RadioCards } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import type { ActForm } from './form';

type Props = Pick<ActForm, 't' | 'value' | 'wrong'> & {
  view: Pick<ActForm['view'], 'today'>;
  /** The law's day for an act of today; null where no outcome is carried out. */
  by: Day | null;
};

export function Execution({ t, view, value, wrong, by }: Props) {
  const say = t.steps.execution;
  if (!by) return null;
  return (
    <>
      <RadioCards
        name="execution"
        legend={say.legend}
        hint={say.hint}
        layout="list"
        value={value('execution') || 'lawful'}
        error={wrong('execution')}
        options={[
          { value: 'lawful', label: say.lawful(by) },
          { value: 'set', label: say.set },
          { value: 'done', label: say.done },
        ]}
      />
      <Field
        name="executeBy"
        type="date"
        width="s"
        label={say.by}
        mark={t.acts.optional}
        min={addDays(view.today, 1)}
        value={value('executeBy')}
        error={wrong('executeBy')}
      />
    </>
  );
}
