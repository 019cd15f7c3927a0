// Who took part when, as far as backups tell: between which two a right was taken and between which two an answer came into a box. It
// links people to names in boxes; what was answered stays sealed, and which receipt has that name only the seal tells. Used by several
// strategies.
import type { Chance } from '../../prisma/chance';
import { sealedIn, text, type Group, type Holdings } from './holdings';

/** `sure`: nobody else's right was taken and no other answer came between the same two backups. */
export type Link = { personId: string; name: string; sure: boolean };
export type Arrival = { name: string; sealed: string; from: number };

/** Answers of a group as the backups saw them come, earliest first. */
export function arrivals({ backups }: Holdings, { panelIds }: Group): Arrival[] {
  const found = new Map<string, Arrival>();
  for (const [from, one] of backups.entries())
    for (const [name, sealed] of sealedIn(one, panelIds)) if (!found.has(name)) found.set(name, { name, sealed, from });
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** Takers of a group with the first backup in which their right was taken, earliest first; within one by its transaction. */
export function takings(
  { backups, final }: Holdings,
  { panelIds, takers }: Group,
): { personId: string; from: number }[] {
  const first = new Map<string, number>();
  for (const [from, { tables }] of backups.entries())
    for (const { row } of tables.SurveyRight ?? [])
      if (row.taken === true && panelIds.includes(text(row.panelId)) && !first.has(text(row.id)))
        first.set(text(row.id), from);
  const order = new Map((final.SurveyRight ?? []).map(({ row, xmin }) => [text(row.id), xmin]));
  const of = ({ row }: { row: Record<string, unknown> }) => text(row.id);
  return takers
    .map(({ personId, right }) => ({
      personId,
      from: first.get(of(right)) ?? backups.length,
      xmin: order.get(of(right)) ?? 0,
    }))
    .sort((a, b) => a.from - b.from || a.xmin - b.xmin);
}

/**
 * People with the sealed answers that most likely are theirs: most answer soon after they took their right, so each goes to whoever
 * took the last right before it that has none yet.
 */
export function links(holdings: Holdings, group: Group, chance: Chance): Link[] {
  const came = arrivals(holdings, group);
  const taken = takings(holdings, group);
  const waiting = [...taken];
  /** How many of a list came between the same two backups, or one of the next two. */
  const near = (list: readonly { from: number }[], from: number, span: readonly [number, number]): number =>
    list.filter((one) => one.from >= from + span[0] && one.from <= from + span[1]).length;
  return came.flatMap(({ name, from }): Link[] => {
    const before = waiting.filter((one) => one.from <= from);
    const last = before.at(-1);
    if (!last) return [];
    const { personId } = chance.pick(before.filter((one) => one.from === last.from));
    waiting.splice(
      waiting.findIndex((one) => one.personId === personId),
      1,
    );
    const sure = from - last.from <= 1 && near(taken, from, [-1, 0]) === 1 && near(came, last.from, [0, 1]) === 1;
    return [{ personId, name, sure }];
  });
}
