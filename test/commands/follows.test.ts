// Who follows a body hears what its public cases come to: answered, or left without an answer; of a private case nothing, once of a case that
// they follow too, and no more once they stopped.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { follow } from '../../app/commands/follows/follow';
import { stopLetters } from '../../app/commands/follows/stop-letters';
import { lapse } from '../../workers/lapse';
import { must } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
const { world, at } = testWorld('2026-03-02');
const signal = new AbortController().signal;
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const file = (more: object = {}) => must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
const answer = (appealId: string) =>
  must(answerAppeal(world, cast.executor, { appealId, ...aReply('act_favourable', PARTS) }));
const heardBy = async ({ personId }: { personId: string }) =>
  (
    await world.db.prisma.letter.findMany({
      where: { personId, letter: { in: ['body_news', 'case_news'] } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
  ).map(({ letter, data }) => {
    const { number, news } = data as { number: string; news: string };
    return [letter, number, news];
  });

describe('whoever follows a body', () => {
  it('hears of answers and of silence in its public cases, by the nearer reason, until they stop', async () => {
    await must(follow(world, cast.stranger, { what: 'body', value: cast.ministry.id }));
    await must(follow(world, cast.ngo, { what: 'body', value: cast.ministry.id }));
    const open = await file();
    const secret = await file({ visibility: 'private' });
    const elsewhere = await file({ bodyId: cast.committee.id });
    const near = await file();
    const silent = await file();
    await must(follow(world, cast.stranger, { what: 'appeal', value: near.number }));
    at('2026-03-04');
    for (const { id } of [open, secret, near]) await answer(id);
    expect(await heardBy(cast.stranger)).toEqual([
      ['body_news', open.number, 'answered'],
      ['case_news', near.number, 'answered'],
    ]);
    at('2026-05-04');
    await lapse(world, signal);
    expect(await heardBy(cast.stranger)).toContainEqual(['body_news', silent.number, 'overdue']);
    expect((await heardBy(cast.stranger)).flat()).not.toContain(elsewhere.number);
    // The applicant has letters of their own.
    expect(await heardBy(cast.ngo)).toEqual([]);
    const before = (await heardBy(cast.stranger)).length;
    const { token } = await world.db.prisma.follow.findFirstOrThrow({
      where: { personId: cast.stranger.personId, what: 'body' },
    });
    await must(stopLetters(world, { token, scope: 'this' }));
    await answer((await file()).id);
    expect(await heardBy(cast.stranger)).toHaveLength(before);
  });
});
