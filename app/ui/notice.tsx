// What the page must tell: an alert, and a refusal with its three sentences (what, why with the article, what now).
import type { ReactNode } from 'react';
import { LawLink } from './words';
import { Icon, type IconName } from './icon';

const LOOK = {
  info: ['info', undefined],
  success: ['check', 'status'],
  warning: ['warning', undefined],
  danger: ['alarm', 'alert'],
} as const satisfies Record<string, readonly [IconName, 'status' | 'alert' | undefined]>;

/** Success is announced politely, danger at once; information and warnings stand in the page's own order. */
export function Alert({
  tone,
  title,
  id,
  children,
}: {
  tone: keyof typeof LOOK;
  title?: string;
  id?: string;
  children?: ReactNode;
}) {
  const [icon, role] = LOOK[tone];
  return (
    <div className={`alert alert-${tone}`} role={role} id={id}>
      <Icon name={icon} />
      <div className="alert-body">
        {title ? <p className="alert-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

type RefusalProps = {
  /** What happened, one sentence. */
  what: string;
  why: ReactNode;
  /** What it is about, one by one. */
  lines?: readonly string[];
  /** The article, linked to where it is quoted. */
  basis?: { label: string; href: string };
  /** Heading and steps of what one may do now. */
  now?: { title: string; steps: readonly ReactNode[] };
};

export function Refusal({ what, why, lines = [], basis, now }: RefusalProps) {
  return (
    <div className="alert alert-danger refusal" role="alert" id="refusal" tabIndex={-1}>
      <Icon name="alarm" />
      <div className="alert-body">
        <p className="alert-title">{what}</p>
        <p>
          {why}
          {basis ? (
            <>
              {' '}
              <LawLink label={basis.label} href={basis.href} />
            </>
          ) : null}
        </p>
        {lines.length > 0 ? (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
        {now ? (
          <div className="refusal-now">
            <p className="refusal-now-title">{now.title}</p>
            <ul>
              {now.steps.map((step, index) => (
                <li key={index}>{step}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </div>
  );
}
