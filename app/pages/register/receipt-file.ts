// A receipt as a file, to be kept and checked by anybody. Only for whoever did the act or was answered by it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { receiptFile } from '../../queries/receipts';
import { requireViewer } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(args);
  const { number = '', file = '' } = args.params;
  const version = /^(\d{1,6})\.json$/.exec(file)?.[1];
  const receipt = version ? await receiptFile(world, viewer, { number, version: Number(version) }) : null;
  if (receipt === null) throw new Response(null, { status: 404 });
  return new Response(`${receipt}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${number.replace(/[^\w-]/g, '')}-${version}.json"`,
    },
  });
}
