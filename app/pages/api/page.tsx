// The API for people: how it is read, how a program acts, limits, errors, and every operation. Made from the table of operations, with
// examples that work as they stand there.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { REMEMBERED_HOURS } from '../../core/key';
import { LIMITS } from '../../core/limits';
import { bodyRows } from '../../queries/body-rows';
import { textFor, type Text } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, CodeLines } from '../../ui/words';
import { contextOf } from '../respond';
import { examplesFor, type Examples } from './examples';
import { GROUPS, type Operation } from './operation';
import { OPERATIONS, type OperationId } from './operations';
import { DOOR_CODES, type DoorCode } from './problem';

const SOME_BODY = '00000000-0000-4000-8000-000000000000';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const { rows } = await bodyRows(world, { after: null, limit: 25, locale });
  const bodyId = rows.find(({ closed }) => !closed)?.id ?? SOME_BODY;
  const api = (path: string) => `${world.origin}/api/v1${path}`;
  const whole = (href: string) => `${world.origin}${href}`;
  return { locale, examples: examplesFor(t, { api, locale, whole }, bodyId), operations: listed() };
}

type Line = { id: OperationId; group: (typeof GROUPS)[number]; address: string; scopes: string[] };
const listed = (): Line[] =>
  (Object.entries(OPERATIONS) as [OperationId, Operation][]).map(([id, one]) => ({
    ...{ id, group: one.group, address: `${one.method} ${one.path}` },
    scopes: one.body === null ? [] : [...one.scopes],
  }));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const say = data && textFor(data.locale).api;
  return [{ title: `${say?.title ?? ''} — Kenes` }, { name: 'description', content: say?.lead ?? '' }];
};

export default function Api() {
  const { locale, examples, operations } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const { page: say, title, lead } = t.api;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/open`, label: t.openPage.title }]} />}
        title={title}
        lead={lead}
        actions={<a href={`/api/v1/openapi.json?lang=${locale}`}>{say.document}</a>}
      />
      <Stack gap="l">
        <Section title={say.read.title} id="read">
          <p>{say.read.text}</p>
          <p>{say.read.marks}</p>
        </Section>
        <Section title={say.lists.title} id="lists">
          <p>{say.lists.text}</p>
        </Section>
        <Section title={say.acts.title} id="acts">
          <p>{t.api.keys.lead}</p>
          <p>{say.acts.text}</p>
          <p>{say.acts.once(REMEMBERED_HOURS)}</p>
          <p>
            <a href={`/${locale}/account/keys`}>{say.acts.keys}</a>
          </p>
        </Section>
        <Section title={say.limits.title} id="limits">
          <p>{say.limits.text(LIMITS.api_address.times, LIMITS.api_key.times)}</p>
        </Section>
        <Shown t={t} examples={examples} />
        <Section title={say.operations.title} id="operations">
          <Stack>
            {GROUPS.map((group) => (
              <Group key={group} {...{ t, group }} lines={operations.filter((one) => one.group === group)} />
            ))}
          </Stack>
        </Section>
        <Section title={say.errors.title} lead={say.errors.text} id="errors">
          <Table
            caption={say.errors.title_of_codes}
            columns={[
              { key: 'status', label: say.errors.status, width: 'fit' },
              { key: 'code', label: say.errors.code },
              { key: 'meaning', label: say.errors.meaning, width: 'wide' },
            ]}
            rows={(Object.entries(DOOR_CODES) as [DoorCode, number][]).map(([code, status]) => ({
              id: code,
              cells: {
                status,
                code: <a href={`/${locale}/api/problems/${code}`}>{code}</a>,
                meaning: t.api.problems[code].what,
              },
            }))}
          />
        </Section>
      </Stack>
    </>
  );
}

function Shown({ t, examples }: { t: Text; examples: Examples }) {
  const say = t.api.page.examples;
  return (
    <Section title={say.title} id="examples">
      {(['read', 'term', 'file', 'error'] as const).map((name) => (
        <Section key={name} level={3} title={say[name]}>
          <CodeLines id={`example-${name}`}>{examples[name]}</CodeLines>
        </Section>
      ))}
    </Section>
  );
}

function Group({ t, group, lines }: { t: Text; group: Line['group']; lines: readonly Line[] }) {
  const say = t.api.page.operations;
  return (
    <Table
      caption={t.api.groups[group]}
      density="dense"
      columns={[
        { key: 'address', label: say.method },
        { key: 'what', label: say.what, width: 'wide' },
        { key: 'scope', label: say.scope },
      ]}
      rows={lines.map(({ id, address, scopes }) => ({
        id,
        cells: {
          address: <Code>{address}</Code>,
          what: t.api.operations[id],
          scope: scopes.length > 0 ? scopes.join(', ') : say.none,
        },
      }))}
    />
  );
}
