// Sends the evidence that a report on one of a round's promises carries.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOfRound } from '../../queries/round-files';
import { contextOf } from '../respond';
import { sentFile } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  return sentFile(world, t, await fileOfRound(world, viewer, { number, fileId }));
}
