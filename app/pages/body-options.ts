// The tree of bodies as the choices of a select: each top body is a group with everything under it, so the list can be read
// and searched by typing without a script.
import type { BodyNode } from '../queries/bodies';
import { flatten } from '../queries/bodies';
import type { Locale } from '../text';
import type { Option } from '../ui/field';

type Asked = { tree: readonly BodyNode[]; locale: Locale; value: (node: BodyNode) => string; except?: string };

/** Groups by top body; `except` leaves out one body by id. */
export const bodyOptions = ({ tree, locale, value, except }: Asked): { label: string; options: Option[] }[] =>
  tree.map((top) => ({
    label: top.names[locale],
    options: flatten([top]).flatMap((node) =>
      node.id === except ? [] : [{ value: value(node), label: `${'— '.repeat(node.depth)}${node.names[locale]}` }],
    ),
  }));
