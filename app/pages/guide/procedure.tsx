// One procedure for people: every step with its article, what an answer must have, how it may end, what either party may do
// next, and the worked examples drawn.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KINDS } from '../../../guide/schema';
import { procedureView } from '../../queries/guide-procedure';
import { textFor } from '../../text';
import { longDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Jump } from '../../ui/jump';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList, Muted, Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { Checked, checkedOn, Laws, Term } from './parts';
import { Examples, Next, Reminders } from './procedure-after';
import { Ends, Reply, SideSteps, type Part } from './procedure-parts';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const kind = KINDS.find((id) => id === args.params.kind);
  if (!kind) throw new Response(null, { status: 404 });
  return { locale, procedure: procedureView(world, kind, locale) };
}

const PLACES = ['steps', 'side', 'reply', 'outcomes', 'overdue', 'next', 'reminders', 'examples'] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.procedure.name} — ${textFor(data.locale).guide.title} — Kenes` : 'Kenes' },
  { name: 'description', content: data?.procedure.text ?? '' },
];

export default function GuideProcedure() {
  const { locale, procedure } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.guide.procedure;
  const part: Part = { t, locale, procedure };
  const { main } = procedure;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/guide`, label: say.crumbs }]} />}
        title={procedure.name}
        lead={procedure.text}
        actions={
          <>
            <LinkButton weight="primary" href={`/${locale}/appeals/new?kind=${procedure.id}`}>
              {say.file}
            </LinkButton>
            <LinkButton href={`/${locale}/calculator?kind=${procedure.id}`}>{say.count}</LinkButton>
          </>
        }
      />
      <DefinitionList
        items={[
          ...(main ? [{ term: say.mainTerm, value: <Term t={t} term={main.term} /> }] : []),
          { term: say.family, value: procedure.family },
          { term: say.filedWith, value: procedure.filedWith },
          { term: say.basis, value: <Laws laws={procedure.laws} /> },
        ]}
      />
      <Jump label={t.guide.onThisPage} places={PLACES.map((id) => [id, say[id]] as const)} />
      <Section id="steps" title={say.steps} lead={say.stepsLead}>
        <Steps {...part} />
      </Section>
      <SideSteps {...part} />
      <Reply {...part} />
      <Ends {...part} />
      <Next {...part} />
      <Reminders {...part} />
      <Examples {...part} />
    </>
  );
}

/** Steps that were all compared with the text on one day say so below; otherwise each says its own. */
function Steps({ t, locale, procedure }: Part) {
  const { columns, procedure: say } = t.guide;
  const days = new Set(procedure.steps.map(({ laws }) => checkedOn(laws)));
  const [one = null] = days.size === 1 ? days : [];
  return (
    <Stack gap="s">
      <Table
        caption={say.steps}
        captionHidden
        columns={[
          { key: 'rule', label: columns.rule, width: 'wide' },
          { key: 'term', label: columns.term },
          { key: 'owes', label: columns.owes },
          { key: 'law', label: columns.law },
          ...(one ? [] : [{ key: 'checked' as const, label: columns.checked, width: 'fit' as const }]),
        ]}
        rows={procedure.steps.map(({ id, name, text, term, opens, debtor, creditor, laws }) => ({
          id,
          cells: {
            rule: (
              <span className="term-words" id={`step-${id}`}>
                <span>
                  {name} <Tag tone={opens ? 'brand' : 'plain'}>{opens ? say.duty : say.limit}</Tag>
                </span>
                <small>{text}</small>
              </span>
            ),
            term: <Term t={t} term={term} />,
            owes: say.owes(debtor, creditor),
            law: <Laws laws={laws} />,
            checked: <Checked locale={locale} laws={laws} />,
          },
        }))}
      />
      {one ? <Muted>{say.checkedAll(longDay(locale, one))}</Muted> : null}
    </Stack>
  );
}
