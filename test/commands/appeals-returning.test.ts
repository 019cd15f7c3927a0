// A defect is put right or the appeal is returned, as APPC 64(6)-(8) tells it, while the term for the answer runs on.
import { beforeAll, describe, expect, it } from 'vitest';
import { askCure } from '../../app/commands/appeals/ask-cure';
import { cureAppeal } from '../../app/commands/appeals/cure';
import { fileAppeal } from '../../app/commands/appeals/file';
import { returnAppeal } from '../../app/commands/appeals/return';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { verifyLedger } from '../../app/data/verify';
import { steps } from '../help/cases';
import { codeOf, must } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const { file, row, owed, letters } = steps(world, () => cast);

const DEFECTS = 'Нет подписи и почтового адреса; приложите устав.';
const REASONS = 'Недостатки не устранены в назначенный срок.';
const ask = (appealId: string, until: string, viewer = cast.registrar) =>
  askCure(world, viewer, { appealId, defects: DEFECTS, until });
const back = (appealId: string, ground: string, more: object = {}) =>
  returnAppeal(world, cast.head, { appealId, ground, text: REASONS, ...more });

describe('putting right', () => {
  it('the body names the defect and sets a day; the applicant owes it and the term for the answer runs on', async () => {
    at('2026-02-02');
    const id = await file();
    await must(ask(id, '2026-02-07'));
    expect(await owed(id, 'cure')).toMatchObject({
      debtorKind: 'organisation',
      creditorId: cast.ministry.id,
      dueDay: '2026-02-09',
      closedDay: null,
    });
    expect(await row(id)).toMatchObject({ dueDay: '2026-02-23', phase: 'open' });
    expect(await letters(id, 'case_step')).toMatchObject([
      { personId: cast.ngo.personId, data: { step: 'cure_asked' } },
    ]);
  });

  it('is done by the applicant alone, once, and told to the body', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(cureAppeal(world, cast.ngo, { appealId: id, text: 'Устав приложен.' }))).toBe('cure_not_asked');
    await must(ask(id, '2026-02-06'));
    expect(await codeOf(ask(id, '2026-02-09'))).toBe('cure_pending');
    expect(await codeOf(cureAppeal(world, cast.executor, { appealId: id, text: 'Устав приложен.' }))).toBe(
      'not_allowed',
    );
    at('2026-02-05');
    await must(cureAppeal(world, cast.ngo, { appealId: id, text: 'Устав приложен.' }));
    expect(await owed(id, 'cure')).toMatchObject({ closedDay: '2026-02-05', closedHow: 'discharged' });
    expect(await codeOf(back(id, 'defects_not_cured'))).toBe('cure_not_asked');
    await must(ask(id, '2026-02-10'));
  });

  it('a day before tomorrow or after the answer is due is refused', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(ask(id, '2026-02-02'))).toBe('day_not_later');
    expect(await codeOf(ask(id, '2026-02-24'))).toBe('cure_after_due');
    await must(ask(id, '2026-02-23'));
  });

  it('is unknown where the guide knows no such step', async () => {
    at('2026-02-02');
    expect(await codeOf(ask(await file({ kind: 'service_complaint' }), '2026-02-05'))).toBe('cure_not_known');
  });
});

describe('returning', () => {
  it('comes only after the set day has passed, within three working days, with reasons', async () => {
    at('2026-02-02');
    const id = await file();
    await must(ask(id, '2026-02-06'));
    at('2026-02-06');
    expect(await codeOf(back(id, 'defects_not_cured'))).toBe('cure_running');
    at('2026-02-09');
    await lapseObligations(world);
    expect(await letters(id, 'case_step', cast.registrar)).toMatchObject([
      { data: { step: 'cure_lapsed', day: '2026-02-11' } },
    ]);
    await must(back(id, 'defects_not_cured'));
    expect(await row(id)).toMatchObject({ phase: 'returned', outcome: 'defects_not_cured', endedDay: '2026-02-09' });
    expect(await owed(id, 'cure_return')).toMatchObject({
      fromDay: '2026-02-06',
      dueDay: '2026-02-11',
      closedDay: '2026-02-09',
    });
    expect(await owed(id, 'decide')).toMatchObject({ closedHow: 'discharged' });
    expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([
      { data: { step: 'cure_asked' } },
      { data: { step: 'returned', text: REASONS } },
    ]);
  });

  it('after registration is for obscene language, or for what the body has terminated already', async () => {
    at('2026-02-02');
    const obscene = await file();
    await must(back(obscene, 'obscene'));
    expect(await owed(obscene, 'return')).toMatchObject({ fromDay: '2026-02-02', dueDay: '2026-02-05' });
    const first = await file();
    const second = await file();
    const { number } = await row(first);
    expect(await codeOf(back(second, 'identical_terminated', { earlier: number }))).toBe('return_needs_earlier');
    await must(terminateAppeal(world, cast.head, { appealId: first, ground: 'court_act', text: REASONS }));
    await must(back(second, 'identical_terminated', { earlier: number }));
    const foreign = await must(fileAppeal(world, cast.citizen, { ...anAppeal(cast), organisationId: '' }));
    expect(await codeOf(back(foreign.id, 'identical_terminated', { earlier: number }))).toBe('return_needs_earlier');
    expect(await codeOf(back(foreign.id, 'none'))).toBe('ground_unknown');
  });

  it('does not bar filing again: the new case names the returned one', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(fileAppeal(world, cast.ngo, { ...anAppeal(cast), originId: id }))).toBe('not_found');
    await must(back(id, 'obscene'));
    expect(await codeOf(fileAppeal(world, cast.ngo, { ...anAppeal(cast), kind: 'message', originId: id }))).toBe(
      'not_found',
    );
    expect(await codeOf(fileAppeal(world, cast.citizen, { ...anAppeal(cast), organisationId: '', originId: id }))).toBe(
      'not_found',
    );
    const again = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), originId: id }));
    expect(await row(again.id)).toMatchObject({ originId: id, phase: 'open' });
  });
});

it('the ledger is whole: every row is the fold of its events', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
