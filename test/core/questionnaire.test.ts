import { describe, expect, it } from 'vitest';
import { answerWord, questionnaire } from '../../app/core/questionnaire';
import { drawnOrder, numbersNeeded } from '../../app/core/sheet';
import { instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { DIRECTIONS, LOCALES, type Instrument } from '../../guide/schema';

const edition = loadGuide('guide').edition('2026-3');
const whole = (id: string): Instrument => {
  const found = instrumentOf(edition, id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
};
const all = Object.keys(edition.surveys?.instruments ?? {}).map(whole);

describe('an instrument as it is asked', () => {
  it('has words for everything in every language and direction', () => {
    expect(all.length).toBeGreaterThan(2);
    const empty: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (value === '') empty.push(at);
      else if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) look(inner, `${at}.${key}`);
    };
    for (const instrument of all)
      for (const locale of LOCALES)
        for (const direction of instrument.directions)
          look(questionnaire({ instrument, direction, locale }), `${instrument.id} ${locale} ${direction}`);
    expect(empty).toEqual([]);
  });

  it('asks each side in its own words, and both as many questions', () => {
    const instrument = whole('yearly');
    const asked = DIRECTIONS.map((direction) =>
      questionnaire({ instrument, direction, locale: 'ru' }).pages.flatMap(({ questions }) => questions),
    );
    const [ngo = [], body = []] = asked;
    expect(ngo.map(({ id }) => id)).toEqual(body.map(({ id }) => id));
    ngo.forEach((question, at) => expect(question.text).not.toBe(body[at]?.text));
  });

  it('gives a scale its ends, or each point its word', () => {
    const questions = questionnaire({
      instrument: whole('yearly'),
      direction: 'ngo_to_body',
      locale: 'en',
    }).pages.flatMap((page) => page.questions);
    expect(questions.find(({ id }) => id === 'trust')).toMatchObject({
      ...{ number: 1, required: true, dontKnow: true, low: 'I do not trust at all', high: 'I trust completely' },
      points: Array.from({ length: 11 }, (_, n) => ({ value: String(n), word: null })),
    });
    expect(questions.find(({ id }) => id === 'channels')).toMatchObject({
      ...{ kind: 'matrix', low: null, high: null },
      points: [{ value: '1', word: 'very badly' }, {}, {}, {}, { value: '5', word: 'very well' }],
    });
  });

  it('says by which answer to which question one is asked another, by the numbers of the form as it is drawn', () => {
    const [, page] = questionnaire({ instrument: whole('after_case'), direction: 'ngo_to_body', locale: 'en' }).pages;
    expect(page?.questions.map(({ number, onlyIf }) => [number, onlyIf])).toEqual([
      [2, null],
      [3, { item: 'case_needed', values: ['partly', 'no'], number: 2, answers: ['In part', 'No'] }],
      [4, null],
      [5, null],
    ]);
    const instrument = whole('yearly');
    const drawn = drawnOrder(
      instrument,
      Array.from({ length: numbersNeeded(instrument) }, (_, n) => 1 - (n + 1) / 100),
    );
    const numbers = questionnaire({ instrument: drawn, direction: 'body_to_ngo', locale: 'kk' }).pages.flatMap(
      ({ questions }) => questions.map(({ number }) => number),
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('names answers: an option, a point, a point with its word, and leaves "don\'t know" to each language', () => {
    const told = { instrument: whole('after_case'), direction: 'ngo_to_body', locale: 'kk' } as const;
    expect(answerWord(told, 'case_needed', 'yes')).toBe('Иә');
    expect(answerWord(told, 'trust', 7)).toBe('7');
    expect(answerWord(told, 'case_clear', 5)).toBe('толық келісемін');
    expect(answerWord(told, 'trust', 'dont_know')).toBeNull();
  });

  it('leaves out what a draft does not have yet', () => {
    const { trust: _gone, ...items } = whole('after_case').items;
    const { pages } = questionnaire({
      instrument: { ...whole('after_case'), items, scales: {} },
      direction: 'ngo_to_body',
      locale: 'en',
    });
    expect(pages[0]?.questions).toEqual([]);
    expect(pages[2]?.questions).toMatchObject([{ id: 'reliability_term', points: [] }]);
  });
});
