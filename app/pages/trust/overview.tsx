// Trust both ways, for everyone: the latest levels with the gap, their trend, every wave, what is measured and why nobody can link
// answers to people.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '../../core/day';
import { latestLevels, type Latest } from '../../queries/trust-overview';
import { trustWords, type TrustWords } from '../../queries/trust-words';
import { listWaves } from '../../queries/waves';
import type { Publishing } from '../../../guide/schema';
import { may } from '../../core/permission';
import { textFor, type Locale, type Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { DefinitionList, EmptyState, Muted } from '../../ui/words';
import { contextOf } from '../respond';
import { waveAddress } from './addresses';
import { GapSentence, ItemMeans, ItemShares, ItemTrend, sidesIn } from './level-parts';
import { WaveTable } from './wave-table';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const after = new URL(args.request.url).searchParams.get('after');
  const [levels, waves] = await Promise.all([latestLevels(world, locale), listWaves(world, { after, locale })]);
  return {
    ...{ locale, levels, waves, words: trustWords(edition, locale) },
    shares: edition.surveys?.publishing.shares ?? null,
    maySeeRights: viewer !== null,
    mayPlan: may(viewer, 'wave.plan', { councilId: null }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { trust } = textFor(data?.locale ?? 'kk');
  return [{ title: `${trust.title} — Kenes` }, { name: 'description', content: trust.lead }];
};

const MEASURED = [
  ...(['trust', 'competence', 'benevolence', 'integrity'] as const),
  ...(['reliability', 'responsiveness', 'openness', 'fairness', 'distrust'] as const),
];

export default function TrustOverview() {
  const { locale, levels, waves, words, shares, maySeeRights, mayPlan } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.trust;
  const common = { t, locale, words, shares };
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        actions={
          <>
            {maySeeRights ? <LinkButton href={`/${locale}/trust/rights`}>{say.wave.sealed.rights}</LinkButton> : null}
            {mayPlan ? <LinkButton href={`/${locale}/trust/waves/new`}>{t.waves.plan.link}</LinkButton> : null}
          </>
        }
      />
      <Section title={say.levels.title} lead={say.levels.lead} id="levels">
        {levels.length === 0 ? (
          <EmptyState title={say.levels.none}>{say.levels.noneText}</EmptyState>
        ) : (
          <Stack gap="l">
            {levels.map((level) => (
              <LevelPart key={level.number} {...common} level={level} />
            ))}
            <p>
              <Muted>{say.interval}</Muted>
            </p>
          </Stack>
        )}
      </Section>
      <Section title={say.waves.title} lead={say.waves.lead} id="waves">
        <WaveTable {...common} waves={waves} />
      </Section>
      <Section title={say.measured.title} lead={say.measured.lead} id="measured">
        <DefinitionList
          items={MEASURED.map((construct) => ({
            term: words.construct[construct].name,
            value: words.construct[construct].text,
          }))}
        />
      </Section>
      <Section title={say.anonymous.title} id="anonymous">
        <ul className="steps">
          {t.answering.take.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="after-table">
          <a href={`/${locale}/trust/method`}>{say.method}</a>
        </p>
      </Section>
    </>
  );
}

type Common = { t: Text; locale: Locale; words: TrustWords; shares: Publishing['shares'] | null };

function LevelPart({ level, shares, ...part }: Common & { level: Latest }) {
  const { t, locale } = part;
  const say = t.trust;
  const { instrument, item } = level;
  const sides = sidesIn(instrument, level.sides);
  const common = { ...part, instrument, item };
  return (
    <section className="trust-level" aria-labelledby={`level-${level.number}`}>
      <h3 id={`level-${level.number}`}>
        <a href={waveAddress(locale, level.number)}>{level.title}</a>
      </h3>
      <p>
        <Muted>{say.levels.counted(level.countedDay)}</Muted>
      </p>
      <Stack>
        <GapSentence t={t} item={item} sides={sides} />
        <ItemMeans {...common} sides={sides} />
        {shares ? <ItemShares {...common} sides={sides} shares={shares} /> : null}
        <h4>{say.trend.title}</h4>
        <ItemTrend {...common} steps={level.steps} />
      </Stack>
    </section>
  );
}
