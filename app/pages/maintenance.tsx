// What is shown in the place of an act while there is maintenance: that nothing was done, when to come back, and that terms go on. server.ts
// answers acts with it; read by itself it says whether there is maintenance now.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { maintenanceUntil } from '../queries/settings';
import { textFor } from '../text';
import { dayAndTime } from '../text/format';
import { LinkButton } from '../ui/button';
import { PageHead } from '../ui/head';
import { Narrow, Stack } from '../ui/layout';
import { contextOf } from './respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, until: await maintenanceUntil(world) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').settings.maintenance.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Maintenance() {
  const { locale, until } = useLoaderData<typeof loader>();
  const say = textFor(locale).settings.maintenance;
  return (
    <Narrow>
      <PageHead title={say.title} lead={until === null ? say.none : say.until(dayAndTime(locale, until))} />
      {until === null ? null : (
        <Stack>
          <p>{say.nothingDone}</p>
          <p>{say.terms}</p>
        </Stack>
      )}
      <p>
        <LinkButton href={`/${locale}`}>{textFor(locale).faults.home}</LinkButton>
      </p>
    </Narrow>
  );
}
