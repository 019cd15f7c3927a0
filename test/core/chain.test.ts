// The hash of an event: any change of it changes the hash, however small in writing (Unicode forms, spaces); erasing personal fields does not;
// and what is left after an erasure can't be used to guess at what was there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, FactOf } from '../../app/core/event';
import { ACTOR, erasedWords, personalFieldsOf } from '../../app/core/personal-fields';
import { commitmentOf, GENESIS, hashOf, newSeed, saltOf } from '../../app/data/chain';
import { eraseFields, erasureFaults } from '../../app/data/erased';

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const DAY = '2026-03-02';
const filed = (text: string, name: string): Event => ({
  ...{ type: 'appeal.filed', stream: `appeal:${id(1)}`, version: 1, at: 1_770_000_000_000, day: DAY },
  actor: { kind: 'person', personId: id(2), name, post: null },
  ...{ opens: [], moves: [], closes: [] },
  payload: {
    ...{
      number: '2026-000001',
      kind: 'application',
      edition: '2026-8',
      bodyId: id(3),
      personId: id(2),
      organisationId: null,
    },
    ...{
      subject: 'Пандус',
      text,
      language: 'kk',
      visibility: 'private',
      nameHidden: true,
      receivedAt: 1,
      receivedDay: DAY,
    },
    ...{ registeredDay: DAY, registeredWhy: 'same_day', arrivedBy: 'filing', originId: null },
    files: [{ id: id(4), name: 'а.pdf', type: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }],
  },
});
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const fieldsOf = personalFieldsOf(filed('', 'x'));
const erased = (fields: string[], day = DAY): Event => ({
  ...filed('', ''),
  ...({
    type: 'record.erased',
    payload: { events: [{ version: 1, fields }], ground: 'court', reason: '', asked: who, approved: who },
  } satisfies FactOf<'record.erased'>),
  ...{ version: 2, day: day as Event['day'] },
});
const who = { personId: id(5), name: 'A', post: null };

describe('the hash of an event', () => {
  it('is another for every other text: composed or decomposed, with another space, in another letter case', () => {
    const opening = { seed: newSeed(), erased: null };
    const hash = (text: string) => hashOf(filed(text, 'Айгүл'), GENESIS, opening);
    const forms = [
      'й',
      'и\u0306',
      'Й',
      'й ',
      'й\u00a0',
      ' й',
      'й\u200b',
      'й\n',
      'й\r\n',
      'ﬁ',
      'fi',
      'Å',
      'A\u030a',
      '\u212b',
      '',
    ];
    expect(new Set(forms.map(hash)).size).toBe(forms.length);
  });

  it('is another for any other text or name, and the same for the same', () => {
    const opening = { seed: newSeed(), erased: null };
    fc.assert(
      fc.property(words, words, words, (a, b, name) => {
        const same = hashOf(filed(a, name), GENESIS, opening) === hashOf(filed(b, name), GENESIS, opening);
        expect(same).toBe(a === b);
        expect(hashOf(filed(a, name), GENESIS, opening) === hashOf(filed(a, b), GENESIS, opening)).toBe(name === b);
      }),
    );
  });

  it('stays when any personal fields are erased, one after another, and after that nothing else may be changed either', () => {
    fc.assert(
      fc.property(words, words, fc.subarray(fieldsOf), fc.subarray(fieldsOf), (text, name, first, second) => {
        const opening = { seed: newSeed(), erased: null };
        const event = filed(text, name);
        const hash = hashOf(event, GENESIS, opening);
        const once = eraseFields(event, opening, first, DAY);
        const left = { seed: null, erased: once.erased };
        expect(hashOf(once.event, GENESIS, left)).toBe(hash);
        const twice = eraseFields(once.event, left, second, DAY);
        expect(hashOf(twice.event, GENESIS, { seed: null, erased: twice.erased })).toBe(hash);
        expect(Object.keys(twice.erased.salts).sort()).toEqual(
          fieldsOf.filter((one) => ![...first, ...second].includes(one)).sort(),
        );
        const forged = { ...twice.event, payload: { ...twice.event.payload, nameHidden: false } } as Event;
        expect(hashOf(forged, GENESIS, { seed: null, erased: twice.erased })).not.toBe(hash);
        expect(JSON.stringify(eraseFields(event, opening, fieldsOf, DAY).event)).not.toContain('Пандус');
      }),
    );
  });

  it('does not say what was erased to whoever tries every likely word', () => {
    const opening = { seed: newSeed(), erased: null };
    const { erased: left } = eraseFields(filed('', 'Айгүл'), opening, [ACTOR], DAY);
    const guesses = ['Айгүл', 'Болат'].map((name) => ({ name }));
    const known = [...Object.values(left.salts), '', '0'.repeat(64)];
    for (const salt of known)
      for (const guess of guesses) expect(commitmentOf(salt, guess)).not.toBe(left.commitments[ACTOR]);
    expect(commitmentOf(saltOf(opening.seed, ACTOR), guesses[0])).toBe(left.commitments[ACTOR]);
    expect(left.salts[ACTOR]).toBeUndefined();
  });
});

describe('an erasure', () => {
  const opening = { seed: newSeed(), erased: null };
  const done = eraseFields(filed('мәтін', 'Айгүл'), opening, ['text'], DAY);
  const left = { seed: null, erased: done.erased };
  const plain = { seed: newSeed(), erased: null };

  it('that the record names is no fault, and says the day in three languages', () => {
    expect(erasureFaults([done.event, erased(['text'])], [left, plain])).toEqual([]);
    expect(done.event.payload).toMatchObject({ text: erasedWords(DAY), subject: 'Пандус' });
  });

  it('that nothing records, that was not done, or that left words, is found', () => {
    expect(erasureFaults([done.event], [left])).toHaveLength(1);
    expect(erasureFaults([filed('мәтін', 'Айгүл'), erased(['text'])], [plain, plain])).toHaveLength(1);
    const says = { ...done.event, payload: { ...done.event.payload, text: 'другое' } } as Event;
    expect(erasureFaults([says, erased(['text'])], [left, plain])).toHaveLength(1);
  });

  it('of an event from before there were salts is refused', () => {
    expect(() => eraseFields(filed('', 'x'), { seed: null, erased: null }, ['text'], DAY)).toThrow('without salts');
  });
});
