// The parts of a question's form that depend on its form: the scale, the options or rows with their words, order and number.
import type { Item } from '../../../guide/schema';
import type { EditorView } from '../../queries/instrument-draft';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox, Fieldset } from '../../ui/choice';
import { Field, Select } from '../../ui/field';
import { Hidden } from '../../ui/form';
import { Muted } from '../../ui/words';
import { listIn, textOf, type Typed } from '../form';
import { InLanguages, type Shown } from './fields';

type Props = Shown & { t: Text; view: EditorView; item: Item; typed: Typed | undefined };

export function ScaleFields({ t, view, item, value, typed, refused }: Props) {
  const say = t.instruments.item;
  if (item.kind !== 'scale' && item.kind !== 'matrix') return null;
  return (
    <>
      <Select
        name="scale"
        label={say.scale}
        value={value('scale')}
        options={view.scales.map(({ id, name }) => ({ value: id, label: name }))}
        error={refused?.fields.scale}
      />
      {item.kind === 'scale' ? (
        <Checkbox
          name="reversed"
          label={say.reversed}
          checked={typed ? textOf(typed, 'reversed') === 'on' : item.reversed}
        />
      ) : null}
    </>
  );
}

/** Options or rows: words in three languages, place in the order, a tick to take one out, a button for one more. */
export function PartFields({ t, item, value, typed, refused }: Props) {
  const say = t.instruments.item;
  const parts = 'options' in item ? item.options : 'rows' in item ? item.rows : [];
  if (!('options' in item) && !('rows' in item)) return null;
  const dropped = listIn(typed, 'drop');
  return (
    <Fieldset legend={'rows' in item ? say.rows : say.options} size="large" id="parts">
      {parts.map((part, at) => (
        <div className="part" key={part}>
          <Hidden values={{ parts: part }} />
          <InLanguages {...{ t, value, refused }} what={`part.${part}`} legend={say.part(at + 1)} />
          <Field
            name={`at.${part}`}
            type="number"
            width="s"
            min={1}
            label={say.place}
            value={typed ? textOf(typed, `at.${part}`) : at + 1}
          />
          <Checkbox name="drop" id={`drop-${part}`} value={part} label={say.drop} checked={dropped.includes(part)} />
        </div>
      ))}
      <div>
        <SubmitButton weight="secondary" icon="plus" name="more" value="part" busy={t.acts.sending}>
          {say.more}
        </SubmitButton>
      </div>
    </Fieldset>
  );
}

export function LimitFields({ t, item, value, typed, refused }: Props) {
  const say = t.instruments.item;
  if (item.kind === 'text')
    return (
      <Field
        name="longest"
        type="number"
        width="s"
        min={100}
        max={2000}
        label={say.longest}
        value={value('longest')}
        error={refused?.fields.longest}
      />
    );
  return (
    <>
      {item.kind === 'multiple' ? (
        <Field
          name="atMost"
          type="number"
          width="s"
          min={1}
          label={say.atMost}
          hint={say.atMostHint}
          value={value('atMost')}
          error={refused?.fields.atMost}
        />
      ) : null}
      <Checkbox
        name="dontKnow"
        label={say.dontKnow}
        checked={typed ? textOf(typed, 'dontKnow') === 'on' : item.dont_know}
      />
    </>
  );
}

/** The question's id, which tables and open data name it by. */
export const ItemId = ({ t, id }: { t: Text; id: string }) => (
  <Muted>
    {t.instruments.item.id}: <code>{id}</code>
  </Muted>
);
