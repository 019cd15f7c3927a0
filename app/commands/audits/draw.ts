// Time draws the sample of an audit: from the day on which a quarter's figures are everybody's, once, from its public answers. Called by
// the worker audit; private cases are not in it, for people outside the body read what is drawn.
import { dayOf } from '../../core/day';
import type { FactOf } from '../../core/event';
import { auditSeed, drawSample } from '../../core/score/audit';
import { signalsOf, type Signals } from '../../core/score/brush-off';
import { METHOD } from '../../core/score/method';
import { periodAfter, periodOf } from '../../core/score/period';
import { publicFrom } from '../../core/score/publication';
import { answersOf, bodiesAnswering, drawing, isDrawn } from '../../data/audits';
import { NO_HEAD } from '../../data/ledger';
import type { World } from '../../world';
import { recordAudit } from './act';

const NONE: Signals = { same: null, missed: [] };

/** Draws for the last quarter that is over, where that is due and something was answered; gives how many cases were drawn. */
export async function drawAudit(world: World, signal: AbortSignal): Promise<number> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  const rule = edition.scoring?.brush_off;
  const period = periodAfter(periodOf(today), -1);
  if (!edition.scoring || !rule || today < publicFrom(period, { calendar: guide.calendar, scoring: edition.scoring }))
    return 0;
  if (await isDrawn(db.pool, period)) return 0;
  const flagged = new Map<string, Signals>();
  const others: string[] = [];
  for (const bodyId of await bodiesAnswering(db.pool, period, today)) {
    if (signal.aborted) return 0;
    const cases = await answersOf(db.pool, { bodyId, period, today });
    const signals = signalsOf(cases, rule);
    for (const [id, found] of signals) flagged.set(id, found);
    others.push(...cases.filter(({ id }) => !signals.has(id)).map(({ id }) => id));
  }
  const seed = auditSeed(period);
  const drawn = drawSample({ flagged: [...flagged.keys()], others }, rule, seed);
  if (drawn.length === 0) return 0;
  const fact: FactOf<'audit.drawn'> = {
    type: 'audit.drawn',
    payload: {
      ...{ period, edition: edition.id, method: METHOD, seed },
      frame: { flagged: flagged.size, others: others.length },
      items: drawn.map((appealId) => ({
        ...{ appealId, flagged: flagged.has(appealId) },
        signals: flagged.get(appealId) ?? NONE,
      })),
    },
  };
  return drawing(db, period, async (through) => {
    if (await isDrawn(through, period)) return 0;
    const writing = { id: world.newId(), edition: edition.id, before: [], head: NO_HEAD };
    await recordAudit(world, { ...writing, actor: { kind: 'time' }, fact }, through);
    return drawn.length;
  });
}
