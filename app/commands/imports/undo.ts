// An administrator has a table taken back that was applied, the last row first: what was added goes where nothing was built upon it, what was
// changed is again what it was where nobody changed it since. What can't be taken back stays, and its row says why.
import type { Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { begin } from './begun';

export { input } from './begun';

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled (not applied to its end, or undone before). */
export const undoTable = (world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> =>
  begin(world, viewer, 'undo', raw);
