// The templates of answers of a body, by kind and language.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { templatesOf } from '../../queries/templates';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { BodyTabs } from './body-tabs';
import { officeHere } from './office-here';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, office } = await officeHere(args);
  const { bodyId, bodies, kinds } = office;
  return {
    ...{ locale, bodyId, bodies, kinds, title: t.office.templates.title },
    templates: await templatesOf(world, bodyId),
    writes: may(viewer, 'template.write', { bodyId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Templates() {
  const { locale, bodyId, bodies, kinds, title, templates, writes } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.office.templates;
  const home = `/${locale}/desk/templates`;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/desk`, label: t.desk.title }]} />}
        title={title}
        lead={say.lead}
        actions={
          writes ? (
            <LinkButton href={`${home}/new?body=${bodyId}`} icon="plus">
              {say.add}
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <BodyTabs {...{ t, bodies, bodyId }} path={home} />
        {templates.length === 0 ? (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        ) : (
          <Table
            caption={say.caption}
            captionHidden
            head="name"
            columns={[
              { key: 'name', label: say.name, width: 'wide' },
              { key: 'kind', label: say.kind },
              { key: 'language', label: say.language, width: 'fit' },
            ]}
            rows={templates.map(({ id, name, kind, language, retired }) => ({
              id,
              cells: {
                name: (
                  <>
                    <a href={`${home}/${id}`} lang={language}>
                      {name}
                    </a>{' '}
                    {retired ? <Tag>{say.retired}</Tag> : null}
                  </>
                ),
                kind: kinds.find((one) => one.id === kind)?.name ?? kind,
                language: t.case.languages[language],
              },
            }))}
          />
        )}
      </Stack>
    </>
  );
}
