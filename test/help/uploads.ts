// A small file that a person has uploaded and no act has taken yet.
import { Readable } from 'node:stream';
import { uploadFile } from '../../app/commands/files/upload';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { must } from './rounds';

export const uploaded = async (world: World, viewer: Viewer, name = 'смета.csv'): Promise<string> =>
  (await must(uploadFile(world, viewer, { name, bytes: Readable.from([Buffer.from('a;b\n1;2\n')]) }))).id;
