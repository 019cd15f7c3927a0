// Letters that came in and could not be matched with their sender: each with its last day and the form that settles it, for registrars and heads
// of its body; for administrators that they wait, and all that came in, without its words.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { settleLetter } from '../../commands/incoming/settle';
import { SETTLEMENTS } from '../../core/incoming-words';
import { incomingLetters, type CameIn, type UnmatchedLetter } from '../../queries/incoming';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, longDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Details } from '../../ui/details';
import { Field, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState, Prose } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireMay(args, 'incoming.read', undefined);
  const done = new URL(args.request.url).searchParams.has('done');
  return { locale, done, view: await incomingLetters(world, viewer, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'incoming.read', undefined);
  const typed = await typedIn(args.request);
  const settled = await settleLetter(here.world, here.viewer, typed);
  return settled.ok
    ? redirect(`/${here.locale}/desk/letters?done=1`, 303)
    : refusalResponse(here, settled.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').incoming.page.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function IncomingPage() {
  const { locale, done, view } = useLoaderData<typeof loader>();
  const answered = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.incoming.page;
  const labels = { number: say.number, reason: say.reason, how: say.how };
  const back = view.settles
    ? { href: `/${locale}/desk`, label: t.desk.title }
    : { href: `/${locale}/admin`, label: t.operations.title };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[back]} />}
        title={say.title}
        lead={view.all ? say.leadAll : say.lead}
      />
      <Stack gap="l">
        {done && !answered.refused ? <Alert tone="success">{say.done}</Alert> : null}
        <Refused t={t} refused={answered.refused} labels={labels} />
        {view.waiting.length === 0 ? <EmptyState title={say.none}>{say.noneText}</EmptyState> : null}
        {view.waiting.map((letter) => (
          <Waiting
            key={letter.id}
            {...{ t, locale, letter }}
            answered={textOf(answered.typed, 'incomingId') === letter.id ? answered : {}}
          />
        ))}
        {view.log.length > 0 ? <Log {...{ t, locale, log: view.log, all: view.all }} /> : null}
      </Stack>
    </>
  );
}

function Waiting({
  t,
  locale,
  letter,
  answered,
}: {
  t: Text;
  locale: Locale;
  letter: UnmatchedLetter;
  answered: Answered;
}) {
  const say = t.incoming.page;
  const { id, number, body, receivedAt, dueDay, late, why, words } = letter;
  const day = `${say.due}: ${longDay(locale, dueDay)}`;
  return (
    <Card
      title={words?.subject || say.of(number)}
      level={2}
      meta={`${body} · ${say.received}: ${dayAndTime(locale, receivedAt)} · ${late ? `${day} (${say.late})` : day}`}
    >
      <Stack>
        <p>
          {say.of(number)}. {say.why[why]}
        </p>
        {words ? (
          <>
            <p>
              {say.from}: {words.from}
            </p>
            <Prose text={words.text || say.nothing} />
            {words.whole && words.whole !== words.text ? (
              <Details summary={say.whole}>
                <Prose text={words.whole} />
              </Details>
            ) : null}
            <p>
              <a href={`/${locale}/appeals/${number}/letters/${id}`}>{t.incoming.original}</a>
            </p>
            <Settle {...{ t, id, number, answered }} />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

function Settle({
  t,
  id,
  number,
  answered: { refused, typed },
}: {
  t: Text;
  id: string;
  number: string;
  answered: Answered;
}) {
  const say = t.incoming.page;
  return (
    <Form>
      <Hidden values={{ incomingId: id }} />
      <RadioCards
        name="how"
        legend={say.how}
        layout="list"
        required
        value={textOf(typed, 'how')}
        error={refused?.fields.how}
        options={SETTLEMENTS.map((value) => ({ value, ...say.hows[value] }))}
      />
      <Field
        name="number"
        label={say.number}
        width="l"
        value={typed ? textOf(typed, 'number') : number}
        error={refused?.fields.number}
      />
      <TextArea
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        rows={3}
        value={textOf(typed, 'reason')}
        error={refused?.fields.reason}
      />
      <FormActions>
        <SubmitButton>{say.settle}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Log({ t, locale, log, all }: { t: Text; locale: Locale; log: readonly CameIn[]; all: boolean }) {
  const say = t.incoming.page;
  const title = all ? say.log : say.settled;
  return (
    <Section title={title} lead={all ? say.logLead : undefined}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'received', label: say.columns.received },
          { key: 'number', label: say.columns.number },
          { key: 'body', label: say.columns.body, width: 'wide' },
          { key: 'what', label: say.columns.what },
        ]}
        rows={log.map(({ id, receivedAt, number, body, what }) => ({
          id,
          cells: { received: dayAndTime(locale, receivedAt), number, body, what: what ? say.whats[what] : say.waiting },
        }))}
      />
    </Section>
  );
}
