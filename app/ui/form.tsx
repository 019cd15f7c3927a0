// The form itself, its error summary, and the two GET forms: search and filter. All work without scripts.
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { Button, LinkButton, SubmitButton } from './button';

/** Where the draft is kept besides: sent to `to` when typing pauses, last kept `at` (ms); `unsent`: what is said when that fails. */
type ServerDraft = { to: string; at: number; unsent: string };
type FormProps = {
  action?: string;
  /** Required for FileInput. */
  multipart?: boolean;
  /** Keeps what is typed in this browser until it is sent, under this key; give the words shown when it is brought back. */
  draft?: { key: string; restored: string; discard: string; server?: ServerDraft };
  /** The server put something into the fields: newer than any draft. */
  fresh?: true;
  id?: string;
  children: ReactNode;
};

/** A POST form. The server's own checks are the only ones: `noValidate`, so that every error is said in the reader's language. */
export function Form({ action, multipart, draft, fresh, id, children }: FormProps) {
  return (
    <form
      className="form"
      method="post"
      action={action}
      id={id}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-draft={draft?.key}
      data-draft-restored={draft?.restored}
      data-draft-discard={draft?.discard}
      data-draft-to={draft?.server?.to}
      data-draft-at={draft?.server?.at}
      data-draft-unsent={draft?.server?.unsent}
      data-draft-fresh={fresh ? '' : undefined}
    >
      {children}
    </form>
  );
}

/** Everything that is wrong, each linked to its field. Stands above the form and takes the focus when the page opens. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { field: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="alert alert-danger error-summary" role="alert" id="errors" tabIndex={-1} autoFocus>
      <Icon name="alarm" />
      <div className="alert-body">
        <h2 className="alert-title">{title}</h2>
        <ul>
          {errors.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="actions form-actions">{children}</div>;
}

/** What an address says besides and keeps; several values stand under one name. */
export type Kept = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Name-value pairs that a GET form carries along. */
export function Hidden({ values }: { values: Kept }) {
  return (
    <HiddenFields
      fields={Object.entries(values).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => [name, one] as const),
      )}
    />
  );
}

/** The same from pairs, in their order. */
export function HiddenFields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      {fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

type SearchBarProps = {
  action: string;
  label: string;
  button: string;
  name?: string;
  value?: string;
  hint?: string;
  keep?: Kept;
};

export function SearchBar({ action, label, button, name = 'q', value, hint, keep = {} }: SearchBarProps) {
  return (
    <form className="search" role="search" method="get" action={action}>
      <Hidden values={keep} />
      <label className="ds-label" htmlFor={`search-${name}`}>
        {label}
      </label>
      <div className="search-row">
        <input
          className="ds-input"
          type="search"
          id={`search-${name}`}
          name={name}
          defaultValue={value}
          aria-describedby={hint ? `search-${name}-hint` : undefined}
        />
        <Button type="submit" weight="primary" icon="search">
          {button}
        </Button>
      </div>
      {hint ? (
        <p className="field-hint" id={`search-${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </form>
  );
}

type FilterBarProps = {
  action: string;
  label: string;
  apply: string;
  clear?: { href: string; label: string };
  /** Filters in force: each is taken away by its link. `label` says so in full ("Remove filter: overdue"). */
  active?: readonly { text: string; label: string; href: string }[];
  keep?: Kept;
  children: ReactNode;
};

/** Fields in a line that narrow a list. Put Field and Select into it. */
export function FilterBar({ action, label, apply, clear, active = [], keep = {}, children }: FilterBarProps) {
  return (
    <form className="filter" role="search" aria-label={label} method="get" action={action}>
      <Hidden values={keep} />
      <div className="filter-fields">
        {children}
        <div className="filter-actions">
          <SubmitButton weight="secondary">{apply}</SubmitButton>
          {clear ? (
            <LinkButton weight="quiet" href={clear.href}>
              {clear.label}
            </LinkButton>
          ) : null}
        </div>
      </div>
      {active.length > 0 ? (
        <ul className="filter-active">
          {active.map(({ text, label: full, href }) => (
            <li key={href}>
              <a href={href} aria-label={full}>
                {text}
                <span aria-hidden="true"> ×</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
