// Who may read an appeal: everyone, its parties, or its parties until a day; and the word of whoever publishes personal data that was found.
import type { Text } from '../../text';
import { RadioCards } from '../../ui/choice';
import { Field } from '../../ui/field';
import type { RefusalView } from '../respond';
import { PublishPersonal } from './publish-personal';

type Props = {
  t: Text;
  value: (name: string) => string;
  wrong: (name: string) => string | undefined;
  ticked: (name: string) => boolean;
  publicUntil: { first: string; last: string } | null;
  refused: RefusalView | undefined;
};

export function PublicityFields({ t, value, wrong, ticked, publicUntil, refused }: Props) {
  const say = t.filing;
  const choices = publicUntil ? (['public', 'private', 'later'] as const) : (['public', 'private'] as const);
  return (
    <>
      <RadioCards
        name="visibility"
        legend={say.visibility.legend}
        value={value('visibility')}
        error={wrong('visibility')}
        options={choices.map((one) => ({ value: one, ...say.visibility[one] }))}
      />
      {publicUntil ? (
        <Field
          name="publicDay"
          type="date"
          width="s"
          label={say.publicDay.label}
          hint={say.publicDay.hint}
          min={publicUntil.first}
          max={publicUntil.last}
          value={value('publicDay')}
          error={wrong('publicDay')}
        />
      ) : null}
      <PublishPersonal {...{ t, refused }} ticked={ticked('publishPersonal')} />
    </>
  );
}
