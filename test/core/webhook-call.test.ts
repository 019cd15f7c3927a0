// When a message is sent again, when it is given up, and when nothing more is sent: three days of tries, five days of patience.
import { describe, expect, it } from 'vitest';
import { addressProblem, PATIENCE, pauseAfter, settle, TRIES } from '../../app/core/webhook-call';
import { newsOf, openKind, WEBHOOK_KINDS } from '../../app/core/webhook';
import { EVENTS, type Event, type EventType } from '../../app/core/event';
import { isPublicAddress } from '../../app/data/webhooks/public-address';

const HOUR = 3_600_000;
const failed = { status: 500, failure: 'status' as const };
const at = (attempts: number, more: object = {}) => ({ attempts, now: 0, chance: 0.5, failingSince: null, ...more });

describe('a message that fails', () => {
  it('is tried again after ever longer pauses, for about three days, then given up', () => {
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts++) {
      const { state, nextAt } = settle(failed, at(attempts));
      if (state === 'failed') break;
      pauses.push(nextAt);
    }
    expect(pauses).toHaveLength(TRIES - 1);
    expect(pauses.slice(0, 3)).toEqual([30_000, 90_000, 270_000]);
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
    const whole = pauses.reduce((sum, pause) => sum + pause, 0) / HOUR;
    expect(whole).toBeGreaterThan(70);
    expect(whole).toBeLessThan(80);
  });

  it('comes back a tenth earlier or later, so that many do not come at once', () => {
    expect([pauseAfter(4, 0), pauseAfter(4, 0.5), pauseAfter(4, 1)].map((ms) => ms / 1000)).toEqual([729, 810, 891]);
  });

  it('stops the webhook on 410 at once, and after five days without one success', () => {
    expect(settle({ status: 410, failure: 'status' }, at(1))).toMatchObject({ state: 'failed', stop: 'gone' });
    const since = 1_000;
    expect(settle(failed, at(3, { failingSince: since, now: since + PATIENCE - 1 })).stop).toBeNull();
    expect(settle(failed, at(3, { failingSince: since, now: since + PATIENCE }))).toMatchObject({
      ...{ state: 'failed', stop: 'failing' },
    });
  });

  it('a success ends the count of failing', () => {
    const sent = settle({ status: 204, failure: null }, at(7, { failingSince: 5 }));
    expect(sent).toEqual({ state: 'delivered', nextAt: 0, failingSince: null, stop: null });
  });
});

it.each([
  ['https://example.kz/hook?a=1', null],
  ['https://example.kz:8443/', null],
  ['http://example.kz/', 'bad_address'],
  ['https://example.kz:25/', 'bad_address'],
  ['https://name:word@example.kz/', 'bad_address'],
  ['https://example.kz/#part', 'bad_address'],
  ['ftp://example.kz/', 'bad_address'],
  ['javascript:alert(1)', 'bad_address'],
  ['example.kz', 'bad_address'],
])('the address %s: %s', (address, problem) => {
  expect(addressProblem(address, { loopback: false })).toBe(problem);
});

it.each([
  ...['127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['100.64.0.1', '100.100.100.200', '169.254.169.254', '168.63.129.16', '192.0.0.192', '198.18.0.1'],
  ...['224.0.0.1', '239.1.1.1', '255.255.255.255', '240.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.9'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1'],
  ...['64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', '2001::1', 'fe80::1%eth0', '3fff::1', '', 'localhost'],
])('%s is no address of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2a02:6b8::1', '2606:4700::1111'])(
  '%s is one',
  (one) => {
    expect(isPublicAddress(one)).toBe(true);
  },
);

describe('what is told', () => {
  const event = (type: string, payload: object = {}): Event =>
    ({
      ...{ type, payload, stream: 'appeal:x', version: 3, at: 0, day: '2026-02-02', opens: [], moves: [], closes: [] },
      actor: { kind: 'time' },
    }) as unknown as Event;
  const told = { noun: 'appeal' as const, number: '2026-000001', open: true };
  const around = { origin: 'https://kenes.kz', timestamp: '2026-02-02T05:00:00.000Z' };

  it('names the event, the object and its addresses, and nobody', () => {
    const news = newsOf(event('appeal.answered', { text: 'Секрет', signatory: { name: 'Имя' } }), told, around);
    expect(JSON.parse(news?.payload ?? '')).toEqual({
      type: 'case.answered',
      timestamp: '2026-02-02T05:00:00.000Z',
      data: {
        ...{ object: 'appeal', number: '2026-000001', version: 3, page: 'https://kenes.kz/kk/appeals/2026-000001' },
        api: 'https://kenes.kz/api/v1/appeals/2026-000001',
      },
    });
  });

  it('is not what happens within a body, nor the passing of any other term than that of the decision', () => {
    for (const type of [
      'appeal.assigned',
      'appeal.remarked',
      'appeal.answer_drafted',
      'appeal.extension_proposed',
      'appeal.letter_set_aside',
      'appeal.parted',
    ])
      expect(newsOf(event(type), told, around)).toBeNull();
    expect(newsOf(event('obligation.lapsed', { rule: 'register' }), told, around)).toBeNull();
    expect(newsOf(event('obligation.lapsed', { rule: 'decide' }), told, around)?.kind).toBe('case.overdue');
  });

  it('is every event of cases, rounds and comments but those that are nobody else’s, or that another one tells', () => {
    const silent: readonly EventType[] = [
      // Within the body's walls: who works on it, errands, drafts, proposals, its own remarks, its queue of letters.
      ...(['appeal.assigned', 'appeal.errand_given', 'appeal.errand_answered', 'appeal.answer_drafted'] as const),
      ...(['appeal.draft_returned', 'appeal.extension_proposed', 'appeal.extension_declined'] as const),
      ...(['appeal.remarked', 'appeal.parted', 'appeal.letter_set_aside', 'appeal.letter_settled'] as const),
      // Before the round opens, or how its comments are sorted and answers drafted.
      ...(['round.prepared', 'round.revised', 'round.invited', 'round.checked', 'round.waived'] as const),
      ...(['point.made', 'point.renamed', 'point.drafted', 'point.returned', 'comment.grouped'] as const),
      // The comment itself is told; its day moves with that of its round; an interest is shown with the view.
      ...(['round.contribution_entered', 'comment.due_moved', 'round.conflict_declared'] as const),
    ];
    const nouns = { appeal: 'appeal', round: 'round', point: 'round', comment: 'comment' } as const;
    const known = Object.keys(EVENTS) as EventType[];
    for (const type of known) {
      const noun = nouns[type.slice(0, type.indexOf('.')) as keyof typeof nouns];
      if (!noun) continue;
      expect(newsOf(event(type), { ...told, noun }, around) === null, type).toBe(silent.includes(type));
    }
    expect(silent.every((type) => known.includes(type))).toBe(true);
  });

  it('tells what every stream may hold as what it is in that one', () => {
    const corrected = (noun: 'appeal' | 'round' | 'comment') =>
      newsOf(event('obligation.corrected'), { ...told, noun }, around)?.kind ?? null;
    expect([corrected('appeal'), corrected('round'), corrected('comment')]).toEqual([
      ...['case.due_corrected', 'round.due_corrected', null],
    ]);
    expect(newsOf(event('obligation.lapsed', { rule: 'decide' }), { ...told, noun: 'round' }, around)).toBeNull();
    expect(openKind('appeal', 'appeal.complained')).toBe('case.suspension');
    expect(openKind('appeal', 'appeal.remarks_decided')).toBeNull();
    expect(openKind('comment', 'comment.disposed')).toBeNull();
  });

  it('of a public case still keeps to the parties what the public does not read', () => {
    expect(newsOf(event('appeal.cure_asked'), told, around)?.open).toBe(false);
    expect(newsOf(event('appeal.answered'), { ...told, open: false }, around)?.open).toBe(false);
    expect(WEBHOOK_KINDS.length).toBeGreaterThan(20);
  });
});
