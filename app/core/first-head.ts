// Who signs a body's reply to a public council: its first head, or whoever acts for the first head (Public Councils Law 5(2)). Another head
// of the body may decide, but does not sign this.
import { refuse, type Refusal } from './refusal';
import type { RoundSurroundings } from './round-owing';
import { type Head, type Viewer } from './viewer';

/** In which of the two capacities the viewer signs for the body, or null. */
export const capacityAt = (viewer: Viewer, bodyId: string): Head | null => {
  const held = viewer.mandates.filter((mandate) => mandate.bodyId === bodyId && mandate.role === 'approver');
  return held.find(({ head }) => head === 'first')?.head ?? held.find(({ head }) => head)?.head ?? null;
};

/** The refusal first_head_only with the names of those who may sign, citing where the kind has it. */
export function notFirstHead(
  names: readonly string[],
  { kind }: Pick<RoundSurroundings, 'kind'>,
): { ok: false; refusal: Refusal } {
  const [first] = (kind.rules.council_reply ?? kind.rules.dispose)?.basis ?? [];
  return refuse('first_head_only', {
    params: names.length > 0 ? { names: names.join(', ') } : {},
    ...(first && { basis: { act: first.act, article: first.article } }),
  });
}
