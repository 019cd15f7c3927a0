import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, plainWords } from '../../app/core/spelling';

describe('how a text is spelt for comparison', () => {
  it.each([
    ['a no-break space', 'не позднее 5 рабочих дней', 'не позднее 5\u00A0рабочих\u00A0дней'],
    ['spaces and lines', 'не позднее  5\nрабочих дней ', 'не позднее 5 рабочих дней'],
    ['a space moved over a comma', 'орган , который', 'орган, который'],
    ['a space lost after a comma', 'орган,который', 'орган, который'],
    ['the style of quotes', '«Қоғамдық кеңес»', '"Қоғамдық кеңес"'],
    ['curved quotes', '„Совет“', '“Совет”'],
    ['the kind of dash', 'Комиссия — орган', 'Комиссия - орган'],
    ['a dash in a range', '2026–2027', '2026-2027'],
    ['an invisible hyphen', 'уполно\u00ADмоченный', 'уполномоченный'],
    ['an invisible space', 'упол\u200Bномоченный', 'уполномоченный'],
    ['a decomposed letter', 'Алматинский', 'Алматинскии\u0306'],
    ['a Latin letter for a Cyrillic one', 'срок', 'cpoк'],
    ['a Latin ə', 'әлеумет', 'əлеумет'],
    ['ё written as е', 'приём', 'прием'],
    ['the grouping of thousands', '1 000 000 тенге', '1000000 тенге'],
    ['a space before a sign', '5 %', '5%'],
    ['a space after №', '№ 5', '№5'],
    ['the case of a list marker', 'а) заявление\nб) справка', 'А) заявление\nБ) справка'],
    ['the bracket of a list marker', '1) өтініш', '1. өтініш'],
    ['the bullet', '- өтініш\n- анықтама', '• өтініш\n• анықтама'],
    ['what ends a line of a list', 'справка;', 'справка.'],
    ['three points', 'и так далее…', 'и так далее...'],
  ])('%s changes nothing', (_what, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  it.each([
    ['a number', 'в течение 5 рабочих дней', 'в течение 6 рабочих дней'],
    ['a word', 'орган обязан', 'орган вправе'],
    ['a negation', 'допускается', 'не допускается'],
    ['a comma that moved', 'казнить нельзя, помиловать', 'казнить, нельзя помиловать'],
    ['a number made of two', 'пункты 1, 5', 'пункты 1,5'],
    ['a date made of an article', 'статья 5. 10 дней', 'статья 5.10 дней'],
    ['a Kazakh letter', 'қала', 'кала'],
    ['a capital letter', 'Комиссия', 'комиссия'],
    ['a word joined', 'ненадлежащий срок', 'не надлежащий срок'],
    ['thousands that are two numbers', 'пункты 12 и 100', 'пункты 12100'],
  ])('%s counts', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  const WORDS = [
    'орган',
    'рассматривает',
    'өтінішті',
    'бес',
    'жұмыс',
    'күні',
    'ішінде',
    '10',
    '2026',
    'Комиссия',
    'не',
  ];
  const sentence = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ', ', ' - ', ' «', '» ', '; ')), {
    minLength: 1,
    maxLength: 20,
  });
  const said = (parts: [string, string][]) => parts.map(([word, mark]) => word + mark).join('');
  const EMPTY: Record<string, readonly string[]> = {
    ' ': ['\u00A0', '  ', '\n', ' \u200B', '\u2009'],
    ', ': [' ,', ',\u00A0', ' , '],
    ' - ': [' — ', '\u00A0– ', '-', ' − '],
    ' «': [' “', ' "', '„'],
    '» ': ['” ', '" '],
    '; ': [';', ' ; '],
  };

  it('no mixture of empty differences makes a difference', () => {
    fc.assert(
      fc.property(sentence, fc.infiniteStream(fc.nat()), (parts, chance) => {
        const dressed = parts.map(([word, mark], index): [string, string] => {
          // Between numbers spaces and commas do count, and the last mark has nothing after it.
          const next = parts[index + 1]?.[0] ?? '1';
          if (/\d$/.test(word) || /^\d/.test(next)) return [word, mark];
          const ways = EMPTY[mark] ?? [];
          return [word.replace('е', 'e'), ways[(chance.next().value ?? 0) % ways.length] ?? mark];
        });
        expect(canonical(said(dressed))).toBe(canonical(said(parts)));
      }),
      { numRuns: 500 },
    );
  });

  it('a word replaced by another always makes a difference', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (parts, chance) => {
        const at = chance % parts.length;
        const changed = parts.map(([word, mark], index): [string, string] => [index === at ? 'иное' : word, mark]);
        expect(canonical(said(changed))).not.toBe(canonical(said(parts)));
      }),
    );
  });

  it('a long run of spaces, points or lines takes no long time', () => {
    const began = performance.now();
    for (const run of [' ', '.', '\n', '" ', '1 ', '- ']) canonical(`а${run.repeat(200_000)}б`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('words are compared without punctuation, capitals and Kazakh letters', () => {
    expect(plainWords('Қоғамдық кеңес, Үкімет; ҰЙЫМ һәм өтініш!')).toEqual(
      plainWords('когамдык кенес укимет уйым хам отиниш'),
    );
    expect(plainWords('5-тармақ (2026)')).toEqual(['5', 'тармак', '2026']);
    expect(plainWords('…—!')).toEqual([]);
  });
});
