// What stands behind a figure of a body, for its officials: every case, before the figures are everybody's.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bodyNamed } from '../../queries/trust-body';
import { contextOf, requireMay } from '../respond';
import { CaseList, casesAsked, casesTitle } from './case-list';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const body = await bodyNamed(world, args.params.slug ?? '', locale);
  if (!body) throw new Response(null, { status: 404 });
  requireMay(args, 'score.read_own', { bodyId: body.id });
  return casesAsked(args, 'body');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? casesTitle(data) : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function OwnScoreCases() {
  return <CaseList {...useLoaderData<typeof loader>()} />;
}
