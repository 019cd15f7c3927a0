import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binSlip, controlDigit, iinSlip, isBin, isIin } from '../../app/core/bin';

const KNOWN = [
  '940140000385',
  '971240001315',
  '020240000555',
  '020540003431',
  '010940000162',
  '081140000436',
  '970240000816',
  '941240000193',
  '970740000838',
  '000140002217',
  '000740000728',
  '160440007161',
];

const eleven = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 })
  .map((digits) => digits.join(''));

describe('business identification numbers', () => {
  it.each(KNOWN)('%s, a published number, is accepted', (bin) => expect(isBin(bin)).toBe(true));

  it.each(['940140000386', '940140000387', '940140000380', '241040001829'])(
    '%s, with a wrong last digit, is refused for its control digit',
    (bin) => expect(binSlip(bin)).toBe('control'),
  );

  it('is twelve digits and nothing else', () => {
    for (const text of ['', '94014000038', '9401400003850', '94014000038a', ' 940140000385', '٩40140000385'])
      expect(binSlip(text)).toBe('length');
  });

  it('has a kind of holder in its fifth digit and a unit in its sixth', () => {
    expect(binSlip('940110000385')).toBe('kind');
    expect(binSlip('940147000385')).toBe('kind');
  });

  it('begins with a year and a real month', () => {
    expect(binSlip('941340000385')).toBe('date');
    expect(binSlip('940040000385')).toBe('date');
  });

  it('takes the second row of weights where the first gives ten', () => {
    const tens = fc
      .sample(eleven, 5000)
      .filter((digits) => [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0) % 11 === 10);
    expect(tens.length).toBeGreaterThan(100);
    for (const digits of tens) {
      const second =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
      expect(controlDigit(digits)).toBe(second === 10 ? null : second);
    }
  });

  it('has at most one control digit: of the ten numbers that share eleven digits, at most one passes', () => {
    fc.assert(
      fc.property(eleven, (digits) => {
        const passing = Array.from({ length: 10 }, (_, last) => last).filter((last) => controlDigit(digits) === last);
        expect(passing.length).toBe(controlDigit(digits) === null ? 0 : 1);
      }),
    );
  });

  it('catches any one-digit slip in the first ten places unless a number needs the second row', () => {
    const first = (digits: string) => [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0) % 11;
    fc.assert(
      fc.property(eleven, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const slipped = digits.slice(0, place) + ((Number(digits[place]) + shift) % 10) + digits.slice(place + 1);
        fc.pre(first(digits) !== 10 && first(slipped) !== 10);
        expect(controlDigit(slipped)).not.toBe(controlDigit(digits));
      }),
    );
  });
});

describe('individual identification numbers', () => {
  const iin = (ten: string) =>
    fc
      .sample(fc.integer({ min: 0, max: 9 }), 50)
      .map((d) => `${ten}${d}`)
      .map((e) => [e, controlDigit(e)] as const)
      .find(([, c]) => c !== null)
      ?.join('') ?? '';

  it('begins with a day that exists, in the century that its seventh digit names', () => {
    expect(isIin(iin('8502283000'))).toBe(true);
    expect(isIin(iin('0002295000'))).toBe(true);
    expect(iinSlip(iin('8502293000'))).toBe('date');
    expect(iinSlip(iin('8513013000'))).toBe('date');
  });

  it('names a century in which someone alive was born', () => {
    expect(iinSlip(iin('8502281000'))).toBe('kind');
    expect(iinSlip(iin('8502287000'))).toBe('kind');
  });

  it('no number is both a BIN and an IIN', () => {
    fc.assert(
      fc.property(
        eleven,
        fc.integer({ min: 0, max: 9 }),
        (digits, last) => !(isBin(`${digits}${last}`) && isIin(`${digits}${last}`)),
      ),
    );
  });
});
