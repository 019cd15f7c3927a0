// Tells the sender of a letter what was done with it, once: the letter and the mark that it is told are one statement. Called by the job receive.
import { streamOf, type Appeal } from '../../core/appeal';
import { dayOf, timeOf } from '../../core/day';
import type { NotTaken, Taken } from '../../core/incoming-words';
import { about } from '../../core/owing';
import type { Viewer } from '../../core/viewer';
import { incomingChange } from '../../data/incoming';
import { letterRow } from '../../data/ledger';
import { needsFourEyes } from '../../data/offices';
import { batch } from '../../data/write';
import type { World } from '../../world';
import { bodiesOf, standingAt } from '../appeals/around';

type Told = { id: string; receivedAt: Date; what: Taken; taken: number; refused: readonly NotTaken[] };

/** At most this many attachments are named one by one. */
const NAMED = 20;

export async function tellTaken(
  world: World,
  { personId, email, locale }: Viewer,
  appeal: Appeal,
  it: Told,
): Promise<void> {
  const { db, now } = world;
  const body = standingAt(await bodiesOf(world, [appeal.bodyId]), appeal);
  const at = it.receivedAt.getTime();
  const facts = about(appeal, body);
  const form =
    it.what === 'for_answer' &&
    `/${(await needsFourEyes(db, appeal.bodyId, appeal.kind)) ? 'draft-answer' : 'answer'}?letter=${it.id}`;
  const letter = {
    ...{ key: `taken:${it.id}`, letter: 'letter_taken', personId, email, locale, stream: streamOf(appeal.id) },
    data: {
      ...facts,
      path: form ? `${facts.path}${form}` : facts.path,
      ...{ what: it.what, receivedDay: dayOf(at), receivedTime: timeOf(at) },
      ...{ taken: it.taken, refused: it.refused.slice(0, NAMED), unnamed: Math.max(0, it.refused.length - NAMED) },
    },
  };
  const write = batch();
  write.insert({ table: 'Letter', rows: [letterRow(world, letter, now())], onConflict: 'nothing' });
  write.update(incomingChange({ id: it.id, state: 'done', settledAt: new Date(now()).toISOString() }, 'acted'));
  const statement = write.statement();
  if (statement) await db.pool.query(statement);
  world.wake('deliver');
}
