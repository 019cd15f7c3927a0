// Letters to everybody else who keeps keys of an organisation or a body, when one was made or revoked there, and to the maker of a revoked one. Shared by both commands.
import { KEEPER, ownerOf, type KeyFacts } from '../../core/key';
import type { LetterOf } from '../../core/letter';
import type { Viewer } from '../../core/viewer';
import { readersOf, type Reader } from '../../data/people';
import type { Transaction } from '../../data/passes';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';

type Data = LetterOf<'key_notice'>['data'];
type Letters = { data: Data; readers: readonly Reader[] };
/** `makerId`: who made it, where it is theirs no more. */
type About = { key: string; change: Data['change']; by: Viewer; makerId?: string };

/** What they are told, and who they are: asked before the transaction, which holds a connection. */
export async function lettersAbout(
  world: World,
  facts: KeyFacts,
  { key, change, by, makerId }: About,
): Promise<Letters> {
  const { prisma } = world.db;
  const owner = ownerOf(facts);
  const id = facts.organisationId ?? facts.bodyId ?? '';
  const [readers, names] = await Promise.all([
    readersOf(world, [
      { party: { kind: owner, id }, roles: [KEEPER[owner]] },
      ...(makerId ? [{ party: { kind: 'person' as const, id: makerId } }] : []),
    ]),
    owner === 'organisation'
      ? prisma.organisation
          .findUniqueOrThrow({ where: { id }, select: { name: true } })
          .then(({ name }) => ({ kk: name, ru: name, en: name }))
      : prisma.body
          .findUniqueOrThrow({ where: { id }, select: { nameKk: true, nameRu: true, nameEn: true } })
          .then(({ nameKk, nameRu, nameEn }) => ({ kk: nameKk, ru: nameRu, en: nameEn })),
  ]);
  return {
    data: { change, key, owner: names, person: by.name, path: '/account/keys' },
    readers: [...new Map(readers.flat().map((one) => [one.personId, one])).values()].filter(
      ({ personId }) => personId !== by.personId,
    ),
  };
}

/** Whoever calls wakes the post after the commit. */
export async function tellKeepers(world: World, tx: Transaction, { data, readers }: Letters): Promise<void> {
  for (const { personId, email, locale } of readers) {
    const to = { personId, email, locale };
    await writeLetter(world, tx, `key-notice:${world.newId()}`, { letter: 'key_notice', data }, to);
  }
}
