// Erasures on lawful request, for administrators: what waits for the second person, what was decided, and the form to ask for one.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askErasure } from '../../commands/records/ask-erasure';
import { ERASURE_GROUNDS } from '../../core/event';
import { erasableFields, erasures } from '../../queries/erasures';
import { textFor, type Locale, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, RadioCards } from '../../ui/choice';
import { Field, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { AdminCrumbs } from './crumbs';
import { fieldName } from './erasure-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'record.ask_erasure', undefined);
  const query = new URL(args.request.url).searchParams;
  const number = query.get('number')?.trim() ?? '';
  return {
    ...{ locale, number, asked: query.get('done') === 'asked' },
    all: await erasures(world),
    fields: number ? await erasableFields(world, number) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'record.ask_erasure', undefined);
  const typed = await typedIn(args.request);
  const asked = await askErasure(here.world, here.viewer, typed);
  return asked.ok
    ? redirect(`/${here.locale}/admin/erasures?done=asked`, 303)
    : refusalResponse(here, asked.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').register.erasure.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Erasures() {
  const { locale, number, asked, all, fields } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.register.erasure;
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Refused t={t} refused={refused} />
      <Stack gap="l">
        {asked ? <Alert tone="success">{say.asked}</Alert> : null}
        <Listed {...{ t, locale, all }} />
        <Section title={say.find.title} id="ask">
          <Stack>
            <form method="get" className="form">
              <Field name="number" label={say.find.number} width="l" required value={number} />
              <FormActions>
                <SubmitButton weight="secondary">{say.find.open}</SubmitButton>
              </FormActions>
            </form>
            {number && !fields ? <p>{say.find.none}</p> : null}
            {fields ? (
              <Form>
                <Hidden values={{ number }} />
                <Checkboxes
                  name="fields"
                  legend={say.fields}
                  error={refused?.fields.fields}
                  values={listIn(typed, 'fields')}
                  options={fields.map(({ value, version, name, says }) => ({
                    value,
                    label: (
                      <>
                        {fieldName(t, String(version), name)}
                        <small className="case-line">{says}</small>
                      </>
                    ),
                  }))}
                />
                <RadioCards
                  name="ground"
                  legend={say.ground}
                  layout="list"
                  required
                  value={textOf(typed, 'ground')}
                  error={refused?.fields.ground}
                  options={ERASURE_GROUNDS.map((value) => ({ value, label: say.grounds[value] }))}
                />
                <TextArea
                  name="reason"
                  label={say.reason}
                  hint={say.reasonHint}
                  rows={3}
                  required
                  value={textOf(typed, 'reason')}
                  error={refused?.fields.reason}
                />
                <FormActions>
                  <SubmitButton>{say.ask}</SubmitButton>
                </FormActions>
              </Form>
            ) : null}
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

type ListedProps = { t: Text; locale: Locale; all: Awaited<ReturnType<typeof erasures>> };

function Listed({ t, locale, all }: ListedProps) {
  const say = t.register.erasure;
  if (all.length === 0) return <EmptyState title={say.none}>{say.noneText}</EmptyState>;
  return (
    <Table
      caption={say.title}
      captionHidden
      columns={[
        { key: 'number', label: say.columns.number },
        { key: 'what', label: say.columns.what },
        { key: 'reason', label: say.columns.reason, width: 'wide' },
        { key: 'by', label: say.columns.by },
        { key: 'state', label: say.columns.state },
      ]}
      rows={all.map(({ id, number, fields, ground, reason, asked, state }) => ({
        id,
        tone: state === 'asked' ? ('clock' as const) : ('plain' as const),
        cells: {
          number,
          what: fields.map(({ version, name }) => fieldName(t, String(version), name)).join('; '),
          reason: `${say.grounds[ground]}: ${reason}`,
          by: asked.name,
          state: state === 'asked' ? <a href={`/${locale}/admin/erasures/${id}`}>{say.open}</a> : say.states[state],
        },
      }))}
    />
  );
}
