// Pieces that the guide's pages share: laws with their marks, terms in words, a term drawn with its texts.
import type { Confidence } from '../../../guide/schema';
import type { Day } from '../../core/day';
import type { Law, TermView } from '../../queries/guide';
import type { ReasonedDay } from '../../queries/reasons';
import type { Text } from '../../text';
import { numericDay, type Locale } from '../../text/format';
import { TermLedger } from '../../ui/term-ledger';
import { LawLink, Tag, type Tone } from '../../ui/words';

const TONE = { read: 'good', secondary: 'plain', unsure: 'clock', platform: 'brand' } as const satisfies Record<
  Confidence,
  Tone
>;

/** The mark of a provision whose wording was not read; nothing for one that was. */
export function Mark({ law }: { law: Pick<Law, 'confidence' | 'doubt'> }) {
  return law.doubt ? <Tag tone={TONE[law.confidence]}>{law.doubt}</Tag> : null;
}

export function MarkTag({ mark, children }: { mark: Confidence; children: string }) {
  return <Tag tone={TONE[mark]}>{children}</Tag>;
}

/** Where it stands: each provision as a link with its mark and what is to be known about it. */
export function Laws({ laws }: { laws: readonly Law[] }) {
  return (
    <ul className="laws">
      {laws.map((law) => (
        <li key={`${law.label}${law.note ?? ''}`}>
          <LawLink label={law.label} href={law.href} /> <Mark law={law} />
          {law.note ? <small>{law.note}</small> : null}
        </li>
      ))}
    </ul>
  );
}

/** When the oldest of these provisions was last compared with the text; null where there is none. */
export const checkedOn = (laws: readonly Law[]): Day | null =>
  laws.reduce<Day | null>((oldest, { verified }) => (oldest && oldest < verified ? oldest : verified), null);

export function Checked({ locale, laws }: { locale: Locale; laws: readonly Law[] }) {
  const day = checkedOn(laws);
  return day ? <time dateTime={day}>{numericDay(locale, day)}</time> : null;
}

/** '15 working days' and below it from which day; a backward term says before what it lies by its own words. */
export function Term({ t, term }: { t: Text; term: TermView }) {
  const { n, unit, direction, start } = term;
  return (
    <span className="term-words">
      <strong>{direction === 'backward' ? t.ledger.before(n, unit) : t.ledger.term(n, unit)}</strong>
      {direction === 'backward' ? null : <small>{start}</small>}
    </span>
  );
}

type DrawnProps = {
  t: Text;
  locale: Locale;
  term: Pick<TermView, 'n' | 'unit' | 'direction'>;
  start: Day;
  due: Day;
  days: readonly ReasonedDay[];
  today?: Day;
  table?: 'folded' | 'elsewhere';
};

/** The picture of a term with the words of every language around it. */
export function DrawnTerm({ t, locale, term, start, due, days, today, table }: DrawnProps) {
  const { ledger } = t;
  const words = term.direction === 'backward' ? ledger.before(term.n, term.unit) : ledger.term(term.n, term.unit);
  return (
    <TermLedger
      locale={locale}
      days={days}
      due={due}
      today={today}
      table={table}
      texts={{ ...ledger, summary: ledger.summary(words, start, due) }}
    />
  );
}
