// One's own data to take along: about oneself, the organisations one represents, the bodies one answers for; and who took what.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askExport } from '../../commands/exports/ask';
import { isUuid } from '../../core/storable';
import { ownDataView, type Taken } from '../../queries/own-data/export';
import { textFor, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Select } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { AccountCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const ready = new URL(args.request.url).searchParams.get('ready') ?? '';
  return { locale, ready: isUuid(ready) ? ready : null, data: await ownDataView(world, viewer, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  const asked = await askExport(here.world, here.viewer, typed);
  return asked.ok
    ? redirect(`/${here.locale}/account/data?ready=${asked.value.id}`, 303)
    : refusalResponse(here, asked.refusal, typed);
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').ownData.title} — Kenes` },
];

export default function OwnData() {
  const { locale, ready, data } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.ownData;
  return (
    <Narrow>
      <PageHead crumbs={<AccountCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Stack gap="l">
        <Refused t={t} refused={refused} />
        {ready ? (
          <Alert tone="success" title={say.ready.title}>
            <p>{say.ready.text}</p>
            <LinkButton href={`/${locale}/account/data/${ready}/kenes.zip`}>{say.ready.link}</LinkButton>
          </Alert>
        ) : null}
        <p>{say.law}</p>
        <Section title={say.self.title} lead={say.self.text} id="self">
          <Form>
            <FormActions>
              <SubmitButton>{say.self.submit}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
        {data.organisations.map(({ id, name }) => (
          <Section key={id} title={say.organisation.title(name)} lead={say.organisation.text} id={`of-${id}`}>
            <Form>
              <input type="hidden" name="organisationId" value={id} />
              <FormActions>
                <SubmitButton>{say.organisation.submit}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        ))}
        {data.bodies.map(({ id, name, years }) => (
          <Section key={id} title={say.body.title(name)} lead={say.body.text} id={`of-${id}`}>
            {years.length === 0 ? (
              <Muted>{say.body.none}</Muted>
            ) : (
              <Form>
                <input type="hidden" name="bodyId" value={id} />
                <Select
                  id={`year-${id}`}
                  name="year"
                  label={say.body.year}
                  options={years.map((year) => ({ value: String(year), label: String(year) }))}
                  width="s"
                />
                <FormActions>
                  <SubmitButton>{say.body.submit}</SubmitButton>
                </FormActions>
              </Form>
            )}
          </Section>
        ))}
        <Section title={say.taken.title} id="taken">
          <WhoTook t={t} taken={data.taken} />
        </Section>
      </Stack>
    </Narrow>
  );
}

function WhoTook({ t, taken }: { t: Text; taken: readonly Taken[] }) {
  const say = t.ownData.taken;
  if (taken.length === 0) return <Muted>{say.none}</Muted>;
  return (
    <Table
      caption={t.ownData.taken.title}
      captionHidden
      columns={[
        { key: 'who', label: say.columns.who },
        { key: 'what', label: say.columns.what, width: 'wide' },
        { key: 'asked', label: say.columns.asked },
        { key: 'taken', label: say.columns.taken },
      ]}
      rows={taken.map(({ name, of, year, askedAt, takenAt }, at) => ({
        id: String(at),
        cells: {
          who: name,
          what: of === null ? say.own : year === null ? of : say.year(of, year),
          asked: say.at(askedAt),
          taken: takenAt === null ? <Muted>{say.not}</Muted> : say.at(takenAt),
        },
      }))}
    />
  );
}
