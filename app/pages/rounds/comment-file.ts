// Sends a file of a comment, only to those who may read its words.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOfComment } from '../../queries/round-files';
import { contextOf } from '../respond';
import { sentFile } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  return sentFile(world, t, await fileOfComment(world, viewer, { number, fileId }));
}
