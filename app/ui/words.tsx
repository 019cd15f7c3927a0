// Words in their usual dress: lead, muted, tag, definitions, quotations, people's own text, an empty place.
import { Fragment, type ReactNode } from 'react';

export function Lead({ children }: { children: ReactNode }) {
  return <p className="lead">{children}</p>;
}

export function Muted({ children }: { children: ReactNode }) {
  return <span className="muted">{children}</span>;
}

export type Tone = 'plain' | 'brand' | 'clock' | 'danger' | 'good';

/** A short word in a frame. The tone only underlines what the word says. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** A provision of the law by act and article, which stay on one line where they can. */
export function LawLink({ label, href, note }: { label: string; href: string; note?: string }) {
  return (
    <a className={label.length < 16 ? 'basis' : 'basis basis-long'} href={href} title={note}>
      {label.replace(/ (?=[\d(])/, '\u00a0')}
    </a>
  );
}

/** A machine's word set apart: a case number, a hash. Breaks anywhere. */
export function Code({ children }: { children: ReactNode }) {
  return <code className="code">{children}</code>;
}

/** Several lines of code, as they are typed; long ones go on in the next line, so that nothing has to be scrolled sideways. */
export function CodeLines({ id, children }: { id?: string; children: string }) {
  return (
    <pre className="code-lines" id={id}>
      <code>{children}</code>
    </pre>
  );
}

export function DefinitionList({
  items,
  layout = 'rows',
}: {
  items: readonly { term: ReactNode; value: ReactNode }[];
  layout?: 'rows' | 'pairs';
}) {
  return (
    <dl className={`facts facts-${layout}`}>
      {items.map(({ term, value }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Words of the law or of a letter. */
export function Quote({ source, lang, children }: { source?: ReactNode; lang?: string; children: ReactNode }) {
  return (
    <figure className="quote">
      <blockquote lang={lang}>{children}</blockquote>
      {source ? <figcaption>{source}</figcaption> : null}
    </figure>
  );
}

/** Text a person wrote: blank lines part paragraphs, single line ends stay. Nothing in it is read as markup. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n\s*\n/);
  return (
    <div className="prose" lang={lang}>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {paragraph.split('\n').map((line, at) => (
            <Fragment key={at}>
              {at > 0 ? <br /> : null}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

/** What stands where a list is empty: says so, and what one may do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 160 60" aria-hidden="true" focusable="false">
        <circle cx="112" cy="22" r="10" />
        <path d="M0 44Q40 30 80 42T160 40M20 54Q70 42 120 52T160 52" />
      </svg>
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {action ? <div className="actions">{action}</div> : null}
    </div>
  );
}
