// What the pages of a body's work begin with: the official and the body asked for, or the first where they hold an office. 403 for others.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { officeOf } from '../../queries/office';
import { requireViewer } from '../respond';

export async function officeHere(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const query = new URL(args.request.url).searchParams;
  const office = await officeOf(known.world, known.viewer, query.get('body'), known.locale);
  if (!office) throw new Response(null, { status: 403 });
  return { ...known, office, query };
}
