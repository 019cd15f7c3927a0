// The Kazakh stripper against a dictionary, and the words that people look for most.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kazakhStem } from '../../../app/core/search/kazakh-stem';
import { plainKazakh } from '../../../app/core/spelling';

const PAIRS = readFileSync(new URL('./kazakh-words.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t') as [word: string, headword: string]);

describe('the stem of a Kazakh word', () => {
  it('is that of its headword in the dictionary for at least 94 of 100 words', () => {
    expect(PAIRS.length).toBeGreaterThan(600);
    const met = PAIRS.filter(([word, headword]) => kazakhStem(word) === kazakhStem(headword));
    expect(met.length / PAIRS.length).toBeGreaterThan(0.94);
  });

  it('is shared by words of one headword in at least 9 of 10 pairs that share one', () => {
    const headwords = new Map(
      PAIRS.flatMap(([word, headword]) => [[headword, headword] as const, [word, headword] as const]),
    );
    const classes = new Map<string, string[]>();
    for (const word of headwords.keys())
      classes.set(kazakhStem(word), [...(classes.get(kazakhStem(word)) ?? []), word]);
    let same = 0;
    let all = 0;
    for (const words of classes.values())
      for (const [at, word] of words.entries())
        for (const other of words.slice(at + 1)) {
          all += 1;
          if (headwords.get(word) === headwords.get(other)) same += 1;
        }
    expect(same / all).toBeGreaterThan(0.9);
  });

  it.each([
    ['қоғамдық', ['қоғамдықтың', 'қоғамдыққа', 'когамдык', 'когамдыктын']],
    ['кеңес', ['кеңесі', 'кеңестерге', 'кеңесінің', 'кенестин']],
    ['ұйым', ['ұйымдардың', 'ұйымымыз', 'ұйымы', 'уйымдары']],
    ['өтініш', ['өтініштерді', 'өтінішіңіз', 'өтініштен', 'отиништин']],
    ['халық', ['халқы', 'халықтың', 'халқымыз', 'халыктын']],
    ['мектеп', ['мектебі', 'мектептерге', 'мектебіндегі', 'мектебинин']],
    ['жұмыс', ['жұмысы', 'жұмыстары', 'жумыстын', 'жұмыссыз']],
    ['жөндеу', ['жөндеуге', 'жөндеді', 'жондеуди']],
    ['жауап', ['жауабы', 'жауаптар', 'жауабында', 'жауапты']],
    ['көше', ['көшесінің', 'көшелерде', 'көшеге', 'кошеси']],
    ['әкім', ['әкімі', 'әкімге', 'әкімдер', 'акимнин']],
    ['сарапшы', ['сарапшысы', 'сарапшылар', 'сарапшының']],
    ['қою', ['қойған', 'қоюға']],
    ['үй', ['үйі', 'үйде', 'үйлердің']],
    ['іс', ['ісі', 'істерді', 'ісінің']],
    ['су', ['суы', 'судың', 'сумен']],
  ] as const)('%s is found by its forms', (word, forms) => {
    for (const form of forms) expect([form, kazakhStem(form)]).toEqual([form, kazakhStem(word)]);
  });

  it.each([
    ['үй', 'ұйым'],
    ['қоғам', 'қоғамдық'],
    ['қала', 'қалта'],
    ['бала', 'балабақша'],
    ['жол', 'жолаушы'],
    ['тән', 'тоң'],
  ])('%s is not %s', (one, other) => {
    expect(kazakhStem(one)).not.toBe(kazakhStem(other));
  });

  it('is the same for a word typed without Kazakh letters, for at least 97 of 100 words', () => {
    const same = PAIRS.filter(([word]) => kazakhStem(word) === kazakhStem(plainKazakh(word)));
    expect(same.length / PAIRS.length).toBeGreaterThan(0.97);
  });

  it('is given for whatever is called a word', () => {
    for (const word of ['', 'а', 'у', 'ю', 'ыыы', '҈', 'ъъъъ', 'лар', 'х'.repeat(10_000), 'лары'.repeat(2_000)])
      expect(kazakhStem(word).length).toBeLessThanOrEqual(word.length);
  });
});
