// Time records what the facts already say: a due day passed with the obligation open. Writes the event, its mark on the
// obligation and the letters that follow in one act. No page depends on it; running it late or twice changes nothing else.
import { complaintWindowOf } from '../../core/complaint';
import { dayOf, type Day } from '../../core/day';
import { isGathered, pageOf, procedureOf, ruleOf } from '../../core/duty';
import type { Event } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { foldObligations, type Party } from '../../core/obligation';
import { INTAKE, reckonRule, type Names } from '../../core/owing';
import type { Procedure, RuleId } from '../../../guide/schema';
import { openStream, Overtaken, record } from '../../data/ledger';
import { overdueObligations, type Overdue } from '../../data/overdue';
import { letterRows, readersOf } from '../../data/people';
import type { World } from '../../world';
import { silenceTold } from './silence';

const BATCH = 200;
/** The duty whose lapse the law may read as a refusal. */
const DECISION: RuleId = 'decide';

/**
 * Records every lapse that is due, until none is left or `signal` says stop. Gives the number recorded. A stream that someone
 * else writes to at that moment is left to the next sweep.
 */
export async function lapseObligations(world: World, signal?: AbortSignal): Promise<number> {
  let lapsed = 0;
  let after: string | null = null;
  for (;;) {
    const today = dayOf(world.now());
    const found: Overdue[] = await overdueObligations(world.db, { today, after, limit: BATCH });
    for (const [stream, owed] of byStream(found)) {
      if (signal?.aborted) return lapsed;
      lapsed += await lapseIn(world, stream, owed, today);
    }
    after = found.at(-1)?.id ?? null;
    if (found.length < BATCH) return lapsed;
  }
}

const byStream = (found: readonly Overdue[]): Map<string, Overdue[]> => {
  const streams = new Map<string, Overdue[]>();
  for (const one of found) streams.set(one.stream, [...(streams.get(one.stream) ?? []), one]);
  return streams;
};

/** Those that the ledger itself, read last, still shows open, overdue and unrecorded. */
function stillOwed(owed: readonly Overdue[], events: readonly Event[], today: Day): Overdue[] {
  const facts = foldObligations(events);
  const recorded = new Set(events.flatMap((event) => (event.type === 'obligation.lapsed' ? [event.payload.key] : [])));
  return owed.filter(({ key }) => {
    const fact = facts.get(key);
    return fact !== undefined && fact.closedBy === null && fact.reckoning.due < today && !recorded.has(key);
  });
}

async function lapseIn(world: World, stream: string, found: readonly Overdue[], today: Day): Promise<number> {
  const { events, head } = await openStream(world.db, stream);
  const owed = stillOwed(found, events, today);
  const [first] = owed;
  if (!first) return 0;
  const now = world.now();
  const told = await silenceTold(world, { stream, owed, events, today });
  const orders = [...owed.flatMap((one) => lettersOf(world, one, today)), ...told].map((order) => ({
    ...order,
    stream,
  }));
  const readers = await readersOf(
    world,
    orders.map(({ to }) => to),
  );
  const { number, title, titleRu, edition, procedure } = first;
  try {
    await record(world, {
      actor: { kind: 'time' },
      at: now,
      day: today,
      chapters: [
        {
          stream,
          head,
          before: events,
          entries: owed.map(({ key, rule, dueDay }) => ({
            fact: { type: 'obligation.lapsed', payload: { key, rule, dueDay } },
            opens: [],
            moves: [],
            closes: [],
          })),
          state: null,
          about: { number, title, titleRu, edition, procedure },
          plans: new Map(),
        },
      ],
      letters: letterRows(orders, readers),
      updates: [
        {
          table: 'Obligation',
          rows: owed.map(({ id }) => ({ id, lapsedAt: new Date(now).toISOString() })),
          by: ['id'],
          types: { id: 'uuid', lapsedAt: 'timestamptz' },
        },
      ],
    });
  } catch (error) {
    if (error instanceof Overtaken) return 0;
    throw error;
  }
  if (orders.length > 0) world.wake('deliver');
  return owed.length;
}

type About = { number: string; title: string; path: string; edition: string; dueDay: Day; body: Names };

/** APPC 64(7): from the end of the set day the body may return the appeal within the guide's term. */
function cureLapsed(
  guide: World['guide'],
  { number, title, path, edition, dueDay, body: names }: About,
  {
    key,
    procedure,
    body,
    official,
  }: Pick<Overdue, 'official'> & { key: string; procedure: Procedure; body: { id: string } },
): LetterOrder {
  const around = { procedure, calendar: guide.calendar, edition: guide.edition(edition) };
  const day = procedure.rules.cure_return ? reckonRule(around, 'cure_return', dueDay).due : null;
  const about = { number, title, path, edition, procedure: procedure.id, body: names };
  return {
    letter: 'case_step',
    key,
    to: { party: { kind: 'body', id: body.id }, roles: INTAKE, officialId: official },
    data: { ...about, step: 'cure_lapsed', day, text: '', by: '' },
  };
}

/**
 * To the heads of the body, whatever lapsed (and to a council that let it lapse), but for one of many duties that another stands for; to
 * the creditor, when silence now counts as a refusal: that is said of appeals alone.
 */
function lettersOf(
  { guide }: World,
  {
    id,
    stream,
    rule,
    dueDay,
    number,
    title,
    titleRu,
    edition,
    procedure: kind,
    debtor,
    creditor,
    body,
    official,
  }: Overdue,
  today: Day,
): LetterOrder[] {
  const pinned = guide.edition(edition);
  const owing = ruleOf(pinned, kind, rule);
  if (!body || (owing && isGathered(owing))) return [];
  const procedure = procedureOf(pinned, kind);
  const data = {
    number,
    title,
    titleRu,
    path: pageOf(stream, number),
    edition,
    procedure: kind,
    rule,
    dueDay,
    body: body.names,
  };
  const silent = rule === DECISION && debtor.kind === 'body';
  const letter = (to: LetterOrder['to'], complainUntil: Day | null): LetterOrder => ({
    letter: 'deadline_passed',
    key: `lapsed:${id}`,
    to,
    data: { ...data, complainUntil },
  });
  const refused = (to: LetterOrder['to'], of: Procedure): LetterOrder => {
    const { calendar } = guide;
    const window = complaintWindowOf({ phase: 'open', dueDay, endedDay: null }, true, {
      procedure: of,
      calendar,
      today,
    });
    // Of silence on a complaint one complains to nobody here: what is left is another complaint body or the court (APPC 100(5)-(6)).
    const { titleRu: _title, rule: _rule, dueDay: day, ...about } = data;
    return window
      ? letter(to, window.until)
      : {
          letter: 'case_step',
          key: `lapsed:${id}`,
          to,
          data: { ...about, step: 'complaint_unanswered', day, text: '', by: '' },
        };
  };
  const heads: Party = { kind: 'body', id: body.id };
  // A party's right that was not used is nobody's breach; of a defect not put right the body learns that it may return the appeal.
  if (debtor.kind !== 'body' && procedure)
    return rule === 'cure' ? [cureLapsed(guide, data, { key: `lapsed:${id}`, procedure, body, official })] : [];
  if (rule === 'errand' && creditor) {
    const { titleRu: _title, rule: _rule, dueDay: day, ...about } = data;
    const to = { party: creditor, roles: INTAKE, officialId: official };
    return [
      {
        letter: 'case_step',
        key: `lapsed:${id}`,
        to,
        data: { ...about, step: 'errand_overdue', day, text: '', by: '' },
      },
    ];
  }
  return [
    ...(procedure?.overdue.status === 'deemed_refused' && silent && creditor
      ? [refused({ party: creditor, officialId: creditor.kind === 'body' ? official : null }, procedure)]
      : []),
    letter({ party: heads, roles: ['approver'] }, null),
    ...(debtor.kind === 'council'
      ? [letter({ party: debtor, roles: ['council_secretary', 'council_chair'] }, null)]
      : []),
  ];
}
