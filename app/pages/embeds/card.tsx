// A card for other sites' pages (in an <iframe>): one small document without scripts, fonts or pictures, light or dark as its reader has it, from
// 320 px on. It knows no session, and it alone of all answers may be framed by anybody (server.ts); its one style is allowed by its hash.
import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '../../text';

/** Plain letters only: what stands here is drawn as text. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.45 system-ui,sans-serif;background:#fff;color:#14213d}
main{box-sizing:border-box;border:1px solid #8a94a6;border-radius:8px;padding:14px 16px;overflow-wrap:anywhere}
p,h1,dl,dd{margin:0}h1{font-size:1.125rem;line-height:1.3;margin:2px 0 8px}dl{display:grid;gap:6px}
dt,small{font-size:.875rem;color:#4a5568}dd{font-weight:600}dd small{font-weight:400}
a{color:#0b5c7a}a:focus-visible{outline:3px solid #0b5c7a;outline-offset:2px}
.act{display:inline-block;margin-top:12px;padding:8px 14px;border-radius:6px;background:#0b5c7a;color:#fff;text-decoration:none}
.credit{margin-top:12px;font-size:.875rem}
@media (prefers-color-scheme:dark){body{background:#10151f;color:#e8edf5}main{border-color:#5b6678}dt,small{color:#b6c0d0}a{color:#7cc7e6}.act{background:#7cc7e6;color:#10151f}a:focus-visible{outline-color:#7cc7e6}}`;

const HASH = createHash('sha256').update(STYLE).digest('base64');
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=600',
  'content-security-policy': `default-src 'none';style-src 'sha256-${HASH}';base-uri 'none';form-action 'none';frame-ancestors *`,
  // A page that is read inside another is found by itself: search engines shall show that one.
  'x-robots-tag': 'noindex',
};

type Link = { href: string; text: string };
export type CardView = {
  locale: Locale;
  above: string;
  /** `lang`: of words that are not in the page's language. */
  heading: Link & { lang?: string };
  facts: readonly { id: string; term: string; value: string; note?: string }[];
  act: Link | null;
  credit: Link;
};

export const cardAnswer = (card: CardView): Response =>
  new Response(`<!DOCTYPE html>${renderToStaticMarkup(<Card {...card} />)}`, { headers: HEADERS });

/** Links leave the frame: nothing of Kenes but the card is ever shown within another site. */
const out = { target: '_blank', rel: 'noopener' };

function Card({ locale, above, heading, facts, act, credit }: CardView) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading.text}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <p>
            <small>{above}</small>
          </p>
          <h1 lang={heading.lang}>
            <a href={heading.href} {...out}>
              {heading.text}
            </a>
          </h1>
          <dl>
            {facts.map(({ id, term, value, note }) => (
              <div key={id}>
                <dt>{term}</dt>
                <dd>
                  {value} {note ? <small>{note}</small> : null}
                </dd>
              </div>
            ))}
          </dl>
          {act ? (
            <a className="act" href={act.href} {...out}>
              {act.text}
            </a>
          ) : null}
          <p className="credit">
            <a href={credit.href} {...out}>
              {credit.text}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
