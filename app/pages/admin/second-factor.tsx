// A second factor that somebody lost, for administrators: taking it away with the reason, and which were taken away before.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { liftSecondFactor } from '../../commands/accounts/lift-second-factor';
import { liftedFactors } from '../../queries/lifted-factors';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Field, TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { AdminCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'second_factor.lift', undefined);
  const lifted = new URL(args.request.url).searchParams.get('done') === 'lifted';
  return { locale, lifted, before: await liftedFactors(world) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'second_factor.lift', undefined);
  const typed = await typedIn(args.request);
  const lifted = await liftSecondFactor(here.world, here.viewer, typed);
  return lifted.ok
    ? redirect(`/${here.locale}/admin/second-factor?done=lifted`, 303)
    : refusalResponse(here, lifted.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').settings.lost.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function LostSecondFactor() {
  const { locale, lifted, before } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.settings.lost;
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Refused t={t} refused={refused} labels={{ email: say.email, reason: say.reason }} />
      <Stack gap="l">
        {lifted ? <Alert tone="success">{say.done}</Alert> : null}
        <Form>
          <Field
            {...{ name: 'email', type: 'email', autoComplete: 'off', label: say.email, required: true }}
            value={textOf(typed, 'email')}
            error={refused?.fields.email}
          />
          <TextArea
            {...{ name: 'reason', label: say.reason, hint: say.reasonHint, rows: 3, required: true }}
            value={textOf(typed, 'reason')}
            error={refused?.fields.reason}
          />
          <FormActions>
            <SubmitButton>{say.lift}</SubmitButton>
          </FormActions>
        </Form>
        <Section title={say.before} id="before">
          {before.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <Table
              caption={say.before}
              captionHidden
              columns={[
                { key: 'at', label: say.at },
                { key: 'name', label: say.whose },
                { key: 'reason', label: say.reason, width: 'wide' },
                { key: 'by', label: say.by },
              ]}
              rows={before.map(({ id, at, ...cells }) => ({ id, cells: { ...cells, at: dayAndTime(locale, at) } }))}
            />
          )}
        </Section>
      </Stack>
    </>
  );
}
