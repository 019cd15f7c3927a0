// What stands behind a figure of a body, open to everyone.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CaseList, casesAsked, casesTitle } from './case-list';

export const loader = (args: LoaderFunctionArgs) => casesAsked(args, 'everyone');

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? casesTitle(data) : 'Kenes' }];

export default function ScoreCases() {
  return <CaseList {...useLoaderData<typeof loader>()} />;
}
