// Who reads an appeal, and when: public later on a day that its applicant chose, read off the day and moved until then; personal data looked
// for before it is published, also inside files; and one appeal to several bodies as linked cases.
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { setPublicity } from '../../app/commands/appeals/set-publicity';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { uploadFile } from '../../app/commands/files/upload';
import { addMonths } from '../../app/core/day';
import type { Outcome, Refusal } from '../../app/core/refusal';
import type { Event } from '../../app/core/event';
import { withheldIn } from '../../app/core/withheld';
import type { Viewer } from '../../app/core/viewer';
import { attachmentOf } from '../../app/queries/attachment';
import { caseFacts } from '../../app/queries/case-facts';
import { filterOf } from '../../app/queries/appeal-filter';
import { listAppeals } from '../../app/queries/appeals';
import { figures } from '../../app/queries/front';
import { linksOf } from '../../app/queries/case-links';
import { verifyLedger } from '../../app/data/verify';
import { search } from '../../workers/search';
import { must } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const refusalOf = async (outcome: Promise<Outcome<unknown>>): Promise<Refusal> => {
  const it = await outcome;
  if (it.ok) throw new Error('it was not refused');
  return it.refusal;
};
const IIN = '850101300124';
const attached = async (name: string, text: string, viewer: Viewer = cast.ngo) =>
  (await must(uploadFile(world, viewer, { name, bytes: Readable.from([Buffer.from(text)]) }))).id;
const filed = (more: Record<string, unknown> = {}) => must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
const refused = (more: Record<string, unknown>) =>
  refusalOf(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
const reads = async (viewer: Viewer | null, number: string) => (await caseFacts(world, viewer, number)) !== null;
const listed = async (viewer: Viewer | null, q = '') =>
  (await listAppeals(world, viewer, { filter: filterOf(new URLSearchParams({ q })), locale: 'ru' })).rows.map(
    ({ number }) => number,
  );

describe('an appeal that becomes public later', () => {
  it('is its parties’ alone until the day, and everybody’s from it, without anything having happened', async () => {
    at('2026-03-02');
    const { number } = await filed({ visibility: 'later', publicDay: '2026-04-01', subject: 'Откроется апрелем' });
    at('2026-03-31', '23:59');
    expect([await reads(null, number), await reads(cast.stranger, number)]).toEqual([false, false]);
    expect([await reads(cast.ngo, number), await reads(cast.registrar, number)]).toEqual([true, true]);
    expect(await listed(null, 'апрелем')).toEqual([]);
    const before = (await figures(world)).received;
    at('2026-04-01', '00:00');
    expect([await reads(null, number), await reads(cast.stranger, number)]).toEqual([true, true]);
    expect(await listed(null, 'апрелем')).toEqual([number]);
    expect((await figures(world)).received).toBe(before + 1);
    at('2026-03-02');
  });

  it('has its day moved or taken back by the applicant until it comes, and no longer', async () => {
    at('2026-03-02');
    const { id, number } = await filed({ visibility: 'later', publicDay: '2026-03-10' });
    await must(setPublicity(world, cast.ngo, { appealId: id, publicDay: '2026-03-20' }));
    at('2026-03-12');
    expect(await reads(null, number)).toBe(false);
    expect((await refusalOf(setPublicity(world, cast.registrar, { appealId: id, publicDay: '' }))).code).toBe(
      'not_allowed',
    );
    await must(setPublicity(world, cast.ngo, { appealId: id, publicDay: '' }));
    at('2026-03-21');
    expect(await reads(null, number)).toBe(false);
    await must(setPublicity(world, cast.ngo, { appealId: id, publicDay: '2026-03-22' }));
    at('2026-03-22');
    expect(await reads(null, number)).toBe(true);
    expect((await refusalOf(setPublicity(world, cast.ngo, { appealId: id, publicDay: '' }))).code).toBe(
      'public_already',
    );
    expect((await refusalOf(setPublicity(world, cast.stranger, { appealId: id, publicDay: '' }))).code).toBe(
      'not_allowed',
    );
    at('2026-03-02');
  });

  it('asks for a day to come, within what the guide allows', async () => {
    const months = world.guide.inForceOn('2026-03-02').filing?.public_later.months ?? 0;
    const at_ = (publicDay: string) => refused({ visibility: 'later', publicDay });
    expect((await at_('')).fields).toEqual({ publicDay: 'required' });
    for (const day of ['2026-03-02', '2026-02-30', 'завтра', addMonths('2026-03-03', months)])
      expect((await at_(day)).fields, day).toEqual({ publicDay: 'bad_day' });
  });
});

describe('personal data before publication', () => {
  it('in the text keeps it back: a phone until one says so, an IIN always; a private appeal is not looked through', async () => {
    const phone = { text: 'Позвоните мне по номеру +7 701 123 45 67, я всё расскажу подробно.' };
    const refusal = await refused(phone);
    expect([refusal.code, refusal.found]).toEqual([
      'personal_data_in_appeal',
      [{ what: 'phone', text: '+7 701 123 45 67', in: 'text' }],
    ]);
    await filed({ ...phone, publishPersonal: 'on' });
    const iin = { subject: `Справка на ${IIN}` };
    expect((await refused({ ...iin, publishPersonal: 'on' })).code).toBe('personal_data_in_appeal');
    await filed({ ...iin, visibility: 'private' });
    expect((await refused({ ...iin, visibility: 'later', publicDay: '2026-05-04' })).code).toBe(
      'personal_data_in_appeal',
    );
  });

  it('in a file is told with its place; kept for the parties, the file is read by them alone and found by nobody', async () => {
    const list = await attached('список.csv', `Имя,ИИН\nАйгүл,${IIN}\nпотаённое\n`);
    const clean = await attached('смета.txt', 'Смета на ремонт крыльца');
    const files = [list, clean];
    const refusal = await refused({ files });
    expect(refusal.found).toEqual([
      { what: 'iin', text: IIN, in: 'file', file: { id: list, name: 'список.csv', of: 'line', at: '2' } },
    ]);
    const { number } = await filed({ files, withheld: list });
    const opens = async (viewer: Viewer | null, fileId: string) =>
      (await attachmentOf(world, viewer, { number, fileId })) !== null;
    expect([await opens(null, list), await opens(null, clean)]).toEqual([false, true]);
    expect([await opens(cast.ngo, list), await opens(cast.registrar, list)]).toEqual([true, true]);
    await search(world, new AbortController().signal);
    expect(await listed(null, 'крыльца')).toEqual([number]);
    expect(await listed(null, 'потаённое')).toEqual([]);
  });

  it('is looked for when a day is set, in files too; what is kept back then is forgotten by search', async () => {
    const list = await attached('люди.txt', `Сверхсекретно ${IIN}`);
    const { id, number } = await filed({ visibility: 'private', files: [list] });
    await search(world, new AbortController().signal);
    const day = { appealId: id, publicDay: '2026-03-10' };
    const refusal = await refusalOf(setPublicity(world, cast.ngo, day));
    expect(refusal.found?.map(({ file }) => file?.name)).toEqual(['люди.txt']);
    await must(setPublicity(world, cast.ngo, { ...day, withheld: [list] }));
    await search(world, new AbortController().signal);
    at('2026-03-11');
    expect([await reads(null, number), await listed(null, 'сверхсекретно')]).toEqual([true, []]);
    expect(await attachmentOf(world, null, { number, fileId: list })).toBeNull();
    at('2026-03-02');
  });
});

describe('a file kept for the parties', () => {
  it('stays so at the body that the case is sent on to, and whatever comes later has its own word', async () => {
    at('2026-03-02');
    const list = await attached('список.txt', `Тайное ${IIN}`);
    const { id } = await filed({ visibility: 'private', files: [list] });
    await must(setPublicity(world, cast.ngo, { appealId: id, publicDay: '2026-03-10', withheld: [list] }));
    const reason = 'Вопрос в компетенции комитета.';
    await must(redirectAppeal(world, cast.registrar, { appealId: id, toBodyId: cast.committee.id, reason }));
    const there = await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } });
    at('2026-03-11');
    expect(await reads(null, there.number)).toBe(true);
    expect(await attachmentOf(world, null, { number: there.number, fileId: list })).toBeNull();
    expect(await attachmentOf(world, cast.ngo, { number: there.number, fileId: list })).not.toBeNull();
    at('2026-03-02');
  });

  it('by its event’s word, by the applicant’s later one, and never less than the body kept back', () => {
    const file = (id: string, kept?: true) => ({
      ...{ id, name: id, type: '', size: 1, sha256: '' },
      ...(kept && { withheld: kept }),
    });
    const event = (version: number, type: string, payload: object) => ({ version, type, payload }) as unknown as Event;
    const events = [
      event(1, 'appeal.filed', { files: [file('mine', true), file('open')] }),
      event(2, 'appeal.answered', { files: [file('theirs', true), file('answer')] }),
      event(3, 'appeal.publicity_set', { withheld: ['answer'] }),
      event(4, 'appeal.cured', { files: [file('later', true), file('added')] }),
    ];
    expect([...withheldIn(events)]).toEqual(['theirs', 'answer', 'later']);
    expect([...withheldIn(events.slice(0, 2))]).toEqual(['mine', 'theirs']);
  });
});

describe('one appeal to several bodies', () => {
  const both = () => [cast.ministry.id, cast.committee.id];

  it('is a case at each, with its own number and clock, each showing the other; one form files them once', async () => {
    const key = world.newId();
    const send = () => fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'Всем сразу', bodyId: both(), key });
    const [one, two] = await Promise.all([must(send()), must(send())]);
    expect(one.number).toBe(two.number);
    const rows = await world.db.prisma.appeal.findMany({
      where: { subject: 'Всем сразу' },
      orderBy: { number: 'asc' },
    });
    expect(rows.map(({ bodyId, dueDay }) => [bodyId, dueDay])).toEqual(both().map((bodyId) => [bodyId, '2026-03-27']));
    expect([one.number, ...one.others]).toEqual(rows.map(({ number }) => number));
    for (const [mine, other] of [rows, rows.toReversed()]) {
      const facts = await caseFacts(world, null, mine?.number ?? '');
      if (!facts) throw new Error('not there');
      expect(linksOf({ facts, viewer: null, locale: 'ru' }).together.map(({ number }) => number)).toEqual([
        other?.number,
      ]);
      expect(await world.db.prisma.obligation.count({ where: { stream: `appeal:${mine?.id}` } })).toBeGreaterThan(1);
    }
    await must(withdrawAppeal(world, cast.ngo, { appealId: rows[0]!.id, statement: 'Отзываем у первого.' }));
    const other = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: rows[1]!.id } });
    expect(other.phase, 'each goes its own way').toBe('open');
    expect(
      (
        await refusalOf(
          fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'Всем сразу', bodyId: both()[0], key }),
        )
      ).code,
    ).toBe('form_taken');
  });

  it('is all or nothing: one closed body, and nobody has it', async () => {
    await world.db.prisma.body.update({ where: { id: cast.committee.id }, data: { closedAt: new Date() } });
    expect((await refused({ subject: 'Ни одному', bodyId: both() })).code).toBe('body_closed');
    await world.db.prisma.body.update({ where: { id: cast.committee.id }, data: { closedAt: null } });
    expect(await world.db.prisma.appeal.count({ where: { subject: 'Ни одному' } })).toBe(0);
  });

  it('is refused for what goes to the body complained of, and beyond the number of the guide', async () => {
    expect((await refused({ kind: 'service_complaint', bodyId: both() })).code).toBe('several_not_possible');
    const most = world.guide.inForceOn('2026-03-02').filing?.several.most ?? 0;
    const many = [...both(), ...Array.from({ length: most }, () => world.newId())];
    expect((await refused({ bodyId: many })).code).toBe('several_too_many');
  });

  it('stands in the ledger as it stands in the tables', async () => {
    expect(await verifyLedger(world)).toMatchObject({ faults: [] });
  });
});
