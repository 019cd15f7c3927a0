// Under which name and post somebody acts at a body, as the forms of acts say it before anything is signed.
import { mandateAt, OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import { byline } from '../rounds/said';

/** 'Name, post'; the name alone of whoever holds no office there. */
export const signerOf = (viewer: Viewer, bodyId: string): string =>
  byline({ name: viewer.name, post: mandateAt(viewer, bodyId, OFFICIAL_ROLES)?.post ?? null });
