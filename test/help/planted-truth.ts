// What is true of the answers that the invented country gives, reckoned from the model they are drawn by (prisma/planted.ts): the
// distribution of an item around its level, and how the items of a construct go together.
import { NOT_KNOWN, STEP } from '../../prisma/planted';

/** The chances of a sum of so many steps, by its value. */
function sumOf(steps: number): Map<number, number> {
  let sums = new Map([[0, 1]]);
  for (let n = 0; n < steps; n += 1) {
    const next = new Map<number, number>();
    for (const [value, chance] of sums)
      for (const step of STEP) next.set(value + step, (next.get(value + step) ?? 0) + chance / STEP.length);
    sums = next;
  }
  return sums;
}

/** Three steps: of the person, of what is measured, of the item. */
const AROUND = sumOf(3);
const varianceOf = (steps: number): number =>
  [...sumOf(steps)].reduce((sum, [value, chance]) => sum + chance * value ** 2, 0);

/** The share of those asked who answer within these points, of all who answer or say that they don't know. */
export const plantedShare = (level: number, from: number, to: number): number =>
  (1 - NOT_KNOWN) *
  [...AROUND].reduce((sum, [off, chance]) => sum + (level + off >= from && level + off <= to ? chance : 0), 0);

/** Cronbach's alpha of so many items: parallel ones that share the person's step and the construct's. */
export function plantedAlpha(items: number): number {
  const together = varianceOf(2) / varianceOf(3);
  return (items * together) / (1 + (items - 1) * together);
}
