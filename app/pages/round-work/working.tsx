// What the pages of a round in preparation share: the round, for those who may prepare it, and the way back to its workbench.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { preparedRound } from '../../queries/round-prepare';
import type { Locale, Text } from '../../text';
import { Breadcrumbs } from '../../ui/head';
import { requireViewer } from '../respond';

/** The context with the round of the address. 404 for a round that is not there or that the viewer may not prepare. */
export async function workingOn(args: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>) {
  const here = requireViewer(args);
  const round = await preparedRound(here.world, here.viewer, args.params.number ?? '');
  if (!round) throw new Response(null, { status: 404 });
  return { ...here, round };
}

export const workCrumbs = (t: Text, locale: Locale, number: string) => (
  <Breadcrumbs
    label={t.frame.crumbs}
    items={[{ href: `/${locale}/rounds/${number}/prepare`, label: t.roundPrepare.prepareTitle(number) }]}
  />
);
