// The public councils that work today, under the bodies that they advise.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { councilsByBody } from '../../queries/councils';
import { textFor } from '../../text';
import { PageHead } from '../../ui/head';
import { Card, Grid, Section } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  return { locale, title: t.councils.title, bodies: await councilsByBody(world, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  ...(data ? [{ name: 'description', content: textFor(data.locale).councils.lead }] : []),
];

export default function Councils() {
  const { locale, title, bodies } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.councils;
  return (
    <>
      <PageHead title={title} lead={say.lead} />
      {bodies.length === 0 ? <EmptyState title={say.none}>{say.noneText}</EmptyState> : null}
      {bodies.map(({ body, councils }) => (
        <Section key={body.slug} title={<a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a>}>
          <Grid min="l">
            {councils.map(({ slug, name, members, chair }) => (
              <Card
                key={slug}
                title={name}
                href={`/${locale}/councils/${slug}`}
                meta={say.members(members)}
                footer={chair === null ? say.noChair : say.chairedBy(chair)}
              />
            ))}
          </Grid>
        </Section>
      ))}
    </>
  );
}
