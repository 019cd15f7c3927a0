// The same form sent again: the case that it made the first time, or a refusal where it says something else by now. Asked by
// file.ts before it files, and when the database's unique key of the form decided between two sendings at once.
import { streamOf } from '../../core/appeal';
import { readFact, type FactOf } from '../../core/event';
import { done, refuse, type Outcome } from '../../core/refusal';
import { madeBy, type FormKey } from '../../data/forms';
import { hashesOf } from '../../data/uploads';
import type { World } from '../../world';

type Filed = FactOf<'appeal.filed'>['payload'];
/** What a form says, as the event of filing keeps it; files by their ids. */
export type Said = Pick<
  Filed,
  ('kind' | 'organisationId' | 'subject' | 'text' | 'language' | 'visibility' | 'publicDay' | 'nameHidden') | 'originId'
> & { bodyIds: readonly string[]; files: readonly string[] };
/** `others`: the numbers of the cases that the same form made at other bodies. */
export type FiledCase = { id: string; number: string; again: boolean; others: string[] };

/** The case of a form that was taken; null when it was not. Refuses form_taken (with the number) when the form was changed since. */
export async function filedBefore(world: World, form: FormKey, said: Said): Promise<Outcome<FiledCase> | null> {
  const stream = await madeBy(world, form);
  if (stream === null) return null;
  const { type, payload } = await world.db.prisma.event.findUniqueOrThrow({
    where: { stream_version: { stream, version: 1 } },
    select: { type: true, payload: true },
  });
  const fact = readFact(type, payload);
  // The key came with a form of another kind before: what that made is no case.
  if (fact.type !== 'appeal.filed') return refuse('not_found');
  const filed = fact.payload;
  const hashes = await hashesOf(world, form.personId, said.files);
  const others = await casesWith(world, filed);
  return isSame(filed, said, hashes) && sameBodies([filed, ...others], said)
    ? done({
        ...{ id: stream.slice(streamOf('').length), number: filed.number, again: true },
        others: others.map(({ number }) => number),
      })
    : refuse('form_taken', { params: { number: filed.number } });
}

/** Files chosen anew have new ids: they are the same when their bytes are. */
function isSame(filed: Filed, { files: _files, bodyIds: _bodies, ...said }: Said, hashes: readonly string[]): boolean {
  const before = filed.files.map(({ sha256 }) => sha256).sort();
  return (
    (Object.keys(said) as (keyof typeof said)[]).every((name) => (filed[name] ?? null) === (said[name] ?? null)) &&
    before.join() === [...hashes].sort().join()
  );
}

/** The other cases of an appeal to several bodies. */
const casesWith = async (
  { db }: World,
  { togetherId, number }: Filed,
): Promise<{ number: string; bodyId: string }[]> =>
  togetherId
    ? db.prisma.appeal.findMany({
        where: { togetherId, number: { not: number }, originId: null },
        select: { number: true, bodyId: true },
        orderBy: { number: 'asc' },
      })
    : [];

const sameBodies = (cases: readonly { bodyId: string }[], { bodyIds }: Said): boolean =>
  cases
    .map(({ bodyId }) => bodyId)
    .sort()
    .join() === [...bodyIds].sort().join();
