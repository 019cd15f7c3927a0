// Whose a contribution is: the person's who wrote it, of those who speak for the organisation that did, of the council's people. They read it
// also where nobody else may.
import { beforeAll, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import type { Viewer } from '../../app/core/viewer';
import { commentFilterOf } from '../../app/queries/comment-filter';
import { commentFound } from '../../app/queries/comment';
import { listComments } from '../../app/queries/comments';
import { roundRead } from '../../app/queries/round-facts';
import { must, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

/** Who finds the round's only comment to be their own, and who reads its hidden words. */
async function ownersOf(roundId: string) {
  const { number } = await house.state(roundId);
  const [comment] = await world.db.prisma.comment.findMany({ where: { roundId } });
  await must(
    moderateComment(world, cast.head, {
      ...{ step: 'hide', commentId: comment?.id, ground: 'insult', reason: 'Бранные слова в тексте.' },
    }),
  );
  const found: Record<'own' | 'reads', string[]> = { own: [], reads: [] };
  for (const viewer of [
    cast.ngo,
    cast.stranger,
    cast.citizen,
    cast.secretary,
    cast.chair,
    ...cast.members,
  ] as Viewer[]) {
    const facts = await roundRead(world, viewer, { round: number });
    if (!facts) throw new Error('no round');
    const filter = commentFilterOf(new URLSearchParams());
    const { rows } = await listComments(world, viewer, facts, { filter, locale: 'ru', lang: 'ru' });
    if (rows[0]?.own) found.own.push(viewer.name);
    if (rows[0]?.text) found.reads.push(viewer.name);
  }
  return found;
}

it('a council’s recommendation is that of all its people, and of nobody else', async () => {
  const host = { kind: 'council_recommendation' as const, councilId: cast.council.id };
  const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
  await house.paper(roundId, {}, cast.secretary);
  const people = ['Secretary', 'Chair', 'Member One', 'Member Two', 'Member Three', 'Member Four'];
  expect(await ownersOf(roundId)).toEqual({ own: people, reads: people });
});

it('an organisation’s comment is that of those who speak for it, whoever of them wrote it', async () => {
  const roundId = await house.open();
  await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
  expect(await ownersOf(roundId)).toEqual({ own: ['Aigul'], reads: ['Aigul'] });
});

it('a person’s own comment is nobody else’s, also where that person speaks for an organisation', async () => {
  const roundId = await house.open();
  await house.comment(roundId, {}, cast.ngo);
  expect(await ownersOf(roundId)).toEqual({ own: ['Aigul'], reads: ['Aigul'] });
});

it('is asked for on one connection by people of an organisation and of a council in turn', async () => {
  const roundId = await house.open();
  await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
  const { number } = await world.db.prisma.comment.findFirstOrThrow({ where: { roundId } });
  for (const viewer of [cast.ngo, cast.secretary, cast.citizen, null, cast.chair, cast.ngo])
    expect(Boolean((await commentFound(world, viewer, number, 'ru'))?.row.own)).toBe(viewer === cast.ngo);
});
