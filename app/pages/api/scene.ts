// Who asks the API, in which language, and how addresses are written for them. Made by the door.
import type { Viewer } from '../../core/viewer';
import type { Key } from '../../queries/keys';
import type { World } from '../../world';
import type { Addresses } from './answers/shared';

/** `viewer`: who acts through the key; for reading, whoever the key lets read more than everybody, else nobody. */
export type Scene = Addresses & { world: World; viewer: Viewer | null; key: Key | null };
