// Gives a letter its form: HTML that every mail reader shows alike, light and dark, and the same words as plain text.
// Styles stand on the elements because mail readers drop style sheets; pages of the site never do that.
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '../text/format';
import type { Draft } from './letter';

type Way = { label: string; path: string };
type Frame = {
  locale: Locale;
  origin: string;
  sender: string;
  automatic: string;
  linkInText: string;
  /** How a follower stops such letters: at once, or among all that is followed. */
  wayOut: { lead: string; stop: Way; all: Way } | null;
};
export type Rendered = { subject: string; html: string; text: string };

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Golos Text', 'Noto Sans', Arial, sans-serif";
const INK = '#17262b';
const MUTED = '#56686e';
const LINE = '#d5dfe0';
const BRAND = '#0b6477';
const DARK = `
@media (prefers-color-scheme: dark) {
  body, .room { background: #10191c !important; }
  .sheet { background: #18252a !important; border-color: #2c3d43 !important; color: #e8f0f1 !important; }
  .muted { color: #a3b5ba !important; }
  .line { border-color: #2c3d43 !important; }
  .mark { color: #6fc3d4 !important; }
}
@media (max-width: 480px) { .sheet { padding: 24px 18px !important; } }`;

/** Subject, HTML and text of a letter. `origin` has no trailing slash; the link carries the reader's language. */
export function render(draft: Draft, frame: Frame): Rendered {
  const url = urlOf(frame, draft.button);
  const html = `<!doctype html>${renderToStaticMarkup(<Sheet draft={draft} frame={frame} url={url} />)}`;
  return { subject: oneLine(draft.subject), html, text: plain(draft, frame, url) };
}

function Sheet({ draft, frame, url }: { draft: Draft; frame: Frame; url: string }) {
  const { subject, heading, paragraphs, facts, quote, button, law } = draft;
  const { wayOut } = frame;
  return (
    <html lang={frame.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{DARK}</style>
      </head>
      <body style={{ margin: 0, padding: 0, background: '#eef3f3' }}>
        <div
          className="room"
          style={{ padding: '24px 12px', background: '#eef3f3', fontFamily: FONT, lineHeight: 1.5 }}
        >
          <div
            className="sheet"
            style={{
              maxWidth: 560,
              margin: '0 auto',
              padding: '32px 36px',
              background: '#ffffff',
              border: `1px solid ${LINE}`,
              borderRadius: 10,
              color: INK,
              fontSize: 16,
            }}
          >
            <p className="mark" style={{ margin: '0 0 20px', color: BRAND, fontWeight: 700, letterSpacing: '0.02em' }}>
              {frame.sender}
            </p>
            <h1 style={{ margin: '0 0 16px', fontSize: 22, lineHeight: 1.25, fontWeight: 700 }}>{heading}</h1>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} style={{ margin: '0 0 12px' }}>
                {paragraph}
              </p>
            ))}
            {facts.length > 0 ? (
              <dl
                className="line"
                style={{
                  margin: '20px 0',
                  padding: '16px 0 4px',
                  borderTop: `1px solid ${LINE}`,
                  borderBottom: `1px solid ${LINE}`,
                }}
              >
                {facts.map(({ term, value, lang }) => (
                  <div key={term} style={{ marginBottom: 12 }}>
                    <dt className="muted" style={{ color: MUTED, fontSize: 13 }}>
                      {term}
                    </dt>
                    <dd lang={lang} style={{ margin: 0, overflowWrap: 'anywhere' }}>
                      {value}
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
            {quote ? (
              <blockquote
                className="line"
                style={{
                  margin: '0 0 20px',
                  padding: '2px 0 2px 16px',
                  borderLeft: `3px solid ${BRAND}`,
                  whiteSpace: 'pre-line',
                  overflowWrap: 'anywhere',
                }}
              >
                <span className="muted" style={{ color: MUTED, fontSize: 13, display: 'block' }}>
                  {quote.by}
                </span>
                <span lang={quote.lang}>{quote.text}</span>
              </blockquote>
            ) : null}
            <p style={{ margin: '24px 0' }}>
              <a
                href={url}
                style={{
                  display: 'inline-block',
                  padding: '12px 20px',
                  borderRadius: 6,
                  background: BRAND,
                  color: '#ffffff',
                  fontWeight: 600,
                  textDecoration: 'none',
                }}
              >
                {button.label}
              </a>
            </p>
            {law ? (
              <p className="muted" style={{ margin: '0 0 12px', color: MUTED, fontSize: 13 }}>
                {law}
              </p>
            ) : null}
            {wayOut ? (
              <p className="muted" style={{ margin: '0 0 12px', color: MUTED, fontSize: 13 }}>
                {`${wayOut.lead} `}
                <a href={urlOf(frame, wayOut.stop)} style={{ color: MUTED }}>
                  {wayOut.stop.label}
                </a>
                {' · '}
                <a href={urlOf(frame, wayOut.all)} style={{ color: MUTED }}>
                  {wayOut.all.label}
                </a>
              </p>
            ) : null}
            <p
              className="muted line"
              style={{ margin: '20px 0 0', paddingTop: 16, borderTop: `1px solid ${LINE}`, color: MUTED, fontSize: 13 }}
            >
              {frame.automatic}
            </p>
          </div>
        </div>
      </body>
    </html>
  );
}

function plain({ heading, paragraphs, facts, quote, button, law }: Draft, frame: Frame, url: string): string {
  const { sender, automatic, linkInText, wayOut } = frame;
  const ways = wayOut && [wayOut.stop, wayOut.all].map((way) => `${way.label}: ${urlOf(frame, way)}`);
  const quoted = quote
    ? `${quote.by}:\n${quote.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}`
    : null;
  const blocks = [
    heading,
    ...paragraphs,
    facts.map(({ term, value }) => `${term}: ${value}`).join('\n'),
    quoted,
    `${button.label}\n${linkInText}: ${url}`,
    law,
    wayOut && ways && [wayOut.lead, ...ways].join('\n'),
    `-- \n${sender}\n${automatic}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const urlOf = ({ origin, locale }: Frame, { path }: Pick<Way, 'path'>): string => `${origin}/${locale}${path}`;

/** A subject is one line, whatever a title holds. */
const oneLine = (subject: string): string => subject.replace(/\s+/g, ' ').trim();
