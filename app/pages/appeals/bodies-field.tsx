// To which body an appeal goes, or to which several: one question for each, and a button that gives another.
import type { Text } from '../../text';
import { Button } from '../../ui/button';
import { Select, type Option } from '../../ui/field';

type Props = {
  t: Text;
  bodies: readonly { label: string; options: Option[] }[];
  /** Chosen so far, in order; at least one, which may be ''. */
  chosen: readonly string[];
  severalMost: number;
  error?: string;
};

export function BodiesField({ t, bodies, chosen, severalMost, error }: Props) {
  const say = t.filing.body;
  return (
    <>
      {chosen.map((value, index) => (
        <Select
          key={index}
          name="bodyId"
          id={index === 0 ? 'bodyId' : `bodyId-${index + 1}`}
          label={index === 0 ? say.label : say.another(index + 1)}
          hint={index === 0 ? say.hint : undefined}
          empty={index === 0 ? say.empty : say.none}
          value={value}
          error={index === 0 ? error : undefined}
          groups={bodies}
        />
      ))}
      {chosen.length < severalMost ? (
        <div className="field">
          <Button type="submit" name="intent" value="another-body" weight="secondary" icon="plus">
            {say.add}
          </Button>
          <p className="field-hint">{say.addHint}</p>
        </div>
      ) : null}
    </>
  );
}
