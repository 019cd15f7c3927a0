// One body in one wave: levels, the gap, all bodies beside it, what trust rests on, groups within it. For everyone, and for the body.
import { DIMENSIONS, DRIVERS } from '../../../guide/survey-ids';
import type { BodyTrust, WaveOfBody } from '../../queries/trust-body';
import type { TrustWords } from '../../queries/trust-words';
import { instrumentWords } from '../../queries/trust-words';
import type { Locale, Text } from '../../text';
import { Tabs } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Muted, Tag } from '../../ui/words';
import { ConstructMeans } from './construct-parts';
import { CutTable, ItemChoice, WhyEmpty } from './cut-tables';
import { GapPlot } from './item-parts';
import { GapSentence, ItemMeans, ItemShares, ItemTrend, sidesIn } from './level-parts';
import { waveAddress } from './addresses';

type Props = {
  t: Text;
  locale: Locale;
  words: TrustWords;
  trust: BodyTrust;
  waves: readonly WaveOfBody[];
  /** The address of this page, to which the choice of a wave is added. */
  at: string;
};

export function BodyResults({ t, locale, words, trust, waves, at }: Props) {
  const say = t.trust;
  const { instrument, item, edition, wave } = trust;
  const sides = sidesIn(instrument, trust.sides);
  const part = { t, locale, words, instrument, sides };
  const shares = edition.surveys?.publishing.shares;
  const has = (construct: string) => Object.values(instrument.items).some((one) => one.construct === construct);
  const restsOn = [...DIMENSIONS, ...DRIVERS].filter(has);
  const beside = sidesIn(instrument, trust.all).map((side) => ({ ...side, id: `all ${side.id}`, label: say.body.all }));
  return (
    <>
      {waves.length > 1 ? (
        <Tabs
          label={say.waves.title}
          tabs={waves.map(({ number, title }) => ({
            ...{ href: `${at}?wave=${number}`, label: title, current: number === wave.number },
          }))}
        />
      ) : null}
      <Section
        title={wave.title}
        id="levels"
        action={<a href={waveAddress(locale, wave.number)}>{say.levels.whole}</a>}
      >
        <Stack>
          {sides.some(({ seen }) => seen.internal) ? (
            <p>
              <Tag tone="clock">{say.body.ownMark}</Tag> {say.body.internalCell}
            </p>
          ) : null}
          {item ? (
            <>
              <GapSentence t={t} item={item} sides={sides} />
              {shares ? <ItemShares {...part} item={item} shares={shares} /> : null}
              <Section title={say.body.compare} level={3} lead={say.body.compareLead}>
                <ItemMeans {...part} item={item} sides={[...sides, ...beside]} />
              </Section>
              <Section title={say.trend.title} level={3} lead={say.trend.lead}>
                <ItemTrend {...part} item={item} steps={trust.steps} />
              </Section>
            </>
          ) : null}
          <p>
            <Muted>{say.interval}</Muted>
          </p>
        </Stack>
      </Section>
      {restsOn.length > 0 ? (
        <Section title={say.wave.sections.dimensions} lead={say.wave.dimensions.lead} id="dimensions">
          <ConstructMeans {...part} title={say.wave.sections.dimensions} constructs={restsOn} />
        </Section>
      ) : null}
      {has('distrust') ? (
        <Section title={say.wave.sections.distrust} lead={say.wave.distrust.lead} id="distrust">
          <Stack>
            <ConstructMeans {...part} title={say.wave.sections.distrust} constructs={['distrust']} />
            <GapPlot {...part} of={(construct) => construct === 'distrust'} />
          </Stack>
        </Section>
      ) : null}
      <Section title={say.gap.title} lead={say.gap.lead} id="gap">
        <GapPlot {...part} of={(construct) => construct !== 'distrust'} />
      </Section>
      {item && instrument.divided_by ? (
        <Section title={say.wave.sections.tables} id="tables">
          <Stack>
            <ItemChoice {...part} item={item} at="tables" keep={{ wave: wave.number }} />
            <CutTable
              {...part}
              item={item}
              cells={trust.groups}
              cut="background"
              title={say.body.group(instrumentWords(instrument, locale).name(instrument.divided_by))}
            />
            <WhyEmpty t={t} words={words} />
          </Stack>
        </Section>
      ) : null}
    </>
  );
}
