// Forms by their one-time keys. A form of an act that makes something new carries a key, made when the form is shown; the act
// writes it in its own statement (ledger: TakenBefore), so that of two sendings, also at the same moment, one makes something.
import type { Instant } from '../core/day';
import type { World } from '../world';
import { TakenBefore, type Act } from './ledger';

export type FormKey = { personId: string; key: string };

/** The row that an act takes its form with. */
export const taking = ({ personId, key }: FormKey, { stream, at }: { stream: string; at: Instant }): NonNullable<Act['also']> => [
  { table: 'TakenForm', rows: [{ personId, key, stream, takenAt: new Date(at).toISOString() }] },
];

/** The stream that this form made when it was taken; null for a form that nobody took yet. */
export async function madeBy({ db }: Pick<World, 'db'>, { personId, key }: FormKey): Promise<string | null> {
  const taken = await db.prisma.takenForm.findUnique({ where: { personId_key: { personId, key } }, select: { stream: true } });
  return taken?.stream ?? null;
}

const NOTHING = '00000000-0000-0000-0000-000000000000';
/** The id of what a form made: that of nothing where its key came with a form of another kind before. */
export const idMade = (noun: 'round' | 'comment' | 'contest' | 'meeting' | 'wave', stream: string): string =>
  stream.startsWith(`${noun}:`) ? stream.slice(noun.length + 1) : NOTHING;

/** The stream that this form made first, when that is why an act failed; throws the failure otherwise. */
export async function madeFirst(world: Pick<World, 'db'>, form: FormKey | null, failure: unknown): Promise<string> {
  const first = failure instanceof TakenBefore && form ? await madeBy(world, form) : null;
  if (!first) throw failure;
  return first;
}
