// What somebody did in a case, a comment or a contest, and what they were answered: each with its receipt from the public register.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { receiptsIn } from '../../queries/receipts';
import { textFor } from '../../text';
import { dayAndTime, longDay } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, Muted } from '../../ui/words';
import { requireViewer } from '../respond';

const FOLDER = { appeal: 'appeals', comment: 'comments', contest: 'contests' } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const { number = '' } = args.params;
  const found = await receiptsIn(world, viewer, number);
  if (!found) throw new Response(null, { status: 404 });
  return { locale, origin: world.origin, number, noun: found.noun, receipts: found.receipts };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').register.receipts.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function ReceiptsPage() {
  const { locale, origin, number, noun, receipts } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.register.receipts;
  const acts: Readonly<Record<string, string>> = say.acts;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[{ href: `/${locale}/${FOLDER[noun]}/${number}`, label: number }]}
          />
        }
        title={say.title}
        lead={say.lead}
      />
      <Stack gap="l">
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { key: 'act', label: say.columns.act, width: 'wide' },
            { key: 'at', label: say.columns.at },
            { key: 'day', label: say.columns.day },
            { key: 'file', label: say.columns.file },
          ]}
          rows={receipts.map(({ version, type, at, day }) => ({
            id: String(version),
            cells: {
              act: acts[type] ?? say.other,
              at: dayAndTime(locale, at),
              day: day ? longDay(locale, day) : <Muted>{say.tonight}</Muted>,
              file: day ? (
                <a href={`/${locale}/receipts/${number}/${version}.json`} download>
                  {say.download}
                  <span className="unseen">: {acts[type] ?? say.other}</span>
                </a>
              ) : (
                '—'
              ),
            },
          }))}
        />
        <Section title={say.check.title} id="check" lead={say.check.lead}>
          <Stack gap="s">
            <p>
              <Code>
                npm run verify -- --receipt {number}-1.json --register {origin}/register
              </Code>
            </p>
            <p>{say.check.kept}</p>
          </Stack>
        </Section>
      </Stack>
    </>
  );
}
