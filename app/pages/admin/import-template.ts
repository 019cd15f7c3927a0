// An empty table with the columns of a kind, for spreadsheets: UTF-8 with its mark.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { columnsOf, KINDS } from '../../core/imports/kinds';
import { requireMay } from '../respond';

export function loader(args: LoaderFunctionArgs) {
  requireMay(args, 'register.import', undefined);
  const kind = KINDS.find((one) => `${one}.csv` === args.params.file);
  if (!kind) throw new Response(null, { status: 404 });
  return new Response(`\uFEFF${columnsOf(kind).join(';')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${kind}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
