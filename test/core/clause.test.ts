import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryAnchors, sameText, type Clause } from '../../app/core/clause';
import { labelOf, placesOf } from '../../app/core/numbering';

type Part = Omit<Clause, 'anchor'>;
const part = (number: string | null, plain: string, heading: string | null = null): Part => ({
  number,
  heading,
  text: plain,
  plain: heading ? `${heading}\n${plain}`.trim() : plain,
});
const first = (...parts: Part[]): Clause[] => carryAnchors([], parts).clauses;
const anchors = (clauses: Clause[]) => clauses.map(({ anchor }) => anchor);

const APPLY = 'Заявитель подаёт заявление через веб-портал «электронного правительства» и прилагает документы.';
const REVIEW = 'Уполномоченный орган рассматривает заявление в течение десяти рабочих дней со дня регистрации.';
const REFUSE = 'В приёме отказывается, когда представлен неполный пакет документов или истёк срок их действия.';
const REGISTER = 'Сведения о выданных разрешениях вносятся в реестр и публикуются на интернет-ресурсе органа.';
const rules = [part('1.', APPLY), part('2.', REVIEW), part('3.', REFUSE)];

describe('a clause keeps its anchor', () => {
  it('the first version counts its clauses from one', () => {
    expect(anchors(first(...rules))).toEqual(['c1', 'c2', 'c3']);
  });

  it('when nothing but the typing changed', () => {
    const next = [
      part('1.', APPLY.replaceAll(' ', '\u00A0')),
      part('2.', REVIEW.replace('десяти', 'десяти ')),
      part('3.', REFUSE.replace(',', ' ,')),
    ];
    const { clauses, fates } = carryAnchors(first(...rules), next);
    expect(anchors(clauses)).toEqual(['c1', 'c2', 'c3']);
    expect(fates).toEqual({ c1: 'same', c2: 'same', c3: 'same' });
  });

  it('when a word in it changed', () => {
    const next = [part('1.', APPLY), part('2.', REVIEW.replace('десяти', 'пяти')), part('3.', REFUSE)];
    const { clauses, fates } = carryAnchors(first(...rules), next);
    expect(anchors(clauses)).toEqual(['c1', 'c2', 'c3']);
    expect(fates).toEqual({ c1: 'same', c2: 'changed', c3: 'same' });
  });

  it('when one is inserted before it and all are numbered anew', () => {
    const next = [
      part('1.', APPLY),
      part('2.', REGISTER),
      part('3.', REVIEW.replace('десяти', 'пяти')),
      part('4.', REFUSE),
    ];
    const { clauses, fates } = carryAnchors(first(...rules), next);
    expect(anchors(clauses)).toEqual(['c1', 'c1a', 'c2', 'c3']);
    expect(fates).toEqual({ c1: 'same', c2: 'changed', c3: 'same' });
  });

  it('when every clause repeats the same phrases and only its place tells it from the others', () => {
    const wordings = Array.from(
      { length: 60 },
      (_, at) => `Орган рассматривает заявление ${'весьма '.repeat(at % 3)}внимательно.`,
    );
    const before = first(...wordings.map((text) => part(null, text)));
    const next = [part(null, 'Жаңа кіріспе.'), ...wordings.map((text) => part(null, text.replace('Орган', 'Совет')))];
    const { clauses, fates } = carryAnchors(before, next);
    expect(anchors(clauses).slice(1)).toEqual(anchors(before));
    expect(Object.values(fates).filter((fate) => fate !== 'changed')).toEqual([]);
  });

  it('when it moved', () => {
    const next = [part('1.', REFUSE), part('2.', APPLY), part('3.', REVIEW)];
    expect(anchors(carryAnchors(first(...rules), next).clauses)).toEqual(['c3', 'c1', 'c2']);
  });

  it('when it was written anew under its number', () => {
    const next = [part('1.', APPLY), part('2.', 'Мерзімі бес жұмыс күні.'), part('3.', REFUSE)];
    const { clauses, fates } = carryAnchors(first(...rules), next);
    expect(anchors(clauses)).toEqual(['c1', 'c2', 'c3']);
    expect(fates.c2).toBe('changed');
  });

  it('when an article keeps its title under another number', () => {
    const before = first(part('Статья 5', APPLY, 'Порядок подачи'), part('Статья 6', REVIEW, 'Сроки'));
    const next = [part('Статья 7', 'Жаңа мәтін.', 'Порядок подачи'), part('Статья 8', REVIEW, 'Сроки')];
    expect(anchors(carryAnchors(before, next).clauses)).toEqual(['c1', 'c2']);
  });

  it('of its own article: the first points of two articles are not mixed up', () => {
    const before = first(
      part('Статья 1', '', 'Подача'),
      part('1.', 'Подать можно всегда.'),
      part('Статья 2', '', 'Отказ'),
      part('1.', 'Отказ письменный.'),
    );
    const next = [
      part('Статья 1', '', 'Подача'),
      part('Статья 2', '', 'Отказ'),
      part('1.', 'Мотивированное решение вручают лично.'),
    ];
    const { clauses, fates } = carryAnchors(before, next);
    expect(anchors(clauses)).toEqual(['c1', 'c3', 'c4']);
    expect(fates).toEqual({ c1: 'same', c2: 'removed', c3: 'same', c4: 'changed' });
  });
});

describe('an anchor is never given twice', () => {
  it('what is added at the end goes on counting, past everything that was ever there', () => {
    const { clauses } = carryAnchors(first(...rules), [...rules, part('4.', REGISTER)], ['c1', 'c2', 'c3', 'c4']);
    expect(anchors(clauses)).toEqual(['c1', 'c2', 'c3', 'c5']);
  });

  it('a clause that was taken out leaves its anchor empty, also when it comes back', () => {
    const one = first(...rules);
    const two = carryAnchors(one, [rules[0] as Part, rules[2] as Part], anchors(one));
    expect(two.fates.c2).toBe('removed');
    const three = carryAnchors(two.clauses, rules, [...anchors(one), ...anchors(two.clauses)]);
    expect(anchors(three.clauses)).toEqual(['c1', 'c1a', 'c3']);
  });

  const texts = fc.array(fc.constantFrom(APPLY, REVIEW, REFUSE, REGISTER, 'Исключить.', 'Бес күн.', '…'), {
    maxLength: 12,
  });
  const drafts = texts.map((chosen) => chosen.map((text, at) => part(at % 3 === 0 ? null : `${at}.`, text)));

  it('whatever the versions: anchors are unique, new ones unused, each former one has a fate, the same twice', () => {
    fc.assert(
      fc.property(fc.array(drafts, { minLength: 2, maxLength: 5 }), (versions) => {
        let before: Clause[] = [];
        const used: string[] = [];
        for (const version of versions) {
          const { clauses, fates } = carryAnchors(before, version, used);
          expect(carryAnchors(before, version, used)).toEqual({ clauses, fates });
          expect(new Set(anchors(clauses)).size).toBe(version.length);
          expect(clauses.map(({ anchor: _anchor, ...said }) => said)).toEqual(version);
          const kept = anchors(clauses).filter((anchor) => anchors(before).includes(anchor));
          expect(anchors(clauses).filter((anchor) => !kept.includes(anchor) && used.includes(anchor))).toEqual([]);
          expect(Object.keys(fates).sort()).toEqual(anchors(before).sort());
          for (const [anchor, fate] of Object.entries(fates)) expect(kept.includes(anchor)).toBe(fate !== 'removed');
          used.push(...anchors(clauses));
          before = clauses;
        }
      }),
    );
  });

  it('a version that says the same keeps every anchor', () => {
    fc.assert(
      fc.property(drafts, (version) => {
        const before = first(...version);
        const { clauses, fates } = carryAnchors(before, version);
        expect(clauses).toEqual(before);
        expect(Object.values(fates).filter((fate) => fate !== 'same')).toEqual([]);
      }),
    );
  });

  it('fates and texts agree: same exactly where the carried clause says the same', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, two) => {
        const before = first(...one);
        const { clauses, fates } = carryAnchors(before, two);
        for (const clause of before) {
          const after = clauses.find(({ anchor }) => anchor === clause.anchor);
          expect(fates[clause.anchor]).toBe(
            !after ? 'removed' : sameText(clause.plain, after.plain) ? 'same' : 'changed',
          );
        }
      }),
    );
  });
});

describe('how drafts number their parts', () => {
  it.each([
    ['Статья 5. Предмет регулирования', 'Статья 5', 'article 5', 'Предмет регулирования'],
    ['5-бап. Реттеу нысанасы', '5-бап', 'article 5', 'Реттеу нысанасы'],
    ['Глава 2. Общие положения', 'Глава 2', 'chapter 2', 'Общие положения'],
    ['2-тарау. Жалпы ережелер', '2-тарау', 'chapter 2', 'Жалпы ережелер'],
    ['2-тарау Жалпы ережелер', '2-тарау', 'chapter 2', 'Жалпы ережелер'],
    ['Раздел IІ. Надзор', 'Раздел IІ', 'section II', 'Надзор'],
    ['ІІ бөлім. Қадағалау', 'ІІ бөлім', 'section II', 'Қадағалау'],
    ['Приложение 1 к Правилам', 'Приложение 1', 'annex 1', 'к Правилам'],
    ['1-қосымша', '1-қосымша', 'annex 1', ''],
    ['Article 12-1. Scope', 'Article 12-1', 'article 12-1', 'Scope'],
    ['§ 3. Возврат', '§ 3', 'paragraph 3', 'Возврат'],
    ['1. Жалпы ережелер', '1.', 'point 1', 'Жалпы ережелер'],
    ['1\\. Escaped', '1.', 'point 1', 'Escaped'],
    ['5-1. Добавленный', '5-1.', 'point 5-1', 'Добавленный'],
    ['1.2. Вложенный', '1.2.', 'point 1.2', 'Вложенный'],
    ['1.2 Вложенный', '1.2.', 'point 1.2', 'Вложенный'],
    ['1) өтініш', '1)', 'subpoint 1', 'өтініш'],
    ['2)справка', '2)', 'subpoint 2', 'справка'],
    ['ә) анықтама', 'ә)', 'letter ә', 'анықтама'],
    ['Б) справка', 'Б)', 'letter б', 'справка'],
  ])('«%s» is numbered %s', (line, number, key, rest) => {
    expect(labelOf(line)).toMatchObject({ number, key, rest });
  });

  it.each([
    '5-баптың 2-тармағы алып тасталсын',
    'Статья 5 изложить в следующей редакции',
    '5-бап жаңа редакцияда жазылсын',
    'Пункт 14 исключить',
    '01.02.2026 жылғы жағдай бойынша',
    '2026 жылғы 1 ақпан',
    '10 рабочих дней',
    'статьями 5 и 6',
    'главный бухгалтер',
    'и т.д.',
    '',
  ])('«%s» begins no numbered part', (line) => {
    expect(labelOf(line)).toBeNull();
  });

  it('a place is the same in Kazakh and in Russian, and points restart in every article', () => {
    const kazakh = ['1-тарау', '1-бап', '1.', '1)', '2)', '2-бап', '1.', null, '2-тарау', '3-бап', '1-қосымша', '1.'];
    const russian = [
      'Глава 1',
      'Статья 1',
      '1.',
      '1)',
      '2)',
      'Статья 2',
      '1.',
      null,
      'Глава 2',
      'Статья 3',
      'Приложение 1',
      '1.',
    ];
    expect(placesOf(kazakh)).toEqual(placesOf(russian));
    expect(placesOf(russian)).toEqual([
      'chapter 1',
      'article 1',
      'article 1 / point 1',
      'article 1 / point 1 / subpoint 1',
      'article 1 / point 1 / subpoint 2',
      'article 2',
      'article 2 / point 1',
      null,
      'chapter 2',
      'article 3',
      'annex 1',
      'annex 1 / point 1',
    ]);
  });
});
