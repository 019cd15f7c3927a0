// Signs of brushing off: planted ones are found, honest answers carry none; the sample is drawn again by its seed; what two people say is
// counted as published.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditFigures, auditSeed, drawSample, type AuditCode, type Judged } from '../../../app/core/score/audit';
import { pointsIn, signalsOf } from '../../../app/core/score/brush-off';
import { loadGuide } from '../../../guide/load';

const rule = loadGuide(path.resolve('guide')).edition('2026-6').scoring?.brush_off;
if (!rule) throw new Error('the edition says nothing of signs');

const STOCK = 'Ваше обращение рассмотрено, работа в данном направлении будет продолжена в установленном порядке.';
const QUESTIONS = [
  'Когда отремонтируют дорогу к школе в посёлке Алатау?',
  'Почему детям не выдают бесплатные лекарства в поликлинике?',
  'Просим установить пандус у входа в районную библиотеку.',
];

describe('the same answer', () => {
  it('to different questions is a sign, and names the other case', () => {
    const found = signalsOf(
      QUESTIONS.map((question, at) => ({ id: `${at}`, question, answer: STOCK })),
      rule,
    );
    expect([...found.keys()]).toEqual(['0', '1', '2']);
    expect(found.get('0')?.same).toBe('1');
  });

  it('to the same question is none: who asks the same is answered the same', () => {
    const question = QUESTIONS[0] ?? '';
    expect(
      signalsOf(
        ['a', 'b'].map((id) => ({ id, question, answer: STOCK })),
        rule,
      ).size,
    ).toBe(0);
  });

  it('is none where answers differ', () => {
    const answers = [
      'Дорогу отремонтируют до 1 сентября.',
      'Лекарства выдают с понедельника.',
      'Пандус установят в мае.',
    ];
    expect(
      signalsOf(
        QUESTIONS.map((question, at) => ({ id: `${at}`, question, answer: answers[at] ?? '' })),
        rule,
      ).size,
    ).toBe(0);
  });
});

describe('numbered points', () => {
  const question = [
    'Просим ответить:',
    '1. Когда начнётся ремонт дороги?',
    '2. Сколько бюджетных средств выделено?',
    '3) Кто является подрядчиком работ?',
  ].join('\n');

  it('are found as they are written', () => {
    expect(pointsIn(question).map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(pointsIn('Просим отремонтировать дорогу до 1 сентября.')).toEqual([]);
  });

  it('that the answer leaves out are a sign', () => {
    const answer = 'Ремонт дороги начнётся в мае. Выделено 20 миллионов тенге бюджетных средств.';
    expect(signalsOf([{ id: 'a', question, answer }], rule).get('a')?.missed).toEqual(['3']);
  });

  it('that the answer names by number or takes up in other endings are none', () => {
    for (const answer of [
      '1. Ремонт в мае.\n2. 20 миллионов.\n3. ТОО «Жол».',
      'Дорога ремонтируется с мая, бюджетом выделены средства, подрядчик работы выбран.',
      'По пункту 1: в мае. По пункту 2: 20 миллионов. По пункту 3: ТОО «Жол».',
      '1-тармақ: мамырда. 2-тармақ: 20 миллион. 3-тармақ: «Жол» ЖШС.',
    ])
      expect(signalsOf([{ id: 'a', question, answer }], rule).size, answer).toBe(0);
  });
});

describe('the sample', () => {
  const ids = (name: string, n: number) => Array.from({ length: n }, (_, at) => `${name}${at}`);
  const frame = { flagged: ids('f', 80), others: ids('o', 900) };

  it('is drawn again by its seed, whatever the order of the lists, and its order tells no kind', () => {
    const drawn = drawSample(frame, rule, auditSeed('2026-Q1'));
    expect(drawn).toEqual(
      drawSample(
        { flagged: [...frame.flagged].reverse(), others: [...frame.others].reverse() },
        rule,
        auditSeed('2026-Q1'),
      ),
    );
    expect(drawn.filter((id) => id.startsWith('f'))).toHaveLength(rule.sample.flagged);
    expect(drawn.filter((id) => id.startsWith('o'))).toHaveLength(rule.sample.others);
    expect(new Set(drawn.slice(0, rule.sample.flagged).map((id) => id[0])).size).toBe(2);
    expect(drawn).not.toEqual(drawSample(frame, rule, auditSeed('2026-Q2')));
  });

  it('takes all there are where there are fewer', () => {
    expect(drawSample({ flagged: ids('f', 3), others: [] }, rule, 1).sort()).toEqual(['f0', 'f1', 'f2']);
  });
});

it('two who judged give kappa, precision, what is missed, and recall by the frame’s weights', () => {
  const some = (flagged: boolean, codes: readonly [AuditCode, AuditCode], n: number): Judged[] =>
    Array.from({ length: n }, () => ({ flagged, codes }));
  const judged = [
    ...some(true, ['brushes_off', 'brushes_off'], 40),
    ...some(true, ['answers', 'answers'], 8),
    ...some(true, ['brushes_off', 'answers'], 2),
    ...some(false, ['answers', 'answers'], 48),
    ...some(false, ['brushes_off', 'brushes_off'], 2),
  ];
  const found = auditFigures(judged, { flagged: 100, others: 1000 }, 0.95);
  expect(found.precision).toMatchObject({ of: 40, n: 50 });
  expect(found.missed).toMatchObject({ of: 2, n: 50 });
  expect(found.recall?.estimate).toBeCloseTo(80 / (80 + 40), 10);
  expect(found.recall && found.recall.low < 80 / 120 && found.recall.high > 80 / 120).toBe(true);
  // Agreed 98 of 100; by chance 0.44·0.42 + 0.56·0.58 = 0.5096.
  expect(found.kappa.estimate).toBeCloseTo((0.98 - 0.5096) / (1 - 0.5096), 10);
  expect(auditFigures([], { flagged: 0, others: 0 }, 0.95)).toMatchObject({ recall: null, kappa: { estimate: null } });
});
