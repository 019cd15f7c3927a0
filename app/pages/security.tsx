// What Kenes promises and how one checks it, against whom, what it does not promise, what it is made of, and whom one tells of a weakness.
import type { ReactNode } from 'react';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor, type Locale, type Text } from '../text';
import { PageHead } from '../ui/head';
import { Jump } from '../ui/jump';
import { Section, Stack } from '../ui/layout';
import { Table } from '../ui/table';
import { Code } from '../ui/words';
import { contextOf } from './respond';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, site: world.origin, contact: world.securityContact };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const say = textFor(data?.locale ?? 'kk').security;
  return [{ title: `${say.title} — Kenes` }, { name: 'description', content: say.lead }];
};

type Words = Text['security'];
type Promised = keyof Words['promises']['items'];
/** Where one checks a promise: a page of this site, a command, a file of the repository. */
type Check = { page?: [path: string, label: string]; command?: string; file?: string };

const checks = (t: Text, site: string): Record<Promised, Check> => ({
  record: {
    page: ['/public-register', t.frame.publicRegister],
    command: `npm run verify -- --register ${site}/register`,
  },
  days: { page: ['/calculator', t.frame.nav.calculator], command: 'npm run why -- --case 2026-000123' },
  private: { file: 'app/core/permission.ts · test/commands/permission-walk.test.ts' },
  surveys: { page: ['/trust/method', t.trustMethod.title], command: 'npm run attack' },
  figures: { page: ['/open', t.frame.openData], command: `npm run recompute -- --dump ${site}/open` },
  personal: { page: ['/public-register', t.frame.publicRegister], file: 'test/commands/erasure.test.ts' },
  accounts: { page: ['/account/signing-in', t.signingIn.title], file: 'test/commands/timing.test.ts' },
  alone: { file: 'test/pages/headers.test.ts' },
  files: { file: 'test/pages/hostile-files.test.ts' },
});

function CheckOf({ how, check, locale, run }: { how: string; check: Check; locale: Locale; run: string }) {
  return (
    <div>
      <p>{how}</p>
      {check.page ? (
        <p>
          <a href={`/${locale}${check.page[0]}`}>{check.page[1]}</a>
        </p>
      ) : null}
      {check.command || check.file ? (
        <p>
          {run} <Code>{check.command ?? check.file}</Code>
        </p>
      ) : null}
    </div>
  );
}

const named = <T extends object>(items: T) => Object.entries(items) as [keyof T & string, T[keyof T]][];

export default function SecurityPage() {
  const { locale, site, contact } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.security;
  const places = ['promises', 'against', 'not', 'checklist', 'made', 'report'] as const;
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Jump label={say.jump} places={places.map((id) => [id, say[id].title] as const)} />
      <Stack gap="l">
        <Promises {...{ t, locale, site }} />
        <Against say={say.against} />
        <Section title={say.not.title} id="not">
          <ul className="steps">
            {named(say.not.items).map(([id, words]) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </Section>
        <Section title={say.checklist.title} id="checklist">
          <p>{say.checklist.text}</p>
          <p>{say.checklist.counts}</p>
          <p>{say.checklist.open}</p>
          <p>
            {say.checklist.where}: <Code>test/asvs</Code>, <Code>app/SECURITY.md</Code>
          </p>
        </Section>
        <Section title={say.made.title} id="made">
          <p>{say.made.text}</p>
          <p>
            <a href="/licences.txt">{say.made.list}</a>
          </p>
          <p>
            {say.made.bill} <Code>npm sbom --sbom-format cyclonedx --omit dev</Code>
          </p>
        </Section>
        <Section title={say.report.title} id="report">
          <p>{say.report.text}</p>
          {contact === null ? <p>{say.report.none}</p> : <Contact {...{ say, contact }} />}
        </Section>
      </Stack>
    </>
  );
}

function Promises({ t, locale, site }: { t: Text; locale: Locale; site: string }) {
  const say = t.security.promises;
  const by = checks(t, site);
  return (
    <Section title={say.title} id="promises">
      <Table
        caption={say.title}
        captionHidden
        head="what"
        columns={[
          { key: 'what', label: say.what },
          { key: 'how', label: say.how },
        ]}
        rows={named(say.items).map(([id, { what, how }]) => ({
          id,
          cells: { what, how: <CheckOf {...{ how, check: by[id], locale, run: say.run }} /> },
        }))}
      />
    </Section>
  );
}

function Against({ say }: { say: Words['against'] }) {
  return (
    <Section title={say.title} lead={say.lead} id="against">
      <Table
        caption={say.title}
        captionHidden
        head="who"
        columns={[
          { key: 'who', label: say.who },
          { key: 'cannot', label: say.cannot },
          { key: 'can', label: say.can },
        ]}
        rows={named(say.items).map(([id, cells]) => ({ id, cells: { ...cells } }))}
      />
    </Section>
  );
}

function Contact({ say, contact }: { say: Words; contact: string }): ReactNode {
  const href = contact.startsWith('https:') ? contact : `mailto:${contact}`;
  return (
    <p>
      {say.report.to} <a href={href}>{contact}</a>. <a href="/.well-known/security.txt">{say.report.file}</a>
    </p>
  );
}
