// How an audit of signs is kept in the ledger. Used by the commands that draw one and judge in it; nothing is owed for it.
import { auditStream, foldAudit } from '../../core/audit';
import { dayOf } from '../../core/day';
import type { Actor, Event, FactOf } from '../../core/event';
import type { Asking } from '../../data/connect';
import { record, type Head } from '../../data/ledger';
import { auditRow } from '../../data/projections';
import type { World } from '../../world';
import { chapterOf, OWES_NOTHING } from '../chapter';

type Writing = {
  id: string;
  edition: string;
  actor: Actor;
  fact: FactOf<'audit.drawn' | 'audit.coded'>;
  before: readonly Event[];
  head: Head;
};

/** Records one fact of an audit. `through`: a connection that holds its period. Throws Overtaken. */
export async function recordAudit(
  world: World,
  { id, edition, actor, fact, before, head }: Writing,
  through?: Asking,
): Promise<void> {
  const now = world.now();
  const around = {
    edition: world.guide.edition(edition),
    calendar: world.guide.calendar,
    ...{ now, today: dayOf(now), actor },
  };
  const { chapter } = chapterOf({
    ...{ before, head, facts: [fact], around },
    book: {
      ...OWES_NOTHING,
      stream: auditStream(id),
      fold: foldAudit,
      projection: (state) => ({ table: 'Audit', row: auditRow(state) }),
      about: ({ period }) => ({ number: period, title: period, edition, procedure: 'audit' }),
    },
  });
  await record(world, { actor, at: now, day: around.today, chapters: [chapter], letters: [] }, through);
}
