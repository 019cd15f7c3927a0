// One wave for everyone: its days and who is asked; sealed until it is counted, then everything that may be published of it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DIMENSIONS, DRIVERS } from '../../../guide/survey-ids';
import { may } from '../../core/permission';
import { mainItem } from '../../core/measure';
import { stepsOf, tableCells, wholeCells } from '../../queries/trust-cells';
import { trustWords } from '../../queries/trust-words';
import { waveView } from '../../queries/waves';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Muted, Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { waveAddress } from './addresses';
import { ConstructMeans, DriverAssociations } from './construct-parts';
import { CutTables, ItemChoice, itemIn, WhyEmpty } from './cut-tables';
import { EveryItem, GapPlot } from './item-parts';
import { GapSentence, ItemMeans, ItemShares, ItemTrend, sidesIn } from './level-parts';
import { WaveData, WaveFacts, WaveResponse, WaveStageNotice } from './wave-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const view = await waveView(world, args.params.number ?? '', locale);
  if (!view) throw new Response(null, { status: 404 });
  const edition = world.guide.edition(view.wave.edition);
  const { instrument, occasion, councilId } = view.wave;
  const main = mainItem(instrument);
  const { searchParams } = new URL(args.request.url);
  const item = itemIn(instrument, searchParams, main);
  const counted = view.stage === 'counted';
  const [cells, tables, steps] = await Promise.all([
    counted ? wholeCells(world, { waveIds: [view.id], of: 'total' }) : null,
    counted && item ? tableCells(world, { waveId: view.id, item, locale }) : [],
    counted && main && occasion !== 'free' && councilId === null
      ? stepsOf(world, { like: view.wave, item: main, of: 'total', locale })
      : [],
  ]);
  return {
    ...{
      locale,
      view,
      main,
      item,
      question: searchParams.get('question'),
      tables,
      steps,
      sides: cells?.get(view.id) ?? {},
      words: trustWords(edition, locale),
    },
    publishing: edition.surveys?.publishing ?? null,
    mayCancel: !counted && view.stage !== 'cancelled' && may(viewer, 'wave.plan', { councilId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.title ?? ''} — Kenes` }];

export default function WavePage() {
  const data = useLoaderData<typeof loader>();
  const { locale, view, mayCancel } = data;
  const t = textFor(locale);
  const say = t.trust;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/trust`, label: say.title },
              { href: `/${locale}/trust#waves`, label: say.wave.crumb },
            ]}
          />
        }
        eyebrow={view.number}
        title={view.title}
        meta={<Tag tone={view.stage === 'open' ? 'clock' : 'plain'}>{say.stages[view.stage]}</Tag>}
        actions={
          mayCancel ? (
            <LinkButton href={`${waveAddress(locale, view.number)}/cancel`}>{t.waves.cancel.link}</LinkButton>
          ) : undefined
        }
      />
      <WaveStageNotice t={t} locale={locale} view={view} />
      <WaveFacts t={t} locale={locale} view={view} />
      {view.stage === 'counted' ? <Results {...data} /> : null}
    </>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Results({ locale, view, main, item, question, tables, steps, sides: seen, words, publishing }: Data) {
  const t = textFor(locale);
  const say = t.trust.wave;
  const { instrument } = view.wave;
  const sides = sidesIn(instrument, seen);
  const part = { t, locale, words, instrument, sides };
  const of = (list: readonly string[]) =>
    list.filter((one) => Object.values(instrument.items).some(({ construct }) => construct === one));
  const restsOn = [...DIMENSIONS, ...DRIVERS].filter((one) => of([one]).length > 0);
  return (
    <>
      <Section title={say.sections.response} lead={say.response.lead} id="response">
        <WaveResponse {...part} view={view} />
      </Section>
      {main ? (
        <Section title={say.sections.levels} id="levels">
          <Stack>
            <GapSentence t={t} item={main} sides={sides} />
            <ItemMeans {...part} item={main} />
            {publishing ? <ItemShares {...part} item={main} shares={publishing.shares} /> : null}
            {steps.length > 0 ? (
              <Section title={t.trust.trend.title} level={3}>
                <ItemTrend {...part} item={main} steps={steps} />
              </Section>
            ) : null}
            <p>
              <Muted>{t.trust.interval}</Muted>
            </p>
          </Stack>
        </Section>
      ) : null}
      {restsOn.length > 0 ? (
        <Section title={say.sections.dimensions} lead={say.dimensions.lead} id="dimensions">
          <ConstructMeans {...part} title={say.sections.dimensions} constructs={restsOn} />
          {publishing ? <p>{say.dimensions.alphaText(publishing.reliability.n)}</p> : null}
        </Section>
      ) : null}
      {of(['distrust']).length > 0 ? (
        <Section title={say.sections.distrust} lead={say.distrust.lead} id="distrust">
          <Stack>
            <ConstructMeans {...part} title={say.sections.distrust} constructs={['distrust']} />
            <GapPlot {...part} of={(construct) => construct === 'distrust'} />
          </Stack>
        </Section>
      ) : null}
      {publishing && restsOn.some((one) => (DRIVERS as readonly string[]).includes(one)) && of(['trust']).length > 0 ? (
        <Section title={say.sections.drivers} id="drivers">
          <DriverAssociations {...part} title={say.sections.drivers} publishing={publishing} />
        </Section>
      ) : null}
      <Section title={say.sections.items} lead={say.items.lead} id="items">
        <Stack>
          <GapPlot {...part} of={(construct) => construct !== 'distrust'} />
          <EveryItem {...part} asked={question} />
        </Stack>
      </Section>
      {item ? (
        <Section title={say.sections.tables} lead={say.tables.lead} id="tables">
          <Stack>
            <ItemChoice {...part} item={item} at="tables" />
            <CutTables {...part} item={item} cells={tables} />
            <WhyEmpty t={t} words={words} />
          </Stack>
        </Section>
      ) : null}
      <Section title={say.sections.data} lead={say.data.lead} id="data">
        <WaveData t={t} locale={locale} view={view} />
      </Section>
    </>
  );
}
