// Meetings of a public council: called out of what is due, changed before, recorded after; what each step refuses.
import { beforeAll, describe, expect, it } from 'vitest';
import { callMeeting, changeMeeting } from '../../app/commands/meetings/call';
import { holdMeeting } from '../../app/commands/meetings/hold';
import { neededOf } from '../../app/core/council';
import { foldMeeting, meetingStream, type Meeting } from '../../app/core/meeting';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { codeOf, must, refusalOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-12-01');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const MINUTES = {
  minutesKk: 'Отырыс хаттамасы: мәселелер қаралды.',
  minutesRu: 'Протокол заседания: вопросы рассмотрены.',
};
const asked = (more: Record<string, unknown> = {}) => ({
  ...{ councilId: cast.council.id, day: '2026-12-10', time: '15:00', place: 'Астана, Мәңгілік Ел 8' },
  ...{ items: ['R-2026-000001|Қағидалар туралы'], more: 'Жоспар туралы', ...more },
});
const rowOf = (number: string) => world.db.prisma.meeting.findUniqueOrThrow({ where: { number } });
const stateOf = async (number: string): Promise<Meeting> => {
  const { id } = await rowOf(number);
  const meeting = foldMeeting((await openStream(world.db, meetingStream(id))).events);
  if (!meeting) throw new Error('no such meeting');
  return meeting;
};
const called = async (more: Record<string, unknown> = {}) => {
  at('2026-12-01');
  return stateOf((await must(callMeeting(world, cast.secretary, asked(more)))).number);
};
const everyone = () => [cast.chair, ...cast.members].map(({ personId }) => personId);
const decisionOn = ({ agenda }: Meeting, text = { kk: 'Қолдау білдірілді.', ru: 'Поддержать.' }) => [
  { itemId: agenda[0]?.id ?? '', ...text },
];
const hold = (meeting: Meeting, more: Record<string, unknown> = {}, viewer = cast.secretary) =>
  holdMeeting(world, viewer, { meetingId: meeting.id, present: everyone(), ...MINUTES, ...more });

describe('calling', () => {
  it('puts a question that is asked twice on the agenda once, in the order of asking', async () => {
    const twice = ['R-2026-000001|Қағидалар туралы', '2026-000007|Пандус', 'R-2026-000001|Қағидалар туралы'];
    const { agenda } = await called({ items: twice, more: ' Жоспар туралы \r\n\r\nЖоспар туралы' });
    expect(agenda.map(({ about, title }) => [about, title])).toEqual([
      ['R-2026-000001', 'Қағидалар туралы'],
      ['2026-000007', 'Пандус'],
      ['', 'Жоспар туралы'],
    ]);
  });

  it('cuts nothing off: an agenda of a hundred and thirty questions has them all, when it is called and when it changes', async () => {
    const items = Array.from({ length: 120 }, (_, n) => `2026-${String(n).padStart(6, '0')}|Пандус ${n}`);
    const more = Array.from({ length: 10 }, (_, n) => `Жоспар ${n}`).join('\n');
    const meeting = await called({ items, more });
    expect(meeting.agenda.map(({ title }) => title)).toEqual([
      ...items.map((item) => item.split('|')[1]),
      ...more.split('\n'),
    ]);
    const when = { day: meeting.day, time: meeting.time, place: meeting.place };
    await must(changeMeeting(world, cast.secretary, { meetingId: meeting.id, ...when, items, more: `${more}\nТағы` }));
    expect((await stateOf(meeting.number)).agenda).toHaveLength(131);
  });

  it('refuses a day that has passed, an hour that is none, and an agenda without a question', async () => {
    at('2026-12-01');
    const fields = async (more: Record<string, unknown>) =>
      (await refusalOf(callMeeting(world, cast.secretary, asked(more))))?.fields;
    expect(await fields({ day: '2026-11-30' })).toEqual({ day: 'bad_day' });
    expect(await fields({ time: '25:00' })).toEqual({ time: 'bad_value' });
    expect(await fields({ place: ' ' })).toEqual({ place: 'required' });
    expect(await fields({ items: '', more: ' \n ' })).toEqual({ items: 'required' });
  });

  it('makes one meeting of a form that is sent twice', async () => {
    at('2026-12-01');
    const key = world.newId();
    const before = await world.db.prisma.meeting.count();
    const send = () => must(callMeeting(world, cast.chair, asked({ key })));
    const [first, atOnce] = await Promise.all([send(), send()]);
    expect([atOnce, await send()]).toEqual([first, first]);
    expect(await world.db.prisma.meeting.count()).toBe(before + 1);
  });

  it('is for the secretary and the chair of this council, while it is open', async () => {
    at('2026-12-01');
    for (const other of [cast.members[0], cast.head, cast.ngo, cast.administrator])
      expect(await codeOf(callMeeting(world, other, asked()))).toBe('not_allowed');
    expect(await codeOf(callMeeting(world, null, asked()))).toBe('not_signed_in');
    const closing = (closedAt: Date | null) =>
      world.db.prisma.council.update({ where: { id: cast.council.id }, data: { closedAt } });
    await closing(new Date(world.now()));
    expect(await codeOf(callMeeting(world, cast.secretary, asked()))).toBe('not_found');
    await closing(null);
  });
});

describe('changing', () => {
  it('moves a meeting and takes questions off, but not into the past', async () => {
    const meeting = await called();
    const change = (more: Record<string, unknown>) =>
      changeMeeting(world, cast.secretary, { ...asked(more), meetingId: meeting.id });
    await must(change({ day: '2026-12-15', items: '', more: 'Тек жоспар' }));
    const { day, agenda } = await stateOf(meeting.number);
    expect([day, agenda.map(({ title }) => title)]).toEqual(['2026-12-15', ['Тек жоспар']]);
    expect((await rowOf(meeting.number)).day).toBe('2026-12-15');
    expect((await refusalOf(change({ day: '2026-11-30' })))?.fields).toEqual({ day: 'bad_day' });
  });
});

describe('recording', () => {
  it('waits for the day of the meeting', async () => {
    const meeting = await called();
    at('2026-12-09', '23:59');
    const refusal = await refusalOf(hold(meeting));
    expect([refusal?.code, refusal?.params]).toEqual(['meeting_to_come', { day: '2026-12-10' }]);
    at('2026-12-10', '00:01');
    expect(await codeOf(hold(meeting))).toBe('done');
  });

  it('keeps who was there, what was decided and the minutes in both languages, signed', async () => {
    const meeting = await called();
    at('2026-12-11');
    const present = everyone().slice(0, 4);
    await must(hold(meeting, { present, guests: 'Баспасөз', decisions: decisionOn(meeting) }));
    const { held } = await stateOf(meeting.number);
    expect(held).toMatchObject({
      ...{ day: '2026-12-11', guests: 'Баспасөз', minutes: { kk: MINUTES.minutesKk, ru: MINUTES.minutesRu } },
      decisions: [{ itemId: meeting.agenda[0]?.id, text: { kk: 'Қолдау білдірілді.', ru: 'Поддержать.' } }],
      signatory: { personId: cast.secretary.personId, post: 'Кеңес хатшысы' },
    });
    expect(
      held?.attendance
        .filter((one) => one.present)
        .map(({ personId }) => personId)
        .sort(),
    ).toEqual(present.sort());
    expect(held?.attendance).toHaveLength(5);
    expect((await rowOf(meeting.number)).held).toBe(true);
  });

  it('takes no decision without a quorum, which the guide counts, but does take the minutes', async () => {
    const meeting = await called();
    at('2026-12-10');
    const quorum = world.guide.inForceOn('2026-12-10').rounds?.council.quorum;
    if (!quorum) throw new Error('the guide names no quorum');
    const needed = neededOf(quorum, everyone().length);
    const few = { present: everyone().slice(0, needed - 1) };
    const refusal = await refusalOf(hold(meeting, { ...few, decisions: decisionOn(meeting) }));
    expect([refusal?.code, refusal?.params]).toEqual(['quorum_missing', { present: needed - 1, needed }]);
    expect(refusal?.basis).toEqual({ act: 'councils_law', article: quorum.basis[0]?.article });
    const enough = { present: everyone().slice(0, needed), decisions: decisionOn(meeting) };
    expect(await codeOf(hold(meeting, few))).toBe('done');
    const other = await called();
    at('2026-12-10');
    expect(await codeOf(hold(other, enough))).toBe('done');
  });

  it('counts nobody who does not sit on the council: not the secretary, not a guest', async () => {
    const meeting = await called();
    at('2026-12-10');
    const present = [cast.chair, cast.members[0], cast.members[1], cast.secretary, cast.ngo].map((p) => p.personId);
    expect(await codeOf(hold(meeting, { present, decisions: decisionOn(meeting) }))).toBe('quorum_missing');
  });

  it('takes the attendance of those who sat on the council when it met, whenever it is written down', async () => {
    const meeting = await called();
    const [leaving] = cast.members;
    const seat = { councilId: cast.council.id, personId: leaving.personId };
    const ends = (until: Date | null) => world.db.prisma.membership.updateMany({ where: seat, data: { until } });
    await ends(new Date('2026-12-12T00:00:00Z'));
    at('2026-12-14');
    await must(hold(meeting));
    await ends(null);
    const { held } = await stateOf(meeting.number);
    expect(held?.attendance.map(({ personId }) => personId)).toContain(leaving.personId);
  });

  it('refuses a decision or minutes in one language only', async () => {
    const meeting = await called();
    at('2026-12-10');
    const half = decisionOn(meeting, { kk: 'Қолдау.', ru: ' ' });
    expect((await refusalOf(hold(meeting, { decisions: half })))?.fields).toEqual({
      [`decision.${meeting.agenda[0]?.id}.ru`]: 'required',
    });
    expect((await refusalOf(hold(meeting, { minutesRu: '' })))?.fields).toEqual({ minutesRu: 'required' });
  });

  it('is final: minutes are neither written again nor the meeting changed', async () => {
    const meeting = await called();
    at('2026-12-10');
    await must(hold(meeting));
    expect(await codeOf(hold(meeting))).toBe('meeting_held');
    const change = { ...asked({ day: '2026-12-20' }), meetingId: meeting.id };
    expect(await codeOf(changeMeeting(world, cast.secretary, change))).toBe('meeting_held');
  });
});

it('leaves a ledger that is whole', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
