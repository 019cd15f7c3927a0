// A case as it went: who did what and when. The body's acts, the applicant's and time's own stand apart by mark, word and place.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Side = 'body' | 'applicant' | 'time';
export type Attachment = { href: string; name: string; detail?: string };
export type TimelineItem = {
  id: string;
  side: Side;
  /** Whose act it is, in a word: "State body", "Applicant", "By law". */
  sideText: string;
  title: ReactNode;
  /** The person, with post. */
  actor?: ReactNode;
  /** An ISO day or instant, and how it is written. */
  at: string;
  atText: string;
  files?: readonly Attachment[];
  /** Letters that went out because of it: "Notice sent to the applicant, delivered". */
  letters?: readonly ReactNode[];
  /** Stands out: the answer, the deemed refusal. */
  weight?: 'normal' | 'strong';
  tone?: 'plain' | 'clock' | 'danger' | 'good';
  /** The text, facts, quotation. */
  body?: ReactNode;
};

const MARK = { body: 'building', applicant: 'person', time: 'clock' } as const satisfies Record<Side, IconName>;

export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(
        ({
          id,
          side,
          sideText,
          title,
          actor,
          at,
          atText,
          files = [],
          letters = [],
          weight = 'normal',
          tone = 'plain',
          body,
        }) => (
          <li key={id} id={id} className={`event event-by-${side} event-${weight} event-${tone}`}>
            <span className="event-mark">
              <Icon name={MARK[side]} />
            </span>
            <article className="event-body">
              <p className="event-line">
                <span className="event-side">{sideText}</span>
                <a className="event-time" href={`#${id}`}>
                  <time dateTime={at}>{atText}</time>
                </a>
              </p>
              <h3>{title}</h3>
              {actor ? <p className="event-actor">{actor}</p> : null}
              {body}
              {files.length > 0 ? <FileList files={files} /> : null}
              {letters.length > 0 ? (
                <ul className="event-letters">
                  {letters.map((letter, index) => (
                    <li key={index}>
                      <Icon name="letter" />
                      <span>{letter}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </article>
          </li>
        ),
      )}
    </ol>
  );
}

/** Attached files as links with their type and size. */
export function FileList({ files }: { files: readonly Attachment[] }) {
  return (
    <ul className="files">
      {files.map(({ href, name, detail }) => (
        <li key={href}>
          <Icon name="file" />
          <span>
            <a href={href}>{name}</a>
            {detail ? <small> {detail}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
