// What the figures of every body and period are counted from, folded from the ledger alone. Called nightly: figures of the tables must
// be the figures of the events.
import type { Guide } from '../../guide/schema';
import { foldAppeal } from '../core/appeal';
import { foldComment } from '../core/comment';
import { effectOf, foldContest, type Contest } from '../core/contest';
import { isSetDuty } from '../core/duty';
import type { Event } from '../core/event';
import { foldObligations, type Owed } from '../core/obligation';
import { promiseKey } from '../core/steps';
import { foldRound } from '../core/round';
import { counting, type Add, type Counted } from '../core/score/counting';
import { heardOf, promiseTold } from '../core/score/promises';
import { scoredPhase } from '../core/score/facts';
import { periodOf } from '../core/score/period';
import { timeOf } from '../core/day';
import type { Database } from './connect';
import { openStreams } from './ledger';
import { isDeemed } from './score-facts';

const BATCH = 500;
/** Contests come before the cases they are about, rounds before their comments, which are counted by the round's topic. */
const NOUNS = ['contest', 'appeal', 'round', 'comment'] as const;
type Noun = (typeof NOUNS)[number];


/** Goes through every stream of contests, appeals, comments and rounds; ends early, with null, when `signal` says stop. */
export async function factsInLedger(db: Database, guide: Guide, signal: AbortSignal): Promise<Counted | null> {
  const { add, result } = counting();
  const hours = await db.prisma.body.findMany({ select: { id: true, workdayEnd: true } });
  const workdayEnds = new Map(hours.map(({ id, workdayEnd }) => [id, workdayEnd]));
  const about: About = { guide, workdayEnds, topics: new Map(), ruled: new Map() };
  for (const noun of NOUNS) {
    for (let last = `${noun}:`; ; ) {
      if (signal.aborted) return null;
      const { rows } = await db.pool.query<{ stream: string }>({
        name: 'score_streams',
        text: `SELECT stream FROM "Event" WHERE stream > $1 AND stream < $2 AND version = 1 ORDER BY stream LIMIT $3`,
        values: [last, `${noun};`, BATCH],
      });
      const streams = rows.map(({ stream }) => stream);
      const found = await openStreams(db, streams);
      for (const { events } of found.values()) COUNT[noun](events, about, add);
      if (streams.length < BATCH) break;
      last = streams.at(-1) ?? last;
    }
  }
  return result();
}

/** What streams do not say of themselves: when a body's working day ends; topics of rounds and rulings on cases, gathered on the way. */
type About = { guide: Guide; workdayEnds: ReadonlyMap<string, string>; topics: Map<string, string>; ruled: Map<string, Contest> };

const COUNT: Record<Noun, (events: readonly Event[], about: About, add: Add) => void> = {
  contest(events, { ruled }, add) {
    const contest = foldContest(events);
    if (!contest) return;
    const { bodyId, registeredDay, status, appealId } = contest;
    add({ bodyId, period: periodOf(registeredDay) }, 'contests', { status });
    if (effectOf(contest)) ruled.set(appealId, contest);
  },
  appeal(events, { guide, workdayEnds, ruled }, add) {
    const state = foldAppeal(events);
    if (!state) return;
    const { kind, registeredDay, lawfulDue, dueDay, extended, phase, endedDay, endedAt, verdict, bodyId } = state;
    const at = { bodyId, period: periodOf(registeredDay) };
    const deemed = isDeemed(guide, state);
    const afterHours = endedAt !== null && timeOf(endedAt) > (workdayEnds.get(bodyId) ?? '24:00');
    const recorded = { kind, registeredDay, lawfulDue, dueDay, extended, phase: scoredPhase(phase), returned: phase === 'returned', endedDay, verdict, deemed, afterHours };
    add(at, 'cases', recorded);
    const own = [...foldObligations(events).values()].filter(({ debtor, rule }) => debtor.kind === 'body' && debtor.id === bodyId && !isSetDuty(rule));
    for (const owed of own) add(at, 'duties', dutyOf(owed));
    for (const { id, day: dueDay, report, judged } of state.steps.promises ?? []) {
      const opened = events.find(({ opens }) => opens.some(({ key }) => key === promiseKey(id)));
      if (opened) add({ bodyId, period: periodOf(opened.day) }, 'promises', { dueDay, ...promiseTold({ report, judged }) });
    }
    const contest = ruled.get(state.id);
    const effect = contest && effectOf(contest);
    if (!contest?.ruled || !effect) return;
    const { version, ruling } = contest.ruled;
    const duties = own.sort((a, b) => (a.key < b.key ? -1 : 1)).map((owed) => ({ ...dutyOf(owed), count: 1 }));
    add(at, 'rulings', { contest: contest.number, version, ruling, effect, recorded: { ...recorded, count: 1 }, duties });
  },
  comment(events, { topics }, add) {
    const state = foldComment(events);
    if (!state) return;
    const { bodyId, roundId, receivedDay, dueDay, phase, endedDay } = state;
    const topic = topics.get(roundId) ?? '';
    add({ bodyId, period: periodOf(receivedDay) }, 'comments', { topic, dueDay, phase, endedDay });
  },
  round(events, { topics }, add) {
    const round = foldRound(events);
    if (!round) return;
    topics.set(round.id, round.settings.topic);
    for (const owed of foldObligations(events).values()) {
      const opened = events.find(({ version }) => version === owed.openedBy);
      if (owed.debtor.kind !== 'body' || !opened) continue;
      const at = { bodyId: owed.debtor.id, period: periodOf(opened.day) };
      if (owed.rule === 'council_reply') add(at, 'councilReplies', dutyOf(owed));
      const promise = round.commitments.find(({ id }) => owed.key === `commitment:${id}`);
      if (!promise) continue;
      const said = promise.report?.kept ?? null;
      const heard = heardOf(
        said,
        promise.judgements.map(({ verdict }) => verdict),
      );
      add(at, 'promises', { dueDay: owed.reckoning.due, reportedDay: promise.report?.day ?? null, said, heard });
    }
  },
};

const dutyOf = ({ rule, reckoning, closedDay, closedHow }: Owed) => ({
  ...{ rule, dueDay: reckoning.due, closedDay, closedHow },
});
