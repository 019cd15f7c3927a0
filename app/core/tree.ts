// A tree read from top to bottom: for selects and tables, which are lists.
type Branch<T> = { children: readonly T[] };

/** The nodes in reading order, each with how deep it stands (0 at the top). */
export const flatten = <T extends Branch<T>>(nodes: readonly T[], depth = 0): (T & { depth: number })[] =>
  nodes.flatMap((node) => [{ ...node, depth }, ...flatten(node.children, depth + 1)]);
