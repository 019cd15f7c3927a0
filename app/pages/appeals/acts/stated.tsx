// An exception of the law on which the act itself relies, with its reason: folded away, for most acts state none.
import { RadioCards } from '../../../ui/choice';
import { Details } from '../../../ui/details';
import { TextArea } from '../../../ui/field';
import { Sources } from '../../sources';
import type { Named } from '../act-view';
import type { ActForm } from './form';

type Props = Pick<ActForm, 't' | 'value' | 'wrong'> & { what: 'unheard' | 'enforced'; grounds: readonly Named[] };

export function Stated({ t, value, wrong, what, grounds }: Props) {
  const say = t.steps.stated[what];
  if (grounds.length === 0) return null;
  const reason = `${what}Reason` as const;
  const sources = grounds.flatMap(({ source }) => source ?? []);
  return (
    <Details summary={say.legend} open={value(what) !== '' || wrong(what) !== undefined || wrong(reason) !== undefined}>
      <RadioCards
        name={what}
        legend={say.legend}
        hint={
          <>
            {say.hint} <Sources sources={sources} />
          </>
        }
        layout="list"
        value={value(what)}
        error={wrong(what)}
        options={[
          { value: '', label: say.none },
          ...grounds.map(({ id, name, text }) => ({ value: id, label: name, text })),
        ]}
      />
      <TextArea
        name={reason}
        label={say.reason}
        mark={t.acts.optional}
        rows={4}
        maxLength={5000}
        value={value(reason)}
        error={wrong(reason)}
      />
    </Details>
  );
}
