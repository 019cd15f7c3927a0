// A table of state bodies: a row adds one to the tree, or changes it.
import { z } from 'zod';
import { bodyFields, slugField } from '../body';
import { planOf, refused, type Plan, type RowProblem, type Table, type Words } from './table';

const { parentId: _superior, ...fields } = bodyFields;
const shape = z.object({
  slug: slugField,
  ...fields,
  /** Short address of the body above, here or in an earlier row. */
  superior: z.union([slugField, z.literal('')]).default(''),
});
export type BodyRow = z.output<typeof shape>;

/** By short address: the bodies that rows name, and all above them. */
export type KnownBodies = Map<string, { id: string; closed: boolean; words: Words }>;

export const bodies: Table<BodyRow, KnownBodies> = {
  columns: ['slug', 'nameKk', 'nameRu', 'nameEn', 'superior', 'level', 'region', 'address', 'workdayEnd'],
  shape,
  keyOf: ({ slug }) => slug,
  plan(row, known): Plan {
    const problem = superiorProblem(row, known);
    if (problem) return refused('superior', problem);
    const { slug, ...words } = row;
    const there = known.get(slug);
    known.set(slug, { id: there?.id ?? '', closed: there?.closed ?? false, words });
    return planOf(there, words);
  },
};

/** The body above has to be there, open (unless it was above before), and not below this one. */
function superiorProblem({ slug, superior }: BodyRow, known: KnownBodies): RowProblem | null {
  if (superior === '') return null;
  const above = known.get(superior);
  if (!above) return 'no_superior';
  if (above.closed && known.get(slug)?.words.superior !== superior) return 'closed_superior';
  for (
    let at: string | undefined = superior, steps = 0;
    at && steps <= known.size;
    at = known.get(at)?.words.superior, steps++
  )
    if (at === slug) return 'circle';
  return null;
}
