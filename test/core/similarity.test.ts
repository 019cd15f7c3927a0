import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, shinglesOf, similarGroups } from '../../app/core/similarity';

const items = (...texts: string[]) => texts.map((text, index) => ({ id: `k${index + 1}`, text }));
const idsOf = (groups: { ids: string[] }[]) => groups.map(({ ids }) => ids);
const TEMPLATE =
  'Я, ИМЯ, родитель ученика, прошу сохранить в пункте 14 правил бесплатный подвоз детей к школе, так как автобусы не ходят, а дорога зимой опасна. Прошу учесть моё мнение и ответить мне письменно.';
const OTHERS = [
  'Срок рассмотрения заявления следует сократить до пяти рабочих дней.',
  'Тармақта қоғамдық кеңестің келісімі көзделмеген, сондықтан оны толықтыруды ұсынамыз.',
  'The register should be published as open data every month.',
];

describe('comments that say the same', () => {
  it('are grouped when the text is the same but for capitals, punctuation and spaces', () => {
    const groups = similarGroups(items('Сократить срок до 5 дней!', 'сократить срок, до 5 дней', OTHERS[1] ?? ''), {
      threshold: 0.9,
    });
    expect(groups).toEqual([{ ids: ['k1', 'k2'], likeness: 1 }]);
  });

  it('are grouped when Kazakh is typed on a Russian keyboard', () => {
    const groups = similarGroups(items('Қоғамдық кеңестің келісімі қажет', 'Когамдык кенестин келисими кажет'), {
      threshold: 1,
    });
    expect(idsOf(groups)).toEqual([['k1', 'k2']]);
  });

  it('are grouped when one word of many is changed, and the likeness says how much is shared', () => {
    const one = 'предлагаю сократить срок рассмотрения заявления до пяти рабочих дней';
    const other = 'предлагаю сократить срок рассмотрения обращения до пяти рабочих дней';
    const groups = similarGroups(items(one, other), { threshold: 0.6 });
    expect(idsOf(groups)).toEqual([['k1', 'k2']]);
    // 9 words and 8 pairs each; one word and two pairs differ: 14 shared of 20.
    expect(groups[0]?.likeness).toBeCloseTo(14 / 20, 10);
  });

  it('are grouped when a template is signed with different names', () => {
    const names = ['Айгүл Серікова', 'Иван Петров', 'Динара Ахметова', 'Ерлан'];
    const groups = similarGroups(items(...names.map((name) => TEMPLATE.replace('ИМЯ', name)), ...OTHERS), {
      threshold: 0.7,
    });
    expect(idsOf(groups)).toEqual([['k1', 'k2', 'k3', 'k4']]);
  });

  it('are not grouped when they say different things', () => {
    expect(similarGroups(items(...OTHERS, TEMPLATE), { threshold: 0.5 })).toEqual([]);
  });

  it('are not grouped when they say nothing', () => {
    expect(similarGroups(items('…', '!!!', ''), { threshold: 0.5 })).toEqual([]);
  });

  const words = fc.constantFrom('срок', 'пять', 'дней', 'не', 'нужен', 'орган', 'совет');
  const comments = fc
    .array(
      fc.array(words, { maxLength: 8 }).map((chosen) => chosen.join(' ')),
      { maxLength: 25 },
    )
    .map((texts) => items(...texts));
  const thresholds = fc.constantFrom(0.3, 0.5, 0.7, 0.9, 1);

  it('the order in which they came makes no difference', () => {
    const shuffled = comments.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, thresholds, ([all, mixed], threshold) => {
        expect(similarGroups(mixed, { threshold })).toEqual(similarGroups(all, { threshold }));
      }),
    );
  });

  it('each stands in one group at most, and every group has a wording that all of it resembles', () => {
    fc.assert(
      fc.property(comments, thresholds, (all, threshold) => {
        const groups = similarGroups(all, { threshold });
        const grouped = groups.flatMap(({ ids }) => ids);
        expect(new Set(grouped).size).toBe(grouped.length);
        const shingles = new Map(all.map(({ id, text }) => [id, shinglesOf(text)]));
        const shared = (a: string, b: string) => likeness(shingles.get(a) ?? new Set(), shingles.get(b) ?? new Set());
        for (const { ids, likeness: least } of groups) {
          expect(ids.length).toBeGreaterThan(1);
          expect(least).toBeGreaterThanOrEqual(threshold);
          expect(ids.some((first) => ids.every((id) => shared(first, id) >= threshold - 1e-9))).toBe(true);
        }
      }),
    );
  });

  it('looking only at rare shingles misses none: two comments are grouped exactly when they are like enough', () => {
    const pair = fc.tuple(
      fc.array(words, { minLength: 1, maxLength: 8 }),
      fc.array(words, { minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(pair, thresholds, ([one, other], threshold) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        const together = similarGroups(items(a, b), { threshold }).length === 1;
        expect(together).toBe(likeness(shinglesOf(a), shinglesOf(b)) >= threshold);
      }),
    );
  });
});
