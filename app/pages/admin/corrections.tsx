// Corrected days: what was looked at so far, and the form that looks at a corrected calendar or edition without changing anything.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { proposeCorrection } from '../../commands/corrections/propose';
import { corrections } from '../../queries/corrections';
import { textFor } from '../../text';
import { dayAndTime, number } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Select, TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, requireViewer, type Answered } from '../respond';
import { causeWords, StateTag } from './correction-parts';
import { AdminCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'correction.manage', undefined);
  const editions = world.guide.editions.map(({ id }) => id);
  const pairs = editions.flatMap((from, at) => editions.slice(at + 1).map((to) => ({ from, to })));
  return { locale, rows: await corrections(world), pairs };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  const made = await proposeCorrection(here.world, here.viewer, typed);
  return made.ok
    ? redirect(`/${here.locale}/admin/corrections/${made.value.id}`)
    : refusalResponse(here, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').corrections.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Corrections() {
  const { locale, rows, pairs } = useLoaderData<typeof loader>();
  const answered = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.corrections;
  const value = (name: string) => textOf(answered.typed, name);
  const wrong = (name: string) => answered.refused?.fields[name];
  const count = (n: number) => number(locale, n);
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Refused t={t} refused={answered.refused} />
      <Section title={say.all}>
        {rows.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          <Table
            caption={say.all}
            captionHidden
            columns={[
              { key: 'cause', label: say.columns.cause, width: 'wide' },
              { key: 'when', label: say.columns.when, width: 'fit' },
              { key: 'moves', label: say.columns.moves, align: 'end', width: 'fit' },
              { key: 'keeps', label: say.columns.keeps, align: 'end', width: 'fit' },
              { key: 'confirms', label: say.columns.confirms, align: 'end', width: 'fit' },
              { key: 'state', label: say.columns.state, width: 'fit' },
            ]}
            rows={rows.map(({ id, cause, at, counts, state }) => ({
              id,
              cells: {
                cause: <a href={`/${locale}/admin/corrections/${id}`}>{causeWords(t, cause)}</a>,
                when: <time dateTime={new Date(at).toISOString()}>{dayAndTime(locale, at)}</time>,
                moves: count(counts.moves),
                keeps: count(counts.keeps),
                confirms: count(counts.confirms),
                state: <StateTag t={t} state={state} />,
              },
            }))}
          />
        )}
      </Section>
      <Section title={say.run.title} lead={say.run.lead}>
        <Form>
          <Select
            name="cause"
            label={say.run.cause}
            hint={say.run.causeHint}
            value={value('cause') || 'calendar'}
            error={wrong('cause')}
            options={[
              { value: 'calendar', label: say.cause.calendar },
              ...pairs.map(({ from, to }) => ({ value: `${from}>${to}`, label: say.cause.edition(from, to) })),
            ]}
            required
          />
          {(
            [
              ['reasonKk', 'kk'],
              ['reasonRu', 'ru'],
            ] as const
          ).map(([name, lang]) => (
            <TextArea
              key={name}
              name={name}
              label={say.run[name]}
              hint={say.run.reasonHint}
              value={value(name)}
              error={wrong(name)}
              rows={3}
              maxLength={2000}
              lang={lang}
              required
            />
          ))}
          <FormActions>
            <SubmitButton busy={say.run.busy}>{say.run.submit}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}
