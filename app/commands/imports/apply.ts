// An administrator has a table applied that was looked at. Each row is judged again by what stands there then; those that are refused are left
// out, each with why.
import type { Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { begin } from './begun';

export { input } from './begun';

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled (begun before). */
export const applyTable = (world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> =>
  begin(world, viewer, 'apply', raw);
