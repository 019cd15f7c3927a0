// What everyone will read of a round names no one's phone, mail or individual number: every form that asks for such words refuses them,
// each at its own field. Official contacts of a body stand in the round's settings, where they belong.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { holdMeeting } from '../../app/commands/meetings/hold';
import { declareConflict } from '../../app/commands/rounds/declare-conflict';
import { giveView } from '../../app/commands/rounds/give-view';
import { holdHearing } from '../../app/commands/rounds/hold-hearing';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { waiveCheck } from '../../app/commands/rounds/waive';
import type { Outcome } from '../../app/core/refusal';
import { refusalOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const PHONE = 'Свяжитесь с нею по телефону +7 701 123 45 67, она всё расскажет.';
const MAIL = 'Мекенжайы aigul@example.kz, сол жерде сұраңыз, бәрін айтады.';
const CLEAN = { kk: 'Мұнда ешкімнің жеке деректері жоқ.', ru: 'Здесь нет ничьих личных данных.' };
const roundId = '01a21816-8d97-7000-a2a8-8ec163d0a7e0';
const ids = { roundId, councilId: roundId, commitmentId: roundId, meetingId: roundId };

const forms: [name: string, fields: string[], send: () => Promise<Outcome<unknown>>][] = [
  [
    'the judgement of a promise',
    ['comment'],
    () => judgeCommitment(world, cast.citizen, { ...ids, verdict: 'kept', comment: PHONE }),
  ],
  [
    'the explanation of an interest',
    ['explanation'],
    () => declareConflict(world, cast.chair, { ...ids, conflict: 'funded', explanation: PHONE }),
  ],
  [
    'the council’s view and a dissent',
    ['textKk', 'textRu', 'votes.0.dissent'],
    () =>
      giveView(world, cast.secretary, {
        ...{ ...ids, textKk: MAIL, textRu: PHONE },
        votes: [{ personId: cast.chair.personId, vote: 'against', dissent: PHONE }],
      }),
  ],
  [
    'the reason of a waiver',
    ['reason'],
    () => waiveCheck(world, cast.head, { ...ids, check: 'invited', reason: MAIL }),
  ],
  [
    'the reason of a moderator',
    ['reason'],
    () => moderateComment(world, cast.head, { step: 'hide', commentId: roundId, ground: 'insult', reason: PHONE }),
  ],
  [
    'the reason why the last day is moved',
    ['reasonKk'],
    () => movePeriod(world, cast.head, { ...ids, closesDay: '2026-04-01', reasonKk: MAIL, reasonRu: CLEAN.ru }),
  ],
  [
    'the minutes of a meeting, its decisions and its guests',
    ['decisions.0.ru', 'guests', 'minutesRu'],
    () =>
      holdMeeting(world, cast.secretary, {
        ...{ ...ids, present: [], guests: 'Қ. Әлім, 8 701 123 45 67', minutesKk: CLEAN.kk, minutesRu: PHONE },
        decisions: [{ itemId: roundId, kk: CLEAN.kk, ru: PHONE }],
      }),
  ],
  [
    'the protocol of a hearing',
    ['protocolKk'],
    () =>
      holdHearing(world, cast.executor, {
        ...{ ...ids, protocolKk: MAIL, protocolRu: CLEAN.ru, present: '3', chair: 'С. Омарова' },
      }),
  ],
];

describe('personal data in words that everyone will read', () => {
  it.each(forms)('is not taken in %s', async (_name, fields, send) => {
    const refusal = await refusalOf(send());
    expect(refusal?.code).toBe('invalid');
    expect(Object.entries(refusal?.fields ?? {}).sort()).toEqual(fields.map((field) => [field, 'personal_data']));
  });
});
