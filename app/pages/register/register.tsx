// The public register: what it proves and how anyone checks it, its days with their files, and the daily letter.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { registerDays } from '../../queries/register';
import { textFor } from '../../text';
import { longDay, number } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { Code, DefinitionList, EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { FollowButton } from '../rounds/follow-button';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const until = new URL(args.request.url).searchParams.get('until');
  const asked = until && /^\d{4}-\d{2}-\d{2}$/.test(until) ? until : null;
  return {
    locale,
    origin: world.origin,
    signedIn: viewer !== null,
    register: await registerDays(world, viewer, asked),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').register.title} — Kenes` },
];

export default function RegisterPage() {
  const { locale, origin, signedIn, register } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.register;
  const self = `/${locale}/public-register`;
  const { days, older, key, follows } = register;
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Stack gap="l">
        <Section title={say.how.title} id="how">
          <ol className="steps">
            {say.how.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
        <Section title={say.verify.title} id="verify" lead={say.verify.lead}>
          <Stack gap="s">
            <p>
              <Code>npm run verify -- --register {origin}/register</Code>
            </p>
            <p>{say.verify.known('--known')}</p>
            {key ? (
              <DefinitionList items={[{ term: say.verify.key, value: <Code>{key}</Code> }]} />
            ) : (
              <p>{say.verify.noKey}</p>
            )}
          </Stack>
        </Section>
        <Section title={t.issued.title} id="dossiers" lead={t.issued.lead}>
          <p>
            <a href={`/${locale}/verify`}>{t.issued.file.title}</a>
          </p>
        </Section>
        <Section title={say.follow.title} id="letters" lead={say.follow.lead}>
          <FollowButton
            {...{ t, locale, follows, signedIn, what: 'register', value: 'days', back: self, about: say.title }}
            label={follows ? say.follow.stop : say.follow.subscribe}
          />
        </Section>
        <Section title={say.days.title} id="days">
          {days.length === 0 ? <EmptyState title={say.days.none}>{say.days.noneText}</EmptyState> : null}
          {days.length > 0 ? (
            <Table
              caption={say.days.title}
              captionHidden
              density="dense"
              columns={[
                { key: 'day', label: say.days.columns.day },
                { key: 'leaves', label: say.days.columns.leaves, align: 'end' },
                { key: 'root', label: say.days.columns.root, width: 'wide' },
                { key: 'files', label: say.days.columns.files },
              ]}
              rows={days.map(({ day, leaves, root }) => ({
                id: day,
                cells: {
                  day: <time dateTime={day}>{longDay(locale, day)}</time>,
                  leaves: number(locale, leaves),
                  root: <Code>{root}</Code>,
                  files: (
                    <>
                      <a href={`/register/${day}/statement.json`}>
                        {say.days.statement}
                        <span className="unseen"> {say.days.of(longDay(locale, day))}</span>
                      </a>{' '}
                      <a href={`/register/${day}/leaves.jsonl`}>
                        {say.days.lines}
                        <span className="unseen"> {say.days.of(longDay(locale, day))}</span>
                      </a>
                    </>
                  ),
                },
              }))}
            />
          ) : null}
          {older ? (
            <Pagination label={say.days.pages} older={{ href: `${self}?until=${older}#days`, label: say.days.older }} />
          ) : null}
        </Section>
      </Stack>
    </>
  );
}
