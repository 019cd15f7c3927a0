// The head gives all open work of one official to another, who may have left or be about to: one act, and in each case the record of it that
// an assignment leaves. Whoever takes it over gets one letter, not one a case.
import { z } from 'zod';
import { foldAppeal, streamOf } from '../../core/appeal';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { openStreams, type Chapter } from '../../data/ledger';
import { officialAt, workOf } from '../../data/offices';
import type { World } from '../../world';
import { bodiesOf, surroundingsOf } from '../appeals/around';
import { chapterOf } from '../appeals/chapter';
import { actOnOffice } from './act';

export const input = z.object({
  bodyId: z.uuid(),
  fromId: z.uuid(),
  toId: z.uuid(),
  reason: z.string().trim().min(1, 'required').min(5, 'too_short').max(500, 'too_long'),
});

/** Hands over. Refuses: invalid (to the same person), official_not_here (who is to take it), nothing_to_hand_over, and what every decision
 * about an office refuses. */
export async function handOver(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ bodyId: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { bodyId, fromId, toId, reason } = read.value;
  return actOnOffice(world, viewer, {
    bodyId,
    decide: async ({ officer }) => {
      if (fromId === toId) return refuse('invalid', { fields: { toId: 'bad_choice' } });
      const official = await officialAt(world.db, bodyId, toId, world.now());
      if (!official) return refuse('official_not_here', { fields: { toId: 'bad_choice' } });
      const giver = await world.db.prisma.person.findUnique({ where: { id: fromId }, select: { name: true } });
      const streams = await openStreams(world.db, (await workOf(world.db, bodyId, fromId)).map(streamOf));
      const body = (await bodiesOf(world, [bodyId])).get(bodyId);
      if (!giver || !body || streams.size === 0) return refuse('nothing_to_hand_over');
      const chapters: Chapter[] = [];
      const cases: string[] = [];
      for (const { events: before, head } of streams.values()) {
        const appeal = foldAppeal(before);
        if (!appeal || appeal.bodyId !== bodyId) continue;
        const { edition, kind, id: appealId } = appeal;
        const around = surroundingsOf(world, {
          edition,
          kind,
          body,
          other: null,
          actor: { kind: 'person', ...officer },
        });
        const facts = [{ type: 'appeal.assigned', payload: { official } } as const];
        chapters.push(chapterOf({ appealId, before, head, facts, around }).chapter);
        cases.push(appeal.number);
      }
      const said = { from: { personId: fromId, name: giver.name }, to: { personId: toId, name: official.name } };
      const letter: LetterOrder = {
        letter: 'work_handed_over',
        key: `handed_over:${fromId}:${toId}:${world.now()}`,
        to: { party: { kind: 'body', id: bodyId }, roles: [], officialId: toId },
        data: {
          ...{ from: giver.name, to: official.name, cases: cases.length, reason, by: officer.name },
          ...{ body: body.names, path: '/desk?whose=mine' },
        },
      };
      return done({
        facts: [{ type: 'office.handed_over', payload: { ...said, cases, reason, officer } }],
        chapters,
        letters: [letter],
      });
    },
  });
}
