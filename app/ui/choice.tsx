// Questions answered by a tick: one of several explained cards, plain radios, any of a list, a checkbox, and the fieldset around them.
import type { ReactNode } from 'react';
import { FieldError, tied, type Asked } from './field';

type FieldsetProps = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  id?: string;
  size?: 'normal' | 'large';
  children: ReactNode;
};

/** A group of questions under one name. With `id`, errors are tied to the group. */
export function Fieldset({ legend, hint, error, id, size = 'normal', children }: FieldsetProps) {
  const described = id ? [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') : '';
  return (
    <fieldset
      className={`ds-fieldset fieldset fieldset-${size}${error ? ' field-wrong' : ''}`}
      aria-describedby={described || undefined}
    >
      <legend className="ds-label">{legend}</legend>
      {hint ? (
        <div className="field-hint" id={id ? `${id}-hint` : undefined}>
          {hint}
        </div>
      ) : null}
      {id ? <FieldError id={id} error={error} /> : null}
      {children}
    </fieldset>
  );
}

export type Choice = { value: string; label: ReactNode; text?: ReactNode; aside?: ReactNode; disabled?: boolean };
type ChoiceProps = Omit<Asked, 'label' | 'mark'> & {
  legend: ReactNode;
  options: readonly Choice[];
  value?: string;
  /** 'cards' explains each choice; 'list' is for short ones. */
  layout?: 'cards' | 'list';
};

/** Choose one, each with its explanation. The first choice carries the group's id, so an error summary can link to it. */
export function RadioCards({
  name,
  id = name,
  legend,
  hint,
  error,
  required,
  options,
  value,
  layout = 'cards',
}: ChoiceProps) {
  return (
    <Fieldset legend={legend} hint={hint} error={error} id={id}>
      <div className={`choices choices-${layout}`}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                className="ds-input"
                type="radio"
                name={name}
                id={own}
                value={option.value}
                defaultChecked={option.value === value}
                disabled={option.disabled}
                required={required}
                aria-describedby={option.text ? `${own}-text` : undefined}
              />
              <div>
                <label className="choice-label" htmlFor={own}>
                  {option.label}
                </label>
                {option.text ? (
                  <div className="choice-text" id={`${own}-text`}>
                    {option.text}
                  </div>
                ) : null}
              </div>
              {option.aside ? <div className="choice-aside">{option.aside}</div> : null}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

type ManyProps = Omit<Asked, 'label' | 'mark' | 'required'> & {
  legend: ReactNode;
  options: readonly { value: string; label: ReactNode }[];
  values: readonly string[];
};

/** Choose any; each ticked one is sent under the same name. The first carries the group's id. In columns where there is room. */
export function Checkboxes({ name, id = name, legend, hint, error, options, values }: ManyProps) {
  return (
    <Fieldset legend={legend} hint={hint} error={error} id={id}>
      <div className="choices choices-list choices-columns">
        {options.map(({ value, label }, index) => {
          const own = index === 0 ? id : `${id}-${value}`;
          return (
            <div className="choice" key={value}>
              <input
                className="ds-input"
                type="checkbox"
                name={name}
                id={own}
                value={value}
                defaultChecked={values.includes(value)}
              />
              <div>
                <label className="choice-label" htmlFor={own}>
                  {label}
                </label>
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

/** One tick. Sends `value` when ticked, nothing when not. */
export function Checkbox({ value = 'on', checked, ...asked }: Asked & { value?: string; checked?: boolean }) {
  const { name, id = name, label, hint, error } = asked;
  return (
    <div className={`field check${error ? ' field-wrong' : ''}`}>
      <div className="choice choice-plain">
        <input className="ds-input" type="checkbox" value={value} defaultChecked={checked} {...tied(asked)} />
        <div>
          <label className="choice-label" htmlFor={id}>
            {label}
          </label>
          {hint ? (
            <div className="choice-text" id={`${id}-hint`}>
              {hint}
            </div>
          ) : null}
        </div>
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}
