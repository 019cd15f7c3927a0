// What opens on demand: details, a dialog, tabs that are links, a field to copy from.
import type { ReactNode } from 'react';
import { Icon } from './icon';

export function Details({
  summary,
  open,
  id,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details className="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}

/** Opened by a LinkButton or Button with `dialog={id}`; without scripts it stays shut, so the link must lead to a page that does the same. */
export function Dialog({
  id,
  title,
  close,
  children,
}: {
  id: string;
  title: string;
  close: string;
  children: ReactNode;
}) {
  return (
    <dialog className="ds-dialog dialog" id={id} aria-labelledby={`${id}-title`}>
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button className="dialog-close" type="submit" aria-label={close}>
            <span aria-hidden="true">×</span>
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}

/** Views of one thing, each with its own address. */
export function Tabs({
  label,
  look = 'line',
  tabs,
}: {
  label: string;
  /** `within`: a second row that narrows what the first one chose. */
  look?: 'line' | 'within';
  tabs: readonly { href: string; label: string; count?: number | string; current?: boolean }[];
}) {
  return (
    <nav className={look === 'within' ? 'tabs tabs-within' : 'tabs'} aria-label={label}>
      <ul>
        {tabs.map(({ href, label: text, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count === undefined ? null : <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A value to take along: a link, a feed's address. The button shows itself where scripts run. */
export function CopyField({
  id,
  label,
  value,
  copy,
  copied,
}: {
  id: string;
  label: string;
  value: string;
  copy: string;
  copied: string;
}) {
  return (
    <div className="ds-field field copy">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-row">
        <input className="ds-input" id={id} type="text" readOnly defaultValue={value} />
        <button
          className="ds-button button button-secondary"
          data-variant="secondary"
          type="button"
          data-copy={id}
          data-copied={copied}
          hidden
        >
          <Icon name="copy" />
          <span>{copy}</span>
        </button>
      </div>
      <span className="unseen" role="status" />
    </div>
  );
}
