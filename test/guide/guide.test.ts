import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { confidenceCount, failedExamples, unusedRules } from '../../guide/check';
import { loadGuide } from '../../guide/load';
import { changedSincePublished, lockOf, publish, readLock, unpublished } from '../../guide/lock';
import { KINDS, LOCALES, ROUND_KINDS, type Basis, type Edition, type Locale } from '../../guide/schema';

const guide = loadGuide('guide');
/** The edition that stands alone, and the one that extends it by rounds. */
const edition = guide.edition('2026-1');
const current = guide.edition('2026-2');
/** The edition in force: surveys beside them. */
const newest = guide.inForceOn('2026-11-23');
const extending = guide.editions.map(({ id }) => id).filter((id) => id !== edition.id);
const copies: string[] = [];

/** A copy of the guide with one text in one file replaced. */
function changed(file: string, from: string | RegExp, to: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'guide-'));
  copies.push(dir);
  cpSync('guide', dir, { recursive: true });
  const target = path.join(dir, file);
  const before = readFileSync(target, 'utf8');
  const after = before.replace(from, to);
  expect(after, `nothing to replace in ${file}`).not.toBe(before);
  writeFileSync(target, after);
  return dir;
}
afterEach(() => {
  for (const dir of copies.splice(0)) rmSync(dir, { recursive: true });
});
const APPEALS = 'editions/2026-1/appeals.yaml';
const ROUNDS = 'editions/2026-2/rounds.yaml';

/** The Roman numerals in the numbers of laws are Latin letters in every language. */
const withoutNumerals = (text: string | undefined): string => (text ?? '').replace(/-[IVXLC]+\b/g, '');

describe('the guide as published', () => {
  it('lets every worked example come out', () => {
    expect(edition.examples.length).toBeGreaterThan(10);
    expect(current.rounds?.examples.length).toBeGreaterThan(4);
    expect(failedExamples(guide)).toEqual([]);
  });

  it('has a basis with act, article, day of verification and confidence for every rule, outcome, ground and requirement', () => {
    const bases: Basis[] = Object.values(edition.procedures).flatMap((procedure) => [
      ...procedure.basis,
      ...Object.values(procedure.rules).flatMap(({ basis }) => basis),
      ...procedure.outcomes.flatMap(({ basis }) => basis),
      ...procedure.termination_grounds.flatMap(({ basis }) => basis),
      ...procedure.reply.requirements.flatMap(({ basis }) => basis),
      ...procedure.escalation.flatMap(({ basis }) => basis),
      ...procedure.overdue.basis,
    ]);
    for (const basis of bases) {
      expect(edition.acts[basis.act], basis.act).toBeDefined();
      expect(basis.article.length).toBeGreaterThan(0);
      expect(basis.verified >= '2026-01-01').toBe(true);
    }
  });

  it('explains everything unsure with a note, or says in the note that it is an analogy', () => {
    const unsure: Basis[] = [];
    const walk = (part: unknown): void => {
      if (part === null || typeof part !== 'object') return;
      if ('confidence' in part && part.confidence === 'unsure') unsure.push(part as Basis);
      Object.values(part).forEach(walk);
    };
    walk(newest.procedures);
    walk(newest.rounds);
    walk(newest.surveys);
    walk(newest.councils);
    walk(newest.scoring);
    expect(unsure.length).toBeGreaterThan(0);
    for (const { note, article } of unsure) expect(note, article).toBeDefined();
  });

  it.each(guide.editions.map((one): [string, Edition] => [one.id, one]))(
    '%s speaks Kazakh, Russian and English with the same keys, each in its own letters',
    (_, edition) => {
      const keys = Object.keys(edition.texts.en).sort();
      for (const locale of LOCALES) expect(Object.keys(edition.texts[locale]).sort()).toEqual(keys);
      for (const key of keys.filter((id) => !id.endsWith('.short'))) {
        expect(edition.texts.kk[key], key).toMatch(/[а-яәғқңөұүһі]/i);
        expect(withoutNumerals(edition.texts.kk[key]), key).not.toMatch(/[a-z]{2}/i);
        expect(edition.texts.ru[key], key).toMatch(/[а-яё]/i);
        expect(withoutNumerals(edition.texts.ru[key]), key).not.toMatch(/[a-z]{2}|[әғқңөұүһі]/i);
        expect(edition.texts.en[key], key).not.toMatch(/[а-яёәғқңөұүһі]/i);
      }
    },
  );

  it('names the eight kinds by their official names', () => {
    expect(KINDS.map((kind) => edition.texts.ru[`kind.${kind}.name`])).toEqual([
      'Заявление',
      'Жалоба',
      'Сообщение',
      'Предложение',
      'Отклик',
      'Запрос',
      'Запрос о предоставлении информации',
      'Жалоба на государственную услугу',
    ]);
    expect(KINDS.slice(0, 6).map((kind) => edition.texts.kk[`kind.${kind}.name`])).toEqual([
      'Өтініш',
      'Шағым',
      'Хабарлама',
      'Ұсыныс',
      'Үн қосу',
      'Сұрау салу',
    ]);
  });

  it('uses every rule it declares, of rounds too where it knows rounds', () => {
    expect(edition.rounds).toBeNull();
    expect(guide.editions.flatMap(unusedRules)).toEqual([]);
    const { hearing, ...kinds } = current.rounds?.kinds ?? {};
    expect(hearing).toBeDefined();
    const without = { ...current, rounds: current.rounds && { ...current.rounds, kinds } } as Edition;
    expect(unusedRules(without)).toEqual([`${current.id}: no kind of round has the rule hearing_materials`]);
  });

  it('counts the bases of rounds and surveys with those of appeals', () => {
    const [first, second, third] = [edition, current, newest].map(confidenceCount);
    for (const confidence of ['read', 'unsure', 'platform'] as const)
      expect(second?.[confidence], confidence).toBeGreaterThan(first?.[confidence] ?? Infinity);
    for (const confidence of ['secondary', 'unsure', 'platform'] as const)
      expect(third?.[confidence], confidence).toBeGreaterThan(second?.[confidence] ?? Infinity);
  });

  it('counts the bases of contests too', () => {
    const seventh = guide.edition('2026-7');
    const of = (one: Edition) => confidenceCount(one).platform;
    expect(of(seventh) - of({ ...seventh, contests: null })).toBe(
      JSON.stringify(seventh.contests).split('"confidence":"platform"').length - 1,
    );
    expect(of({ ...seventh, contests: null })).toBeLessThan(of(seventh));
  });

  it('gives proposals, feedback and requests the procedure of a message, under their own articles', () => {
    for (const kind of ['proposal', 'feedback', 'request'] as const) {
      expect(edition.procedures[kind].rules).toEqual(edition.procedures.message.rules);
      expect(edition.procedures[kind].outcomes).toEqual(edition.procedures.message.outcomes);
      expect(edition.procedures[kind].basis[0]).not.toEqual(edition.procedures.message.basis[0]);
    }
    expect(edition.procedures.message.rules.hearing_notice).toBeUndefined();
  });

  it('can not be changed in memory', () => {
    expect(() => Object.assign(edition.procedures.application.rules, { decide: null })).toThrow(TypeError);
    expect(() => Object.assign(guide.calendar.years, { 2026: null })).toThrow(TypeError);
  });

  it('answers for the day: the edition in force, and a sentence before there was one', () => {
    expect(guide.inForceOn('2026-11-23').id).toBe('2026-10');
    expect(() => guide.inForceOn('2021-07-01')).toThrow(/No edition of the guide is in force on 2021-07-01/);
    expect(() => guide.edition('1999-9')).toThrow(/no edition 1999-9/);
  });
});

describe('the tenth edition', () => {
  it('differs from the ninth in Kazakh words alone, and tells so in every language', () => {
    const [tenth, ninth] = [guide.edition('2026-10'), guide.edition('2026-9')];
    const { id, extends: base, changes, told, texts, acts, ...rules } = tenth;
    expect({ ...ninth, id, extends: base, changes, told, texts, acts }).toEqual({
      ...rules,
      id,
      extends: base,
      changes,
      told,
      texts,
      acts,
    });
    expect({ ...acts, guide: null }).toEqual({ ...ninth.acts, guide: null });
    expect(tenth.told).toEqual([...ninth.told, 'note.corrected_kazakh']);
    const own = ['act.guide.version', 'note.corrected_kazakh'];
    const reworded = (locale: Locale) =>
      Object.keys(tenth.texts[locale]).filter((key) => tenth.texts[locale][key] !== ninth.texts[locale][key]);
    expect([reworded('ru').sort(), reworded('en').sort()]).toEqual([own, own]);
    expect(reworded('kk').length).toBeGreaterThan(own.length);
    const numbers = (text = '') => text.match(/\d+/g);
    for (const key of reworded('kk').filter((one) => !own.includes(one)))
      expect(numbers(tenth.texts.kk[key]), key).toEqual(numbers(ninth.texts.kk[key]));
  });
});

describe('an edition that extends another', () => {
  it('takes over its procedures, examples, counting and reminders, and brings its own acts and words', () => {
    expect(current.extends).toBe(edition.id);
    for (const key of ['procedures', 'examples', 'counting', 'reminder_plans', 'body_defaults'] as const)
      expect(current[key], key).toEqual(edition[key]);
    expect(Object.keys(current.acts)).toEqual(expect.arrayContaining(Object.keys(edition.acts)));
    expect(current.acts.councils_law).toBeDefined();
    for (const locale of LOCALES) expect(current.texts[locale]['act.guide.version']).toContain(current.id);
  });

  it('has a kind of round for every id, each with its numbers, its gate and a basis for both', () => {
    expect(Object.keys(current.rounds?.kinds ?? {}).sort()).toEqual([...ROUND_KINDS].sort());
    for (const kind of Object.values(current.rounds?.kinds ?? {})) {
      for (const { basis } of [...Object.values(kind.rules), ...kind.gate, ...kind.documents])
        for (const { act } of basis) expect(current.acts[act], `${kind.id}: ${act}`).toBeDefined();
    }
  });

  it('says who sits on a public council and for how long, under articles of their own; the amended one is unsure and says why', () => {
    expect(current.councils).toBeNull();
    const { civil, term } = newest.councils ?? {};
    expect([civil?.of, civil?.from, civil?.strictly, term?.months]).toEqual([2, 3, false, 36]);
    expect(civil?.basis[0]).toMatchObject({ act: 'councils_law', article: '1(7)', confidence: 'unsure' });
    expect(term?.basis[0]).toMatchObject({ act: 'councils_law', article: '9(4)–(8)', confidence: 'read' });
    for (const key of ['rounds', 'surveys'] as const)
      expect(newest[key], key).toEqual(guide.edition(newest.extends ?? '')[key]);
  });

  it('adds rules to procedures that it takes over, and examples to those before, and changes none', () => {
    const [eighth, before] = [guide.edition('2026-8'), guide.edition('2026-7')];
    const added = KINDS.map((kind) => {
      const { rules } = before.procedures[kind];
      expect(eighth.procedures[kind], kind).toMatchObject(before.procedures[kind]);
      return [kind, Object.keys(eighth.procedures[kind].rules).filter((rule) => !(rule in rules))] as const;
    });
    const simplified = ['file_access', 'termination_notice'];
    expect(Object.fromEntries(added.filter(([, rules]) => rules.length > 0))).toEqual({
      application: ['hearing_protocol', 'protocol_remarks'],
      ...{ message: simplified, proposal: simplified, feedback: simplified, request: simplified },
    });
    expect(newest.examples.slice(0, eighth.examples.length)).toEqual(eighth.examples);
  });

  it('amends a procedure that it takes over: a complaint is put right, returned, heard and suspends the act, each under its article', () => {
    const [was, now] = [guide.edition('2026-8').procedures, newest.procedures];
    expect([was.complaint.cure, was.complaint.hearing, was.complaint.suspension]).toEqual([null, null, null]);
    const { cure, hearing, suspension, rules, next } = now.complaint;
    expect(cure?.basis[0]).toMatchObject({ article: '94(1), 64(6)', confidence: 'read' });
    expect(hearing?.basis[0]).toMatchObject({ article: '98(3), 73(1)', confidence: 'read' });
    expect(suspension?.exceptions.map(({ in_act }) => in_act)).toEqual([true, false, true]);
    expect(rules.file_access?.basis[0]?.article).toBe('98(5), 75(1)');
    expect(next.slice(0, was.complaint.next.length)).toEqual(was.complaint.next);
    const { exceptions } = now.application.hearing ?? {};
    expect(exceptions?.map(({ basis: [first] }) => first?.article)).toEqual(['73(2) 4)', '73(2) 5)']);
    expect(now.application.rules.remarks_decision?.basis.map(({ confidence }) => confidence)).toEqual([
      'read',
      'platform',
    ]);
    for (const kind of KINDS.filter((one) => one !== 'application' && one !== 'complaint'))
      expect(now[kind], kind).toEqual(was[kind]);
  });

  it('says how bodies are measured: bands, weights that add up, a least number, each with where it comes from', () => {
    expect(guide.edition('2026-4').scoring).toBeNull();
    const { bands, minimum, composite } = newest.scoring ?? {};
    expect([bands?.good, bands?.adequate, minimum?.n]).toEqual([0.95, 0.9, 10]);
    expect(composite?.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(composite?.basis[0]).toMatchObject({ act: 'guide', confidence: 'platform' });
  });

  it('rests on the one it extends: a change there changes its hash too', () => {
    const after = loadGuide(changed(APPEALS, '# The eight kinds', '# The nine kinds'));
    for (const id of extending) expect(after.hashes[`edition ${id}`], id).not.toBe(guide.hashes[`edition ${id}`]);
  });
});

describe('a guide that does not hang together is refused with file, path and reason', () => {
  const refused = (file: string, from: string | RegExp, to: string) => {
    const dir = changed(file, from, to);
    return () => loadGuide(dir);
  };

  it.each([
    [
      'a number of the wrong kind',
      APPEALS,
      'n: 15, unit: working_day',
      'n: many, unit: working_day',
      /appeals\.yaml: application\.rules\.decide\.term\.n/,
    ],
    [
      'a word the schema does not know',
      APPEALS,
      'filed_with: competent_body',
      'filed_with: anybody',
      /application\.filed_with/,
    ],
    ['a key nobody reads', APPEALS, 'family: full', 'family: full\n  speed: high', /application: .*speed/],
    [
      'an act that is not listed',
      APPEALS,
      "act: appc, article: '70(3)'",
      "act: app, article: '70(3)'",
      /termination_notice.*there is no act app/,
    ],
    [
      'a rule without a basis',
      APPEALS,
      /basis: \[\{ act: appc, article: '86\(3\)'[^\n]*/,
      'basis: []',
      /execute\.basis/,
    ],
    [
      'an extension that points nowhere',
      APPEALS,
      'limit_rule: decide_extended',
      'limit_rule: execute_twice',
      /limit_rule/,
    ],
    [
      'a backward term that is rolled',
      APPEALS,
      'direction: backward, roll: none',
      'direction: backward, roll: next_working_day',
      /backward term is not rolled/,
    ],
    [
      'inheriting what is not there',
      APPEALS,
      'inherits: message',
      'inherits: petition',
      /proposal\.inherits: petition does not stand before it/,
    ],
    [
      'a missing text',
      'editions/2026-1/text.kk.yaml',
      /  redirect_notice: \{ name: "Қайта жолданғанын[^\n]*\n/,
      '',
      /text\.kk\.yaml: rule\.redirect_notice\.name is missing/,
    ],
    [
      'a text nobody asks for',
      'editions/2026-1/text.ru.yaml',
      'party:',
      'party:\n  guest: { name: гость }',
      /text\.ru\.yaml: nobody asks for party\.guest\.name/,
    ],
    ['a missing calendar text', 'calendars/text.en.yaml', /  nauryz: [^\n]*\n/, '', /holiday\.nauryz\.name is missing/],
    [
      'a day that does not exist',
      'calendars/2026.yaml',
      '2026-12-16',
      '2026-12-46',
      /2026\.yaml: entries\.\d+.*not a day/,
    ],
    ['half of a moved day', 'calendars/2025.yaml', ', work: 2025-01-05', '', /2025\.yaml: entries\.\d+\.work/],
    [
      'a substitute for no holiday',
      'calendars/2026.yaml',
      'for: 2026-03-08',
      'for: 2026-03-07',
      /2026-03-09 stands for 2026-03-07/,
    ],
    [
      'a day that stands twice',
      'calendars/2026.yaml',
      'date: 2026-07-06',
      'date: 2026-05-27',
      /2026-05-27 stands twice/,
    ],
    [
      'a forgotten holiday, by the published count',
      'calendars/2026.yaml',
      /  - \{ type: holiday, date: 2026-07-06[^\n]*\n/,
      '',
      /month 7 has 23 working days, the published count is 22/,
    ],
    [
      'a duty gathered in one that is not there',
      ROUNDS,
      'gathered_in: dispose',
      'gathered_in: hearing_call',
      /service_bylaw: no rule hearing_call, which gathering needs/,
    ],
    [
      'a duty gathered in another that reminds by itself',
      ROUNDS,
      'reminders: none\n        gathered_in',
      'reminders: short\n        gathered_in',
      /dispose_comment is gathered in another and can't remind by itself/,
    ],
    [
      'a kind of round without its gate',
      ROUNDS,
      /    gate: &gate_without_table\n(      - [^\n]*\n)+/,
      '    gate: []\n',
      /rounds\.yaml: kinds\.budget_plan\.gate/,
    ],
    [
      'an edition that extends none that stands before it',
      'editions/2026-2/edition.yaml',
      'extends: 2026-1',
      'extends: 2025-9',
      /it extends 2025-9, which does not stand before it/,
    ],
    [
      'a missing text of rounds',
      'editions/2026-2/text.kk.yaml',
      /  partly: [^\n]*\n/,
      '',
      /text\.kk\.yaml: disposition\.partly\.name is missing/,
    ],
    ['broken YAML', 'editions/2026-1/examples.yaml', 'kind: application', 'kind: [application', /examples\.yaml/],
  ] as [string, string, string | RegExp, string, RegExp][])('%s', (_, file, from, to, message) => {
    expect(refused(file, from, to)).toThrow(message);
  });

  it('a worked example that no longer comes out is named with both days', () => {
    const dir = changed('editions/2026-1/examples.yaml', 'due: 2026-04-07', 'due: 2026-04-08');
    expect(failedExamples(loadGuide(dir))).toEqual(
      [edition.id, ...extending].map((id) => `${id}, example over_nauryz: due 2026-04-07, expected 2026-04-08`),
    );
  });

  it('and so is one of a round', () => {
    const dir = changed(ROUNDS, 'expect: { due: 2026-05-19', 'expect: { due: 2026-05-18');
    expect(failedExamples(loadGuide(dir))).toEqual(
      extending.map((id) => `${id}, example comments_answered_in_may: due 2026-05-19, expected 2026-05-18`),
    );
  });
});

describe('what was published stays', () => {
  it('nothing published has been changed since, and nothing waits unpublished', () => {
    expect(changedSincePublished(guide, readLock('guide'))).toEqual([]);
    expect(unpublished(guide, readLock('guide'))).toEqual([]);
  });

  it('a changed edition, a changed official year and a lost year are each a sentence, and can not be published over', () => {
    const dir = changed(APPEALS, '# The eight kinds', '# The nine kinds');
    const lock = { ...lockOf(guide), 'calendar 2019': { sha256: '0'.repeat(64), status: 'official' as const } };
    writeFileSync(path.join(dir, 'lock.json'), JSON.stringify(lock));
    writeFileSync(
      path.join(dir, 'calendars/2026.yaml'),
      `${readFileSync('guide/calendars/2026.yaml', 'utf8')}# a word\n`,
    );
    const after = loadGuide(dir);
    const sentences = changedSincePublished(after, readLock(dir));
    // The editions that extend the changed one rest on it, and are changed with it.
    const changedNames = ['calendar 2026', 'calendar 2019', ...guide.editions.map(({ id }) => `edition ${id}`)];
    expect(sentences).toHaveLength(changedNames.length);
    for (const name of changedNames) expect(sentences.join('\n')).toContain(name);
    expect(publish(dir, after)).toEqual({ added: [], refused: sentences });
  });

  it('a projected year may become official, and is locked from then on', () => {
    const dir = changed('calendars/2027.yaml', 'status: projected', 'status: official');
    writeFileSync(path.join(dir, 'lock.json'), JSON.stringify(lockOf(guide)));
    const official = loadGuide(dir);
    expect(publish(dir, official)).toEqual({ added: ['calendar 2027'], refused: [] });
    expect(readLock(dir)['calendar 2027']?.status).toBe('official');
    writeFileSync(
      path.join(dir, 'calendars/2027.yaml'),
      `${readFileSync(path.join(dir, 'calendars/2027.yaml'), 'utf8')}# later\n`,
    );
    expect(changedSincePublished(loadGuide(dir), readLock(dir))).toHaveLength(1);
  });

  it('does not depend on how a checkout ends its lines', () => {
    const dir = changed(APPEALS, /\n/g, '\r\n');
    expect(loadGuide(dir).hashes).toEqual(guide.hashes);
  });
});
