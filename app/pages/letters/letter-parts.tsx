// How letters are shown: the list, a state in words, and the words of a letter as safe text whose own links can be followed.
import { Fragment, type ReactNode } from 'react';
import type { LetterRow, LetterState } from '../../queries/letters';
import type { Text } from '../../text';
import { dayAndTime, type Locale } from '../../text/format';
import { Table } from '../../ui/table';
import { Quote, Tag, type Tone } from '../../ui/words';

const TONE = {
  waiting: 'plain',
  sending: 'plain',
  sent: 'good',
  kept: 'brand',
  failed: 'danger',
  held: 'plain',
  gathered: 'good',
  site: 'brand',
} as const satisfies Record<LetterState, Tone>;

export function StateTag({ t, state }: { t: Text; state: LetterState }) {
  return <Tag tone={TONE[state]}>{t.letterbox.states[state]}</Tag>;
}

type TableProps = {
  t: Text;
  locale: Locale;
  rows: readonly LetterRow[];
  hrefOf: (id: string) => string;
  withAddress?: boolean;
};

export function LetterTable({ t, locale, rows, hrefOf, withAddress }: TableProps) {
  const { columns, unwritten, title } = t.letterbox;
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { key: 'subject', label: columns.subject, width: 'wide' },
        ...(withAddress ? [{ key: 'to' as const, label: columns.to }] : []),
        { key: 'at', label: columns.at, width: 'fit' },
        { key: 'state', label: columns.state, width: 'fit' },
      ]}
      rows={rows.map(({ id, subject, locale: language, email, at, state }) => ({
        id,
        tone: state === 'failed' ? 'danger' : 'plain',
        cells: {
          subject: (
            <a href={hrefOf(id)} lang={subject ? language : undefined}>
              {subject ?? unwritten}
            </a>
          ),
          to: <span className="address">{email}</span>,
          at: <time dateTime={new Date(at).toISOString()}>{dayAndTime(locale, at)}</time>,
          state: <StateTag t={t} state={state} />,
        },
      }))}
    />
  );
}

/**
 * A letter's stored text. Nothing in it is read as markup; only addresses of this very site become links, so no letter can
 * lead elsewhere. Quoted lines and the signature stand apart.
 */
export function LetterWords({ text, origin, lang }: { text: string; origin: string; lang: Locale }) {
  const blocks = text.replaceAll('\r\n', '\n').trim().split(/\n\n+/);
  return (
    <div className="letter-words" lang={lang}>
      {blocks.map((block, index) => {
        const lines = block.split('\n');
        if (index === 0)
          return (
            <p key={index} className="letter-heading">
              {block}
            </p>
          );
        if (lines.some((line) => line.startsWith('> '))) return <Quoted key={index} lines={lines} />;
        if (lines[0]?.startsWith('--'))
          return (
            <p key={index} className="muted">
              {withBreaks(lines.slice(1), origin)}
            </p>
          );
        return <p key={index}>{withBreaks(lines, origin)}</p>;
      })}
    </div>
  );
}

function Quoted({ lines }: { lines: readonly string[] }) {
  const said = lines.filter((line) => line.startsWith('>')).map((line) => line.replace(/^> ?/, ''));
  const by = lines
    .filter((line) => !line.startsWith('>'))
    .join(' ')
    .replace(/:$/, '');
  return (
    <Quote>
      <strong>{by}</strong>
      <p>{withBreaks(said, null)}</p>
    </Quote>
  );
}

const withBreaks = (lines: readonly string[], origin: string | null): ReactNode =>
  lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {origin ? withLink(line, origin) : line}
    </Fragment>
  ));

function withLink(line: string, origin: string): ReactNode {
  const at = line.indexOf(`${origin}/`);
  if (at < 0) return line;
  const address = /^\S+/.exec(line.slice(at))?.[0] ?? '';
  return (
    <>
      {line.slice(0, at)}
      <a href={address.slice(origin.length)}>{address}</a>
      {line.slice(at + address.length)}
    </>
  );
}
