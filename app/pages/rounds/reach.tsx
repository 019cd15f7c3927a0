// Whom a round reached: organisations of the register that were invited, opened the invitation and contributed, by region and by field;
// shares with their intervals, or the words that there is none. Public as the round is.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { saidIn } from '../../core/said';
import { reachOfRound, type ReachView } from '../../queries/reach';
import { roundFacts } from '../../queries/round-facts';
import { roundNumbers } from '../../queries/round-numbers';
import { textFor, type Locale, type Text } from '../../text';
import { number } from '../../text/format';
import { Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { regionName } from '../region-choice';
import { contextOf } from '../respond';
import { commentsAddress } from './addresses';
import { readIn } from './part';
import { ReachChart, ReachSteps, ReachTable, type Named } from './reach-figures';
import { RoundSubHead } from './sub-head';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts || facts.round.phase === 'preparing') throw new Response(null, { status: 404 });
  const { round } = facts;
  const lang = readIn(new URL(args.request.url).searchParams, locale);
  return {
    ...{ locale, title: t.reach.title, topic: round.settings.topic },
    round: { number: round.number, title: saidIn(round.settings.title, lang) },
    reach: await reachOfRound(world, facts, await roundNumbers(world, round.id)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.round.number} — Kenes` : 'Kenes' },
];

export default function RoundReach() {
  const { locale, title, topic, round, reach } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.reach;
  const part = { t, locale };
  const known = reach.byRegion.filter(({ register }) => register > 0);
  const empty = reach.byRegion.filter(({ register }) => register === 0).map(({ id }) => regionName(t, id));
  const regions = known.map((row): Named => ({ ...row, name: regionName(t, row.id) || say.region.none }));
  const fields = reach.byField.map((row): Named => ({
    ...row,
    name: t.topics[row.id as keyof typeof t.topics],
    note: row.id === topic ? say.field.own : undefined,
  }));
  return (
    <>
      <RoundSubHead {...{ t, locale, round }} title={title} lead={say.lead(reach.today)} />
      <Totals {...{ t, locale, reach }} round={round.number} />
      <Section title={say.steps.heading} lead={say.steps.lead} id="steps">
        <Stack>
          <ReachSteps {...part} title={say.steps.inField} row={reach.inField} />
          <ReachSteps {...part} title={say.steps.all} row={reach.all} />
        </Stack>
      </Section>
      <Section title={say.region.title} lead={say.region.lead} id="regions">
        <Stack>
          {regions.length > 0 ? (
            <>
              <ReachChart {...part} title={say.region.chart} column={say.region.column} rows={regions} />
              <ReachTable {...part} caption={say.region.title} column={say.region.column} rows={regions} />
            </>
          ) : null}
          {empty.length > 0 ? <p>{say.region.empty(empty.join(', '))}</p> : null}
        </Stack>
      </Section>
      <Section title={say.field.title} lead={say.field.lead} id="fields">
        <Stack>
          <ReachChart {...part} title={say.field.chart} column={say.field.column} rows={fields} />
          <ReachTable {...part} caption={say.field.title} column={say.field.column} rows={fields} />
        </Stack>
      </Section>
      <Section title={say.how.title} id="how">
        <ul className="steps">
          {Object.values(say.how.items).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>{reach.fewest > 1 ? say.how.few(reach.fewest) : say.how.nobody}</li>
        </ul>
      </Section>
    </>
  );
}

type TotalsProps = { t: Text; locale: Locale; reach: ReachView; round: string };

/** The whole register; and what came from people and councils, whom it does not hold. */
function Totals({ t, locale, reach, round }: TotalsProps) {
  const say = t.reach.total;
  const { all, inField, unnamed, persons, councils } = reach;
  const see = (participant: 'person' | 'organisation' | 'council') => ({
    href: commentsAddress(locale, round, { participant }),
    label: t.round.numbers.see,
  });
  return (
    <Grid min="s">
      <Stat figure={number(locale, all.register)} label={say.register} note={say.inField(inField.register)} />
      <Stat figure={number(locale, all.invited)} label={say.invited} note={say.inField(inField.invited)} />
      <Stat figure={number(locale, all.opened)} label={say.opened} note={say.inField(inField.opened)} />
      <Stat
        figure={number(locale, all.contributed)}
        label={say.contributed}
        note={unnamed > 0 ? say.unnamed(unnamed) : undefined}
        source={all.contributed > 0 ? see('organisation') : undefined}
      />
      {persons > 0 ? (
        <Stat figure={number(locale, persons)} label={say.persons} note={say.note} source={see('person')} />
      ) : null}
      {councils > 0 ? (
        <Stat figure={number(locale, councils)} label={say.councils} note={say.note} source={see('council')} />
      ) : null}
    </Grid>
  );
}
