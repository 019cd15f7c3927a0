// Sends a file that a round carries: the original of a document, what belongs to the protocol of its hearing, evidence on a promise.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOfRound } from '../../queries/round-files';
import { contextOf } from '../respond';
import { sentFile } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  return sentFile(world, t, await fileOfRound(world, viewer, { number, fileId }));
}
