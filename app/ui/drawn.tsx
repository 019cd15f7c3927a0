// A block that looks the same whenever it shows the same: drawn once, its HTML kept as long as what it shows lives. For big
// blocks of things that never change (the ledger of a reckoning, the footer of a language), whose drawing costs more than the
// rest of the page. Only what React wrote is put back as it was: nothing a person typed becomes markup here.
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

type DrawnProps = {
  /** What is shown; it must never change. Its drawings are forgotten together with it. */
  of: object;
  /** Whatever else the drawing depends on: the language, today, what is open. */
  by?: readonly unknown[];
  tag?: 'div' | 'footer' | 'section' | 'ol' | 'ul';
  className?: string;
  labelledBy?: string;
  /** Draws what stands inside. It may use props, never the context of the page. */
  children: () => ReactElement;
};

/** Drawings of one thing that are kept: it is seen by three languages, and today moves on. */
const MOST = 12;
const drawings = new WeakMap<object, Map<string, string>>();

export function Drawn({ of, by = [], tag: Tag = 'div', className, labelledBy, children }: DrawnProps) {
  const kept = drawings.get(of) ?? new Map<string, string>();
  drawings.set(of, kept);
  const key = by.join('\n');
  let html = kept.get(key);
  if (html === undefined) {
    if (kept.size >= MOST) kept.clear();
    html = renderToStaticMarkup(children());
    kept.set(key, html);
  }
  return <Tag className={className} aria-labelledby={labelledBy} dangerouslySetInnerHTML={{ __html: html }} />;
}
