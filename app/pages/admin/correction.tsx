// One correction: whose day would move, from which to which and why; who approved, and the buttons for whoever has not.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { approveCorrection } from '../../commands/corrections/approve';
import { withdrawCorrection } from '../../commands/corrections/withdraw';
import { HOWS } from '../../core/correction';
import { correctionView, type ItemView } from '../../queries/corrections';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, number, numericDay } from '../../text/format';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Stat } from '../../ui/figure';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Prose, Quote } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, requireViewer, type Answered } from '../respond';
import { causeWords, StateTag } from './correction-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireMay(args, 'correction.manage', undefined);
  const after = new URL(args.request.url).searchParams.get('after');
  const view = await correctionView(world, { id: args.params.id ?? '', after, locale });
  if (!view) throw new Response(null, { status: 404 });
  return { locale, view, mine: view.approvals.some(({ personId }) => personId === viewer.personId) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  const { id } = args.params;
  const run = textOf(typed, 'intent') === 'withdraw' ? withdrawCorrection : approveCorrection;
  const done = await run(here.world, here.viewer, { id });
  return done.ok ? redirect(`/${here.locale}/admin/corrections/${id}`) : refusalResponse(here, done.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').corrections.page.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function CorrectionPage() {
  const { locale, view, mine } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.corrections.page;
  const { approvals, counts } = view;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[{ href: `/${locale}/admin/corrections`, label: t.corrections.title }]}
          />
        }
        title={causeWords(t, view.cause)}
        lead={`${say.proposed(view.proposer.name, dayAndTime(locale, view.at))} ${say.looked(view.looked)}.`}
        meta={<StateTag t={t} state={view.state} />}
      />
      <Refused t={t} refused={refused} />
      <Stack>
        <Quote>
          <Prose text={locale === 'kk' ? view.reason.kk : view.reason.ru} />
        </Quote>
        <Grid>
          {HOWS.map((how) => (
            <Stat key={how} figure={number(locale, counts[how])} label={say.counts[how]} />
          ))}
        </Grid>
      </Stack>
      <Section title={say.approvals} id="approvals">
        {approvals.length === 0 ? (
          <p>{say.nobody}</p>
        ) : (
          <ul>
            {approvals.map(({ personId, name, at }) => (
              <li key={personId}>{say.approvedBy(name, dayAndTime(locale, at))}</li>
            ))}
          </ul>
        )}
        {view.state === 'proposed' ? (
          <Form>
            <FormActions>
              {mine ? null : (
                <SubmitButton busy={say.approving} name="intent" value="approve">
                  {say.approve}
                </SubmitButton>
              )}
              <SubmitButton weight="quiet" busy={say.withdraw} name="intent" value="withdraw">
                {say.withdraw}
              </SubmitButton>
            </FormActions>
          </Form>
        ) : null}
      </Section>
      <Section title={say.list} id="list">
        <Items t={t} locale={locale} items={view.items} />
        {view.after ? (
          <LinkButton href={`/${locale}/admin/corrections/${view.id}?after=${view.after}#list`}>{say.more}</LinkButton>
        ) : null}
      </Section>
    </>
  );
}

function Items({ t, locale, items }: { t: Text; locale: Locale; items: readonly ItemView[] }) {
  const { page: say, hows } = t.corrections;
  const word = (why: string | null) => why ?? say.ordinary;
  return (
    <Table
      caption={say.list}
      captionHidden
      density="dense"
      columns={[
        { key: 'number', label: say.number, width: 'fit' },
        { key: 'body', label: say.body },
        { key: 'duty', label: say.duty },
        { key: 'how', label: say.how, width: 'fit' },
        { key: 'was', label: say.was, width: 'fit' },
        { key: 'is', label: say.is, width: 'fit' },
        { key: 'why', label: say.why, width: 'wide' },
      ]}
      rows={items.map(({ id, number: of, path, body, duty, how, was, due, days, overtaken }) => ({
        id,
        tone: how === 'moves' ? 'clock' : 'plain',
        cells: {
          number: <a href={`/${locale}${path}`}>{of}</a>,
          body,
          duty,
          how: overtaken ? say.overtaken : hows[how],
          was: <time dateTime={was}>{numericDay(locale, was)}</time>,
          is: <time dateTime={due}>{numericDay(locale, due)}</time>,
          why:
            days.length === 0
              ? say.byTerm
              : days.map(({ date, was: before, is }) => (
                  <span key={date} className="case-line">
                    {say.changed(date, word(before), word(is))}
                  </span>
                )),
        },
      }))}
    />
  );
}
