// One kind of consultation round for people: what it is, who may open it and contribute, every number with its article, what is
// checked before, what happens in which order, what an answer must show, and worked examples drawn.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ROUND_KINDS } from '../../../guide/schema';
import { roundKindView } from '../../queries/guide-round';
import { textFor } from '../../text';
import { either } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Jump } from '../../ui/jump';
import { DefinitionList, Muted } from '../../ui/words';
import { contextOf } from '../respond';
import { Laws, Term } from './parts';
import { Council, Dispositions, Examples, Next, Stages } from './round-after';
import { Documents, Gate, Steps, type RoundPart } from './round-parts';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const kind = ROUND_KINDS.find((id) => id === args.params.kind);
  const round = kind ? roundKindView(world, kind, locale) : null;
  if (!round) throw new Response(null, { status: 404 });
  return { locale, round };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.round.name} — ${textFor(data.locale).guide.title} — Kenes` : 'Kenes' },
  { name: 'description', content: data?.round.text ?? '' },
];

export default function GuideRound() {
  const { locale, round } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.roundGuide;
  const part: RoundPart = { t, locale, round };
  const places: (readonly [string, string])[] = [
    ['steps', say.steps],
    ['documents', say.documents],
    ['gate', say.gate],
    ['stages', say.stages],
    ['dispositions', say.dispositions],
    ...(round.council ? [['council', say.council] as const] : []),
    ['next', say.next],
    ...(round.examples.length > 0 ? [['examples', t.guide.procedure.examples] as const] : []),
  ];
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[{ href: `/${locale}/guide#rounds`, label: t.guide.procedure.crumbs }]}
          />
        }
        eyebrow={say.eyebrow}
        title={round.name}
        lead={round.text}
        actions={<LinkButton href={`/${locale}/calculator?kind=${round.id}`}>{say.count}</LinkButton>}
      />
      <DefinitionList
        items={[
          ...(round.period ? [{ term: say.period, value: <Period {...part} /> }] : []),
          { term: say.hosts, value: either(locale, round.hosts) },
          {
            term: say.contributors,
            value: (
              <span className="term-words">
                {round.contributors.name}
                <small>{round.contributors.text}</small>
              </span>
            ),
          },
          { term: say.subject, value: say[round.subject] },
          { term: t.guide.procedure.basis, value: <Laws laws={round.laws} /> },
        ]}
      />
      <Jump label={t.guide.onThisPage} places={places} />
      <Steps {...part} />
      <Documents {...part} />
      <Gate {...part} />
      <Stages {...part} />
      <Dispositions {...part} />
      <Council {...part} />
      <Next {...part} />
      <Examples {...part} />
    </>
  );
}

/** How long a round of the kind stays open, and whether another length may be given. */
function Period({ t, round }: RoundPart) {
  const say = t.roundGuide;
  if (!round.period) return null;
  return (
    <>
      <Term t={t} term={round.period.term} />
      <Muted>
        {round.periodMayDiffer && round.floor
          ? say.periodDiffers(t.ledger.term(round.floor.term.n, round.floor.term.unit))
          : say.periodFixed}
      </Muted>
      <Laws laws={round.period.laws} />
    </>
  );
}
