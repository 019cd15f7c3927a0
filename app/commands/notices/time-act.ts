// What time itself records about a case: loaded, decided upon and written like anybody's act, by nobody. Used by the watch over notices and for letters that nobody can match. `updates`: other rows that belong to it.
import { foldAppeal, type Appeal } from '../../core/appeal';
import type { AppealFact } from '../../core/consequences';
import { openStream, Overtaken } from '../../data/ledger';
import type { Update } from '../../data/write';
import type { World } from '../../world';
import { recordChapters } from '../appeals/act';
import { aroundCase } from '../appeals/around';
import { chapterOf } from '../appeals/chapter';

/** Records what `decide` finds. False where there is nothing to, or where somebody acts on the case just now: then the next sweep looks again. */
export async function recordInTime(
  world: World,
  stream: string,
  decide: (appeal: Appeal) => AppealFact | null,
  updates: readonly Update[] = [],
): Promise<boolean> {
  const { events, head } = await openStream(world.db, stream);
  const appeal = foldAppeal(events);
  const fact = appeal && decide(appeal);
  if (!fact) return false;
  const around = await aroundCase(world, appeal, { kind: 'time' });
  const { chapter, letters } = chapterOf({ appealId: appeal.id, before: events, head, facts: [fact], around });
  try {
    await recordChapters(world, around, { chapters: [chapter], letters, updates });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}
