// One question of a form with its label, hint and error: line, text, choice from a list, file. The id is the name unless told.
import type { ReactNode } from 'react';

export type Asked = {
  name: string;
  label: ReactNode;
  id?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Stands after the label: '(optional)'. Say what is optional, not what is required. */
  mark?: string;
};
export type Width = 's' | 'm' | 'l' | 'full';

/** The attributes that tie a control to its hint and error. */
export function tied({ name, id = name, hint, error, required }: Omit<Asked, 'label'>) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    required,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  };
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  return error ? (
    <p className="ds-validation-message field-error" id={`${id}-error`}>
      {error}
    </p>
  ) : null;
}

function Frame({ asked, width = 'full', children }: { asked: Asked; width?: Width; children: ReactNode }) {
  const { name, id = name, label, hint, error, mark } = asked;
  return (
    <div className={`ds-field field field-${width}${error ? ' field-wrong' : ''}`}>
      <label className="ds-label" htmlFor={id}>
        {label} {mark ? <span className="field-mark">{mark}</span> : null}
      </label>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

type FieldProps = Asked & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time' | 'datetime-local' | 'number' | 'search' | 'url';
  value?: string | number;
  width?: Width;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  min?: string | number;
  max?: string | number;
  maxLength?: number;
  pattern?: string;
  list?: string;
  lang?: string;
  readOnly?: boolean;
};

export function Field({
  type = 'text',
  value,
  width,
  autoComplete,
  inputMode,
  min,
  max,
  maxLength,
  pattern,
  list,
  lang,
  readOnly,
  ...asked
}: FieldProps) {
  return (
    <Frame asked={asked} width={width}>
      <input
        className="ds-input"
        type={type}
        defaultValue={value}
        {...{ autoComplete, inputMode, min, max, maxLength, pattern, list, lang, readOnly }}
        {...tied(asked)}
      />
    </Frame>
  );
}

type TextAreaProps = Asked & {
  value?: string;
  rows?: number;
  maxLength?: number;
  /** Words before the running count of characters, shown where scripts run and maxLength is set. */
  counter?: string;
  lang?: string;
};

export function TextArea({ value, rows = 6, maxLength, counter, lang, ...asked }: TextAreaProps) {
  return (
    <Frame asked={asked}>
      <textarea
        className="ds-input"
        defaultValue={value}
        {...{ rows, maxLength, lang }}
        {...tied(asked)}
        data-counter={counter}
      />
    </Frame>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = Asked & {
  value?: string;
  width?: Width;
  /** The first, empty choice. */
  empty?: string;
  options?: readonly Option[];
  groups?: readonly { label: string; options: readonly Option[] }[];
};

export function Select({ value, width, empty, options = [], groups = [], ...asked }: SelectProps) {
  const line = (option: Option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
  return (
    <Frame asked={asked} width={width}>
      <select className="ds-input" defaultValue={value ?? ''} {...tied(asked)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(line)}
        {groups.map(({ label, options: inside }) => (
          <optgroup key={label} label={label}>
            {inside.map(line)}
          </optgroup>
        ))}
      </select>
    </Frame>
  );
}

/** Chosen files are sent piece by piece where scripts run; what is said meanwhile. */
type InPieces = { coming: string; waiting: string };

/** Files to send along; the form needs `multipart`. A browser can't keep chosen files after an error, so say so in the hint. */
export function FileInput({
  accept,
  multiple,
  pieces,
  ...asked
}: Asked & { accept?: string; multiple?: boolean; pieces?: InPieces }) {
  return (
    <Frame asked={asked}>
      <input
        className="file-input"
        type="file"
        accept={accept}
        multiple={multiple}
        {...tied(asked)}
        data-pieces={pieces ? '' : undefined}
        data-pieces-coming={pieces?.coming}
        data-pieces-waiting={pieces?.waiting}
      />
    </Frame>
  );
}
