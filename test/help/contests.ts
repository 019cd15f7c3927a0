// Contests for tests, brought to any state by the commands themselves. A case of the ministry that was answered late, in a quarter that is
// over by the time it is contested.
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { makeContest } from '../../app/commands/contests/make';
import { ruleOnContest } from '../../app/commands/contests/rule';
import { foldContest, contestStream, type Contest } from '../../app/core/contest';
import type { Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { openStream } from '../../app/data/ledger';
import { must } from './rounds';
import { anAppeal, aReply, type Cast, type TestWorld } from './world';

export const REASONS = {
  reasonsKk: 'Жауап қолма-қол осы күні берілген, қолхат тіркелген.',
  reasonsRu: 'Ответ вручён под роспись в этот день, расписка приложена.',
};

export function contestHouse({ world, at }: TestWorld, cast: () => Cast) {
  const filed = async (day: Day, more: Partial<{ visibility: 'private' }> = {}) => {
    at(day);
    const { id } = await must(fileAppeal(world, cast().ngo, { ...anAppeal(cast()), ...more }));
    await must(acceptAppeal(world, cast().registrar, { appealId: id }));
    return id;
  };
  const answered = async (appealId: string, day: Day) => {
    at(day);
    const { requirements } = world.guide.inForceOn(day).procedures.application.reply;
    const own = requirements.flatMap(({ id, given_by }) => (given_by === 'official' ? [id] : []));
    await must(answerAppeal(world, cast().head, { appealId, ...aReply('act_favourable', own) }));
  };
  const claim = (appealId: string, more: Record<string, unknown> = {}) => ({
    ...{ appealId, claim: 'ended_day', day: '2026-02-20', ...REASONS, ...more },
  });
  const votes = (viewers: readonly Viewer[], vote: 'for' | 'against' = 'for') =>
    viewers.map(({ personId }) => ({ personId, vote, dissent: '' }));
  return {
    filed,
    answered,
    claim,
    votes,
    /** A case filed and answered on these days. */
    async lateCase(from: Day = '2026-02-02', to: Day = '2026-02-26') {
      const id = await filed(from);
      await answered(id, to);
      return id;
    },
    /** Contests on `day` and gives the id. */
    async contested(appealId: string, day: Day, more: Record<string, unknown> = {}): Promise<string> {
      at(day);
      const { number } = await must(makeContest(world, cast().head, claim(appealId, more)));
      return (await world.db.prisma.contest.findUniqueOrThrow({ where: { number }, select: { id: true } })).id;
    },
    /** A ruling of everybody who has a seat. */
    ruling: (contestId: string, more: Record<string, unknown> = {}) => ({
      ...{ contestId, ruling: 'upheld', ...REASONS, votes: votes([cast().chair, ...cast().members]), ...more },
    }),
    async ruled(contestId: string, day: Day, more: Record<string, unknown> = {}) {
      at(day);
      await must(ruleOnContest(world, cast().secretary, this.ruling(contestId, more)));
    },
    async contest(contestId: string): Promise<Contest> {
      const found = foldContest((await openStream(world.db, contestStream(contestId))).events);
      if (!found) throw new Error('no such contest');
      return found;
    },
  };
}
