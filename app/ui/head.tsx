// The opening of a page: where one is, what it is called, what it is for. Exactly one PageHead or Hero per page: it holds the h1.
import type { ReactNode } from 'react';

export type Crumb = { href: string; label: string };

/** The way down to this page; the page itself is not in it. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {items.map(({ href, label: text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type PageHeadProps = {
  title: string;
  /** A line above the title: the number of a case, the kind of a page. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Badges, days, small facts under the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  crumbs?: ReactNode;
  /** The language of the title where a person wrote it. */
  titleLang?: string;
};

export function PageHead({ title, eyebrow, lead, meta, actions, crumbs, titleLang }: PageHeadProps) {
  return (
    <div className="page-head">
      {crumbs}
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      <h1 lang={titleLang}>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {meta ? <div className="page-meta">{meta}</div> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}

/** The opening of the landing page, on the deep colour with the horizon. `aside` stands beside the text on wide screens. */
export function Hero({
  title,
  lead,
  actions,
  aside,
}: {
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="hero">
      <svg className="hero-land" viewBox="0 0 1200 200" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M0 120Q180 60 380 104T760 84T1200 110V200H0z" />
        <path d="M0 150Q240 104 520 140T1200 132V200H0z" />
        <path d="M0 178Q320 146 640 172T1200 166V200H0z" />
      </svg>
      <div className="hero-row">
        <div className="hero-text">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {actions ? <div className="actions">{actions}</div> : null}
        </div>
        {aside ? <div className="hero-aside">{aside}</div> : null}
      </div>
    </div>
  );
}
