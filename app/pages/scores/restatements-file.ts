// Restatements as CSV, one change a row, or as JSON with all they say. `next` in JSON, and the Link header of both, lead to earlier ones.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { restatements } from '../../queries/restatements';
import { contextOf } from '../respond';
import { csvAnswer, OPEN } from './data-answer';
import { restatementTable } from './restated';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const form = /^restatements\.(csv|json)$/.exec(name)?.[1];
  if (!form) throw new Response(null, { status: 404 });
  const query = new URL(args.request.url).searchParams;
  const slug = query.get('body') ?? '';
  const { items, older } = await restatements(world, { slug, after: query.get('after') }, locale);
  const next = older && `/${locale}/scores/restatements/${name}?${new URLSearchParams({ body: slug, after: older })}`;
  const headers = { ...OPEN, ...(next && { link: `<${next}>; rel="next"` }) };
  return form === 'json'
    ? Response.json({ restatements: items, next }, { headers })
    : csvAnswer(name, restatementTable(items), headers);
}
