// A block is drawn once for what it shows, and never shows one reader what another saw.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../app/core/day';
import { textFor, type Locale } from '../../app/text';
import { Drawn } from '../../app/ui/drawn';
import { TermLedger, type LedgerDay } from '../../app/ui/term-ledger';

const day = (date: Day, number: number | null, why: LedgerDay['why']): LedgerDay => ({
  ...{ date, number, why, counts: number !== null, text: `${date} ${why}` },
});
const week = () => [
  day('2026-03-17', null, 'start'),
  day('2026-03-18', 1, 'working_day'),
  day('2026-03-19', 2, 'working_day'),
];
const ledger = (days: readonly LedgerDay[], more: { locale?: Locale; today?: Day; due?: Day } = {}) => {
  const { locale = 'ru', today, due = '2026-03-19' } = more;
  const { ledger: texts } = textFor(locale);
  const summary = texts.summary('2 дня', '2026-03-17', due);
  return renderToStaticMarkup(<TermLedger {...{ locale, days, due, today }} texts={{ ...texts, summary }} />);
};

describe('a block drawn once', () => {
  it('is not drawn again for the same thing, and is for another that looks alike', () => {
    let times = 0;
    const draw = (of: object, by: unknown[] = []) =>
      renderToStaticMarkup(
        <Drawn of={of} by={by} tag="ol" className="how">
          {() => <li>{(times += 1)}</li>}
        </Drawn>,
      );
    const thing = { name: 'steps' };
    expect([draw(thing), draw(thing)]).toEqual(Array(2).fill('<ol class="how"><li>1</li></ol>'));
    expect(draw(thing, ['kk'])).toContain('<li>2</li>');
    expect(draw(thing, ['kk'])).toContain('<li>2</li>');
    expect(draw({ name: 'steps' })).toContain('<li>3</li>');
  });

  it('leaves what people wrote text', () => {
    const html = renderToStaticMarkup(<Drawn of={{}}>{() => <p>{'<script>alert(1)</script>'}</p>}</Drawn>);
    expect(html).toBe('<div><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></div>');
  });
});

describe('the ledger of a term', () => {
  it('is the same whether it was drawn before or not', () => {
    const days = week();
    expect(ledger(days)).toBe(ledger(days));
    expect(ledger(days)).toBe(ledger(week()));
  });

  it('is another one in another language, on another day, and with another due day', () => {
    const days = week();
    const drawings = [
      ledger(days),
      ledger(days, { locale: 'kk' }),
      ledger(days, { locale: 'en' }),
      ledger(days, { today: '2026-03-18' }),
      ledger(days, { today: '2026-03-19' }),
      ledger(days, { due: '2026-03-18' }),
    ];
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('counted backward says so, and without days there is none', () => {
    const backward = [day('2026-03-19', null, 'start'), day('2026-03-18', 1, 'working_day')];
    expect(ledger(backward, { due: '2026-03-18' })).toContain('class="ledger ledger-back"');
    expect(ledger(week())).toContain('class="ledger"');
    expect(ledger([])).toBe('');
  });
});
