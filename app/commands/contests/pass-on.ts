// Nobody on the council may rule any more: all declared an interest, hold an office at the body, or the council was closed. The contest goes
// to the council of the superior body, which has a term of its own.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { councilToRule, rulersOf } from '../../data/contests';
import type { World } from '../../world';
import { actOnContest } from './act';

export const input = z.object({ contestId: z.uuid(), ...bothOf('reason', 10, 5_000) });

/** Passes on. Refuses: invalid, someone_may_rule (with their number), no_council, and what every act on a contest refuses. */
export async function passOnContest(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { contestId, reasonKk, reasonRu } = read.value;
  return actOnContest(world, viewer, {
    contestId,
    action: 'contest.pass_on',
    decide: async ({ contest, around: { now: at }, signatory }) => {
      const { councilId, bodyId, conflicts, passedOn } = contest;
      const { closedAt } = await world.db.prisma.council.findUniqueOrThrow({
        where: { id: councilId },
        select: { closedAt: true },
      });
      const { members } = await rulersOf(world.db, councilId, bodyId, at);
      const free = members.filter((member) => !conflicts.some(({ personId }) => personId === member.personId));
      if (closedAt === null && free.length > 0) return refuse('someone_may_rule', { params: { count: free.length } });
      const passed = [councilId, ...passedOn.map(({ fromCouncilId }) => fromCouncilId)];
      const next = await councilToRule(world.db, { bodyId, at, passed });
      if (!next) return refuse('no_council');
      const council = { id: next.id, names: next.names };
      const reason = { kk: reasonKk, ru: reasonRu };
      const payload = { fromCouncilId: councilId, councilId: next.id, reason, signatory };
      return done({ fact: { type: 'contest.passed_on', payload }, council });
    },
  });
}
