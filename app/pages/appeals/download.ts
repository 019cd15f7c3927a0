// Sends a file of a case, only to those who may read the case.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachmentOf } from '../../queries/attachment';
import { contextOf } from '../respond';
import { sentFile } from '../sent-file';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, t } = contextOf(args);
  const { number = '', fileId = '' } = args.params;
  return sentFile(world, t, await attachmentOf(world, viewer, { number, fileId }));
}
