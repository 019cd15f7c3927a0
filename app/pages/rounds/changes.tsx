// What changed between two versions of a round's document, clause by clause and word by word, and whether the answers keep their word.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readsIn, saidIn } from '../../core/said';
import { roundChanges, type ChangesView } from '../../queries/round-changes';
import { roundFacts } from '../../queries/round-facts';
import { textFor, type Locale, type Text } from '../../text';
import { list, longDay } from '../../text/format';
import { Tabs } from '../../ui/details';
import { Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { EmptyState, Muted } from '../../ui/words';
import { contextOf } from '../respond';
import { addressOf, changedClauseAddress, roundAddress } from './addresses';
import { Changed } from './changed-clause';
import { readIn, textPart } from './part';
import { RoundSubHead } from './sub-head';

const whole = (text: string | null): number | null => (text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);
const anchorIn = (text: string | null): string | null => (text && /^c\d+[a-z]*$/.test(text) ? text : null);

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const asked = {
    ...{ role: query.get('doc'), lang: readIn(query, locale), clause: anchorIn(query.get('clause')) },
    ...{ from: whole(query.get('from')), to: whole(query.get('to')), at: whole(query.get('at')) ?? 1 },
  };
  return {
    locale,
    view: await roundChanges(world, facts, asked, { viewer, locale }),
    round: { number: facts.round.number, title: saidIn(facts.round.settings.title, readsIn(locale)) },
    title: t.roundChanges.title,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.round.number} — Kenes` : 'Kenes' },
];

export default function Changes() {
  const { locale, view, round, title } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.roundChanges;
  return (
    <>
      <RoundSubHead
        {...{ t, locale, round }}
        title={title}
        lead={view ? say.lead(view.from.version, view.to.version) : undefined}
      />
      {view ? (
        <Compared {...{ t, locale, view }} round={round.number} />
      ) : (
        <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
      )}
    </>
  );
}

type Part = { t: Text; locale: Locale; round: string; view: ChangesView };
type Parts = Readonly<Record<string, string | number | null>>;

/** This comparison with a part of its address changed; the usual language is not said. */
const at = ({ locale, round, view }: Part, parts: Parts): string =>
  addressOf(`${roundAddress(locale, round)}/changes`, {
    ...{ doc: view.role, text: textPart(view.language, locale), from: view.from.version, to: view.to.version },
    ...parts,
  });

function Compared(props: Part) {
  const { t, view } = props;
  const say = t.roundChanges;
  const { counts } = view;
  const found = [
    ...(['changed', 'added', 'removed'] as const).filter((kind) => counts[kind] > 0),
    ...(counts.same > 0 ? (['same'] as const) : []),
  ];
  return (
    <Stack>
      <Choice {...props} />
      <p>
        <span lang={view.language}>{view.title}</span>
        <Muted>
          {' '}
          ·{' '}
          {list(
            props.locale,
            found.map((kind) => say.counts[kind](counts[kind])),
          )}
        </Muted>
      </p>
      <Disagreement {...props} />
      {view.clauses.length === 0 ? <p>{say.nothing}</p> : null}
      {view.clauses.map((clause) => (
        <Changed key={clause.anchor} {...props} clause={clause} />
      ))}
      <Pages {...props} />
    </Stack>
  );
}

/** Which document, in which language, which two versions. */
function Choice(props: Part) {
  const { t, locale, round, view } = props;
  const say = t.roundChanges;
  const fresh = { from: null, to: null };
  const options = view.versions.map(({ version, day, commented }) => ({
    value: String(version),
    label: `${commented ? say.commented(version) : say.version(version)}, ${longDay(locale, day)}`,
  }));
  return (
    <Stack gap="s">
      {view.roles.length > 1 ? (
        <Tabs
          label={t.round.documents.roles}
          tabs={view.roles.map(({ role, name }) => ({
            href: at(props, { ...fresh, doc: role }),
            label: name,
            current: role === view.role,
          }))}
        />
      ) : null}
      {view.languages.length > 1 ? (
        <Tabs
          label={say.languages}
          look="within"
          tabs={view.languages.map((one) => ({
            href: at(props, { ...fresh, text: textPart(one, locale) }),
            label: t.round.text[one],
            current: one === view.language,
          }))}
        />
      ) : null}
      {view.versions.length > 2 ? (
        <FilterBar
          action={`${roundAddress(locale, round)}/changes`}
          label={say.versions.label}
          apply={say.versions.show}
          keep={{ doc: view.role, text: textPart(view.language, locale) ?? undefined }}
        >
          <Select name="from" label={say.versions.from} value={String(view.from.version)} options={options} />
          <Select name="to" label={say.versions.to} value={String(view.to.version)} options={options} />
        </FilterBar>
      ) : null}
    </Stack>
  );
}

/** Where answers and text do not agree, all pages of this document in one place. */
function Disagreement(props: Part) {
  const { t, locale, round, view } = props;
  const say = t.roundChanges;
  const { undone, unasked } = view.flags;
  const { role, language } = view;
  const anchors = [...new Map(undone.map((one) => [one.anchor, one])).values()];
  const links = (found: readonly { anchor: string; label: string }[]) => (
    <p>
      {found.map(({ anchor, label }, n) => (
        <span key={anchor}>
          {n > 0 ? ', ' : null}
          <a href={changedClauseAddress(locale, round, { role, language, anchor })} lang={language}>
            {label}
          </a>
        </span>
      ))}
    </p>
  );
  const elsewhere = view.versions.find(({ commented }) => commented);
  if (!view.whole)
    return elsewhere && elsewhere.version < (view.versions.at(-1)?.version ?? 0) ? (
      <Alert tone="info">
        <p>
          {say.notWhole} <a href={at(props, { from: null, to: null })}>{say.toWhole}</a>
        </p>
      </Alert>
    ) : null;
  return (
    <>
      {anchors.length > 0 ? (
        <Alert tone="danger" title={say.flags.undone(anchors.length)}>
          {links(anchors)}
        </Alert>
      ) : null}
      {unasked.length > 0 ? (
        <Alert tone="warning" title={say.flags.unasked(unasked.length)}>
          {links(unasked)}
        </Alert>
      ) : null}
    </>
  );
}

function Pages(props: Part) {
  const { t, view } = props;
  const say = t.roundChanges;
  const { newer, older, at: first, clauses, total } = view;
  if (newer === null && older === null) return null;
  const to = (place: number) => at(props, { at: place === 1 ? null : place });
  return (
    <Pagination
      label={say.pages}
      note={say.of(first, first + clauses.length - 1, total)}
      newer={newer === null ? undefined : { href: to(newer), label: say.newer }}
      older={older === null ? undefined : { href: to(older), label: say.older }}
    />
  );
}
