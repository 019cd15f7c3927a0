// Sends a file that came with a contest, only to those who may read it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOfContest } from '../../queries/contest';
import { contextOf } from '../respond';
import { sentFile } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  return sentFile(world, t, await fileOfContest(world, viewer, { number, fileId }));
}
