// Where things stand: sections, cards, grids, stacks, columns. No colour or meaning of their own.
import type { ReactNode } from 'react';

type Space = 's' | 'm' | 'l';
type SectionProps = {
  title?: ReactNode;
  /** The heading's level under the page's h1. */
  level?: 2 | 3;
  id?: string;
  lead?: ReactNode;
  /** A link or button on the heading's line. */
  action?: ReactNode;
  children: ReactNode;
};

/** A titled part of a page, reachable as #id. */
export function Section({ title, level = 2, id, lead, action, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section" id={id}>
      {title ? (
        <div className="section-head">
          <Heading>{title}</Heading>
          {action ? <div className="section-action">{action}</div> : null}
        </div>
      ) : null}
      {lead ? <p className="section-lead">{lead}</p> : null}
      {children}
    </section>
  );
}

type CardProps = {
  title?: ReactNode;
  level?: 2 | 3 | 4;
  /** Makes the title a link that the whole card follows. */
  href?: string;
  /** A coloured edge: what asks for attention. Always beside words that say so. */
  tone?: 'plain' | 'tint' | 'clock' | 'danger' | 'good';
  meta?: ReactNode;
  footer?: ReactNode;
  id?: string;
  children?: ReactNode;
};

export function Card({ title, level = 3, href, tone = 'plain', meta, footer, id, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={`card card-${tone}${href ? ' card-link' : ''}`} id={id}>
      {meta ? <div className="card-meta">{meta}</div> : null}
      {title ? <Heading className="card-title">{href ? <a href={href}>{title}</a> : title}</Heading> : null}
      {children}
      {footer ? <div className="card-foot">{footer}</div> : null}
    </div>
  );
}

/** As many equal columns as fit; `min` is the least width of one (xs 8rem, s 11rem, m 16rem, l 22rem). */
export function Grid({ min = 'm', children }: { min?: Space | 'xs'; children: ReactNode }) {
  return <div className={`grid grid-${min}`}>{children}</div>;
}

/** Things under each other with even space. */
export function Stack({ gap = 'm', children }: { gap?: Space; children: ReactNode }) {
  return <div className={`stack stack-${gap}`}>{children}</div>;
}

/** Things beside each other that wrap: badges, buttons, small facts. */
export function Row({ gap = 's', children }: { gap?: Space; children: ReactNode }) {
  return <div className={`row row-${gap}`}>{children}</div>;
}

/** The same question or text in both state languages: beside each other where there is room, else under each other. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>;
}

/** Main matter with an aside at its right on wide screens; below it on narrow ones, or above when `first` is 'aside'. */
export function Columns({
  aside,
  asideLabel,
  first = 'main',
  children,
}: {
  aside: ReactNode;
  asideLabel: string;
  first?: 'main' | 'aside';
  children: ReactNode;
}) {
  return (
    <div className={`columns columns-${first}-first`}>
      <div className="columns-main">{children}</div>
      <aside aria-label={asideLabel}>{aside}</aside>
    </div>
  );
}

/** A narrow measure for reading and for forms. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="narrow">{children}</div>;
}
