// A page showed somebody what their notices say: the page of the case, or of the letter itself. Called by those pages for whoever is
// signed in; a person to whom no notice went leaves nothing.
import { witness, witnessShown } from '../../data/evidence';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

/** The page of a case was shown. */
export const showCase = (world: World, { personId }: Viewer, stream: string): Promise<void> =>
  witnessShown(world.db, { personId, stream, at: world.now() });

/** The words of one letter were shown to the person it was written to. */
export const showLetter = (world: World, letterId: string): Promise<void> =>
  witness(world.db, { letterId, what: 'shown', at: world.now() });
