// Rounds and comments as folds of their events, whatever happened in whatever order: what is stored replays to the same state, no
// comment is lost or answered twice, and duties stand exactly as the state says. Facts go through the real consequences.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentChapter, roundChapter } from '../../app/commands/rounds/chapter';
import type { CommentFact } from '../../app/core/comment-consequences';
import { COMMENT_CLOCK, commentStream, foldComment, type Comment } from '../../app/core/comment';
import { addDays, instantOf, type Day } from '../../app/core/day';
import { readFact, type Event } from '../../app/core/event';
import { foldObligations } from '../../app/core/obligation';
import type { RoundFact } from '../../app/core/round-consequences';
import type { RoundSurroundings } from '../../app/core/round-owing';
import { foldRound, roundStream, type Round } from '../../app/core/round';
import { NO_HEAD, type Chapter } from '../../app/data/ledger';
import { commentRow, roundRow } from '../../app/data/projections';
import { loadGuide } from '../../guide/load';

const guide = loadGuide('guide');
const edition = guide.edition('2026-2');
const kind = edition.rounds?.kinds.draft_act;
if (!kind) throw new Error('the edition knows no drafts of acts');

const OPENS: Day = '2026-02-02';
const CLOSES: Day = '2026-02-23';
let serial = 0;
const newId = () => `01900000-0000-7000-8000-${String(++serial).padStart(12, '0')}`;
const [bodyId, roundId, executor, head] = [newId(), newId(), newId(), newId()];
const signed = (personId: string) => ({ personId, name: 'Кто-то', post: null });
const both = { kk: 'Мәтін', ru: 'Текст' };

/** One stream as it grows: its events, and what its act knew of comments. */
type Stream = { events: Event[] };
const around = (today: Day, counts: RoundSurroundings['counts']): RoundSurroundings => ({
  ...{ edition, kind, calendar: guide.calendar, now: instantOf(today, '10:00'), today, newId, place: 0, counts },
  actor: { kind: 'person', ...signed(executor) },
  body: { id: bodyId, names: { kk: 'Б', ru: 'О', en: 'B' } },
});
const grow = (stream: Stream, { entries, stream: name }: Chapter, day: Day) => {
  for (const { fact, ...does } of entries)
    stream.events.push({
      ...fact,
      ...{ stream: name, version: stream.events.length + 1, at: instantOf(day, '10:00'), day },
      ...{ actor: { kind: 'time' as const }, ...does },
    });
};
const headOf = ({ events }: Stream) => ({ ...NO_HEAD, version: events.length });
/** The events as they come back from the database: through JSON, payloads through their shapes. */
const stored = (events: readonly Event[]): Event[] =>
  (JSON.parse(JSON.stringify(events)) as Event[]).map((event) => ({
    ...event,
    ...readFact(event.type, event.payload),
  }));

const made = (number: number, closesDay: Day): CommentFact => ({
  type: 'comment.made',
  payload: {
    ...{ roundId, roundNumber: 'R-2026-000001', roundTitle: both, number: `C-${number}`, edition: '2026-2' },
    ...{ kind: 'draft_act', bodyId, participant: 'person', personId: newId(), organisationId: null, councilId: null },
    ...{ givenName: null, nameHidden: false, origin: 'site', enteredBy: null, receivedAt: 0, receivedDay: OPENS },
    ...{ closesDay, documentId: null, version: null, anchor: null, text: 'Слово', wording: '', language: 'ru' },
    ...{ joinsId: null, files: [] },
  },
});
const disposed = (pointId: string | null): CommentFact => ({
  type: 'comment.disposed',
  payload: {
    ...{ pointId, drafter: signed(executor), approver: signed(head) },
    disposition: { code: 'rejected', reason: both, changes: [], duplicateOf: null },
  },
});

describe('comments', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('make', 'group', 'ungroup', 'hide', 'show', 'dispose', 'withdraw', 'move'),
      which: fc.nat({ max: 20 }),
      point: fc.nat({ max: 3 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const points = [newId(), newId(), newId(), newId()];

  /** Does the steps as the commands would let them be done: what has ended is left alone. */
  const live = (acts: { what: string; which: number; point: number }[]) => {
    const streams = new Map<string, Stream>();
    let [day, closesDay] = [OPENS, CLOSES];
    const write = (id: string, stream: Stream, facts: CommentFact[]) =>
      grow(
        stream,
        commentChapter({
          id,
          before: stream.events,
          head: headOf(stream),
          facts,
          around: around(day, { open: 1, total: 1 }),
        }).chapter,
        day,
      );
    const stateOf = (stream: Stream): Comment => foldComment(stream.events) as Comment;
    for (const { what, which, point } of acts) {
      day = addDays(day, 1);
      if (what === 'make') {
        const [id, stream] = [newId(), { events: [] }];
        streams.set(id, stream);
        write(id, stream, [made(streams.size, closesDay)]);
        continue;
      }
      const open = [...streams].filter(([, stream]) => stateOf(stream).phase === 'open');
      if (what === 'move') {
        closesDay = addDays(closesDay, 1);
        for (const [id, stream] of open) write(id, stream, [{ type: 'comment.due_moved', payload: { closesDay } }]);
        continue;
      }
      const [id, stream] = open[which % Math.max(open.length, 1)] ?? [];
      if (!id || !stream) continue;
      const signatory = signed(executor);
      const { hidden, pointId } = stateOf(stream);
      if (what === 'group')
        write(id, stream, [{ type: 'comment.grouped', payload: { pointId: points[point] ?? null, signatory } }]);
      if (what === 'ungroup') write(id, stream, [{ type: 'comment.grouped', payload: { pointId: null, signatory } }]);
      if (what === 'hide' && !hidden)
        write(id, stream, [{ type: 'comment.moderated', payload: { ground: 'insult', reason: 'Брань.', signatory } }]);
      if (what === 'show' && hidden)
        write(id, stream, [{ type: 'comment.restored', payload: { reason: 'Ошибка.', signatory } }]);
      if (what === 'dispose') write(id, stream, [disposed(pointId)]);
      if (what === 'withdraw') write(id, stream, [{ type: 'comment.withdrawn', payload: { statement: '' } }]);
    }
    return { streams, closesDay, made: acts.filter(({ what }) => what === 'make').length };
  };

  it('grouping and ungrouping loses none: each comment is in one point or in none, and all are there', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const { streams, made: count } = live(acts);
        const states = [...streams.values()].map(({ events }) => foldComment(events) as Comment);
        const inPoints = points.flatMap((id) => states.filter(({ pointId }) => pointId === id));
        const inNone = states.filter(({ pointId }) => pointId === null);
        return states.length === count && inPoints.length + inNone.length === count;
      }),
    );
  });

  it('a comment owes an answer exactly as long as it is open: answered discharges, withdrawn releases, by one event each', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const { streams, closesDay } = live(acts);
        for (const { events } of streams.values()) {
          const { phase, dueDay } = foldComment(events) as Comment;
          const owed = [...foldObligations(events).values()];
          const [duty] = owed;
          expect(owed).toHaveLength(1);
          expect(duty?.key).toBe(COMMENT_CLOCK);
          expect(duty?.closedHow).toBe(phase === 'open' ? null : phase === 'disposed' ? 'discharged' : 'released');
          expect(events.filter(({ type }) => type === 'comment.disposed').length).toBe(phase === 'disposed' ? 1 : 0);
          expect(duty?.reckoning.due).toBe(dueDay);
          if (phase === 'open') expect(duty?.reckoning.from).toBe(closesDay);
        }
      }),
    );
  });

  it('a comment replayed from what is stored is the same comment, to the row', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        for (const { events } of live(acts).streams.values()) {
          const state = foldComment(events) as Comment;
          expect(commentRow(foldComment(stored(events)) as Comment)).toEqual(commentRow(state));
        }
      }),
    );
  });

  it('a history in which a comment is answered twice is no history', () => {
    const id = newId();
    const stream: Stream = { events: [] };
    const write = (fact: CommentFact) =>
      grow(
        stream,
        commentChapter({
          ...{ id, before: stream.events, head: headOf(stream), facts: [fact] },
          around: around(CLOSES, { open: 1, total: 1 }),
        }).chapter,
        CLOSES,
      );
    write(made(1, CLOSES));
    write(disposed(null));
    expect(() => write(disposed(null))).toThrow(/obligation|answered twice/);
    expect(() =>
      foldComment([...stream.events, { ...(stream.events[1] as Event), version: 3, opens: [], moves: [], closes: [] }]),
    ).toThrow(`${commentStream(id)}: answered twice`);
  });
});

describe('rounds', () => {
  const settings: Round['settings'] = {
    ...{ title: both, summary: both, decides: both, fixed: both, contact: '+7', topic: 'health', regions: [] },
    ...{ opensDay: OPENS, closesDay: CLOSES, hearing: null, followUpDay: '2026-09-01' },
  };
  const begun: RoundFact[] = [
    {
      type: 'round.prepared',
      payload: {
        ...{
          number: 'R-2026-000001',
          kind: 'draft_act',
          edition: '2026-2',
          bodyId,
          councilId: null,
          personId: executor,
        },
        settings,
      },
    },
    { type: 'round.opened', payload: { scorecard: [], signatory: signed(head) } },
  ];
  type Choice = { what: string; which: number };
  const WHAT = [
    'document',
    'invite',
    'extend',
    'shorten',
    'reopen',
    'point',
    'rename',
    'draft',
    'return',
    'approve',
  ].concat([
    'conflict',
    'unadopted',
    'entered',
    'view',
    'reply',
    'decide',
    'promise',
    'report',
    'judge',
    'follow',
    'publish',
  ]);
  const choices = fc.array(fc.record({ what: fc.constantFrom(...WHAT), which: fc.nat({ max: 9 }) }), { maxLength: 50 });

  /** What a choice means for the round as it stands; null where no command would let it happen. */
  function factOf({ what, which }: Choice, round: Round): RoundFact | null {
    const signatory = signed(head);
    const { closesDay: was } = round.settings;
    const point = round.points[which % Math.max(round.points.length, 1)];
    const promise = round.commitments[which % Math.max(round.commitments.length, 1)];
    const going = round.phase !== 'completed';
    const moved = (by: number) => ({ closesDay: addDays(was, by), was, reason: both, signatory });
    switch (what) {
      case 'document':
        return {
          type: 'round.document_added',
          payload: {
            ...{ documentId: newId(), role: 'draft', language: 'kk', version: round.documents.length + 1, title: 'Ж' },
            ...{ sha256: 'a'.repeat(64), clauses: 4, readable: true },
          },
        };
      case 'invite':
        return { type: 'round.invited', payload: { organisationIds: [newId()] } };
      case 'extend':
        return round.phase === 'opened' ? { type: 'round.extended', payload: moved(1) } : null;
      case 'shorten':
        return round.phase === 'opened' ? { type: 'round.shortened', payload: moved(-1) } : null;
      case 'reopen':
        return round.phase === 'opened' ? { type: 'round.reopened', payload: moved(5) } : null;
      case 'point':
        return { type: 'point.made', payload: { pointId: newId(), title: 'Срок', signatory } };
      case 'rename':
        return point ? { type: 'point.renamed', payload: { pointId: point.id, title: 'Порядок' } } : null;
      case 'draft':
        return point
          ? {
              type: 'point.drafted',
              payload: {
                ...{ pointId: point.id, edits: [], drafter: signed(executor) },
                disposition: { code: 'rejected', reason: both, changes: [], duplicateOf: null },
              },
            }
          : null;
      case 'return':
        return point?.draft
          ? { type: 'point.returned', payload: { pointId: point.id, reason: 'Неясно.', signatory } }
          : null;
      case 'approve':
        return point?.draft && !point.returned
          ? { type: 'point.approved', payload: { pointId: point.id, comments: which, signatory } }
          : null;
      case 'conflict':
        return {
          type: 'round.conflict_declared',
          payload: { personId: which % 2 ? executor : head, name: 'Член', conflict: 'kin', explanation: 'Родство.' },
        };
      case 'view':
        return round.view || round.phase !== 'opened'
          ? null
          : {
              type: 'round.view_given',
              payload: { councilId: newId(), text: both, members: 5, votes: [], recused: [], signatory },
            };
      case 'unadopted':
        return round.view || round.phase !== 'opened'
          ? null
          : {
              type: 'round.view_not_adopted',
              payload: {
                ...{ councilId: newId(), text: both, members: 5, votes: [], recused: [], signatory },
                failed: { why: which % 2 ? 'quorum' : 'majority', had: 1, needed: 4 },
              },
            };
      case 'entered':
        return going
          ? {
              type: 'round.contribution_entered',
              payload: { commentId: newId(), number: 'C-2026-000001', from: round.settings.closesDay },
            }
          : null;
      case 'reply':
        return round.view && !round.councilAnswer
          ? { type: 'round.council_answered', payload: { text: both, signatory } }
          : null;
      case 'decide':
        return round.phase === 'opened'
          ? { type: 'round.decided', payload: { decision: both, next: both, signatory } }
          : null;
      case 'promise':
        return {
          type: 'round.commitment_made',
          payload: { commitmentId: newId(), text: both, dueDay: addDays(OPENS, 100 + which), pointId: null, signatory },
        };
      case 'report':
        return promise && !promise.report
          ? {
              type: 'round.commitment_reported',
              payload: { commitmentId: promise.id, kept: 'partly', evidence: both, files: [], signatory },
            }
          : null;
      case 'judge':
        return promise?.report
          ? {
              type: 'round.commitment_judged',
              payload: { commitmentId: promise.id, personId: head, organisationId: null, verdict: 'kept', comment: '' },
            }
          : null;
      case 'follow':
        return going || round.followUp ? null : { type: 'round.followed_up', payload: { text: both, signatory } };
      case 'publish':
        return round.phase === 'decided'
          ? { type: 'round.outcome_published', payload: { asked: both, said: both, did: both, next: both, signatory } }
          : null;
      default:
        throw new Error(what);
    }
  }

  const live = (choice: readonly Choice[]): Event[] => {
    const stream: Stream = { events: [] };
    let day = OPENS;
    const write = (facts: RoundFact[]) =>
      grow(
        stream,
        roundChapter({
          ...{ id: roundId, before: stream.events, head: headOf(stream), facts },
          around: around(day, { open: 0, total: 3 }),
        }).chapter,
        day,
      );
    write(begun);
    for (const one of choice) {
      day = addDays(day, 1);
      const fact = factOf(one, foldRound(stream.events) as Round);
      if (fact) write([fact]);
    }
    return stream.events;
  };

  it('a round replayed from what is stored is the same round, to the row', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const events = live(choice);
        expect(roundRow(foldRound(stored(events)) as Round)).toEqual(roundRow(foldRound(events) as Round));
      }),
    );
  });

  it('what the body owes is what the round shows: promises until reported on, a reply until given, a follow-up until told', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const events = live(choice);
        const round = foldRound(events) as Round;
        const owed = foldObligations(events);
        const open = [...owed.values()].filter(({ closedBy }) => closedBy === null).map(({ key }) => key);
        for (const { id, report, dueDay } of round.commitments) {
          expect(open.includes(`commitment:${id}`)).toBe(report === null);
          expect(owed.get(`commitment:${id}`)?.reckoning.due).toBe(dueDay);
        }
        expect(open.includes('council_reply')).toBe(round.view !== null && round.councilAnswer === null);
        expect(open.includes('follow_up')).toBe(round.followUp === null);
        expect(open.includes('publish_outcome')).toBe(round.phase !== 'completed');
        if (round.phase === 'completed') expect(open.filter((key) => key.startsWith('dispose'))).toEqual([]);
        else expect(owed.get('publish_outcome')?.reckoning.from).toBe(round.settings.closesDay);
        expect(new Set([...owed.values()].map(({ id }) => id)).size).toBe(owed.size);
      }),
    );
  });

  it('votes without a view are kept in their order and owe nothing; what is entered late is owed once, whatever was answered', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const events = live(choice);
        const { notAdopted, phase } = foldRound(events) as Round;
        const failed = events.filter(({ type }) => type === 'round.view_not_adopted');
        expect(notAdopted.map(({ day }) => day)).toEqual(failed.map(({ day }) => day));
        expect(failed.flatMap(({ opens, moves, closes }) => [...opens, ...moves, ...closes])).toEqual([]);
        const open = (until: number) =>
          [...foldObligations(events.slice(0, until)).values()].filter(
            ({ rule, closedBy }) => rule === 'dispose' && closedBy === null,
          ).length;
        for (const [n, { type }] of events.entries())
          if (type === 'round.contribution_entered') expect(open(n + 1)).toBe(1);
        expect(open(events.length)).toBeLessThanOrEqual(phase === 'completed' ? 0 : 1);
      }),
    );
  });

  it('no point is lost, and an answer in force is one that two people saw', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const events = live(choice);
        const { points } = foldRound(events) as Round;
        expect(points).toHaveLength(events.filter(({ type }) => type === 'point.made').length);
        for (const { disposition, approved } of points) expect(approved === null).toBe(disposition === null);
      }),
    );
  });

  it('a round of which only a part is known has no state: the first event is its preparation', () => {
    const events = live([{ what: 'extend', which: 0 }]);
    expect(() => foldRound(events.slice(1))).toThrow(`${roundStream(roundId)}: the first event is round.opened`);
    expect(foldRound([])).toBeNull();
  });
});
