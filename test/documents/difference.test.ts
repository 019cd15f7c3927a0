import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryAnchors, sameText, type Clause } from '../../app/core/clause';
import { canonical } from '../../app/core/spelling';
import { clauseDifference, documentDifference } from '../../app/data/documents/difference';
import { readDocument } from '../../app/data/documents/markdown';

const clause = (plain: string, anchor = 'c1'): Clause => ({ anchor, number: null, heading: null, text: plain, plain });
const between = (before: string, after: string) => clauseDifference(clause(before), clause(after));
/** The parts as one reads them: [-removed-] {+added+}. */
const shown = (before: string, after: string) =>
  between(before, after)
    .parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('the difference of a clause', () => {
  it('is shown by whole words, also in Kazakh', () => {
    expect(shown('Өтініш он жұмыс күні ішінде қаралады.', 'Өтініш бес жұмыс күнінде қаралады.')).toBe(
      'Өтініш [-он-]{+бес+} жұмыс [-күні ішінде-]{+күнінде+} қаралады.',
    );
    expect(shown('қоғамдық-саяси ұйым', 'қоғамдық ұйым')).toBe('[-қоғамдық-саяси-]{+қоғамдық+} ұйым');
    expect(shown('подаёт заявление в течение 10 дней', 'подаёт заявление в течение 5 дней')).toBe(
      'подаёт заявление в течение [-10-]{+5+} дней',
    );
  });

  it('is none where only the typing changed', () => {
    expect(between('«Орган» — 5 дней', '"Орган" - 5\u00A0дней;')).toEqual({
      kind: 'same',
      parts: [{ kind: 'same', text: '"Орган" - 5\u00A0дней;' }],
    });
  });

  it('does not show the typing beside what changed', () => {
    expect(shown('«Орган» — 5 дней', '"Орган" – 6 дней')).toBe('"Орган" – [-5-]{+6+} дней');
  });

  it('is not broken up by a word that happens to be the same', () => {
    expect(
      shown(
        'Решение принимает комиссия большинством голосов её членов и оформляет протоколом.',
        'Решение выносит руководитель органа единолично, выслушав её председателя устно и оформляет протоколом.',
      ),
    ).toBe(
      'Решение [-принимает комиссия большинством голосов её членов-]{+выносит руководитель органа единолично, выслушав её председателя устно+} и оформляет протоколом.',
    );
  });

  it('shows what has no words in common as one text in place of the other', () => {
    expect(shown('пункты 1,5', 'пункты 1, 5')).toBe('[-пункты 1,5-]{+пункты 1, 5+}');
    const long = (word: string) => Array.from({ length: 30_000 }, (_, at) => `${word}${at}`).join(' ');
    expect(between(long('а'), long('б')).parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('a clause that came or went is shown whole', () => {
    expect(clauseDifference(null, clause('Жаңа.'))).toEqual({
      kind: 'added',
      parts: [{ kind: 'added', text: 'Жаңа.' }],
    });
    expect(clauseDifference(clause('Ескі.'), null)).toEqual({
      kind: 'removed',
      parts: [{ kind: 'removed', text: 'Ескі.' }],
    });
  });

  const texts = fc
    .array(
      fc.constantFrom('орган', 'обязан', 'вправе', 'рассмотреть', 'өтінішті', 'бес', '10', 'дней', ',', ';', '«', '\n'),
      { maxLength: 40 },
    )
    .map((words) =>
      words
        .join(' ')
        .replaceAll(/ ?\n ?/g, '\n')
        .trim(),
    );
  const words = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(canonical);

  it('the same and the added parts are the new wording; the same and the removed say what the former said', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { kind, parts } = between(before, after);
        const without = (left: string) =>
          parts
            .filter((part) => part.kind !== left)
            .map(({ text }) => text)
            .join('');
        expect(without('removed')).toBe(after);
        expect(words(without('added'))).toEqual(words(before));
        expect(kind).toBe(sameText(before, after) ? 'same' : 'changed');
        expect(parts.some((part) => part.kind !== 'same')).toBe(kind === 'changed');
        for (const [at, part] of parts.entries()) expect(part.kind).not.toBe(parts[at + 1]?.kind);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the difference of a document', () => {
  it('reads in the order of the new version, with what went where it stood', () => {
    const before = carryAnchors(
      [],
      readDocument('1. Бірінші сөйлем.\n2. Екінші мүлде бөлек.\n3. Үшінші тармақ осындай.').clauses,
    ).clauses;
    const after = carryAnchors(
      before,
      readDocument('0. Кіріспе сөздер.\n1. Бірінші сөйлем!\n2. Үшінші тармақ басқа.').clauses,
    ).clauses;
    expect(documentDifference(before, after).map(({ anchor, kind }) => [anchor, kind])).toEqual([
      ['c0a', 'added'],
      ['c1', 'changed'],
      ['c2', 'removed'],
      ['c3', 'changed'],
    ]);
  });

  it('names every clause of both versions once', () => {
    const drafts = fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6'), { maxLength: 6 });
    fc.assert(
      fc.property(drafts, drafts, (one, two) => {
        const difference = documentDifference(
          one.map((anchor) => clause('ескі', anchor)),
          two.map((anchor) => clause('жаңа', anchor)),
        );
        expect(difference.map(({ anchor }) => anchor).sort()).toEqual([...new Set([...one, ...two])].sort());
        expect(difference.filter(({ after }) => after).map(({ anchor }) => anchor)).toEqual(two);
        expect(difference.filter(({ before }) => before).length).toBe(one.length);
      }),
    );
  });
});
