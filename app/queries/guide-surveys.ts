// What the guide says of surveys, for everyone: instruments with every item as each side is asked it, scales, what may be published and
// why, plans of waves. And the instruments that councils published beside it, version by version.
import {
  CONSTRUCTS,
  CUTS,
  instrumentSchema,
  OCCASIONS,
  SUPPRESSIONS,
  TRUST_SHARES,
  type Direction,
  type Edition,
  type Instrument,
  type Locale,
  type Occasion,
  type Surveys,
} from '../../guide/schema';
import { instrumentOf } from '../../guide/instrument';
import { dayOf } from '../core/day';
import { questionnaire, type Question } from '../core/questionnaire';
import type { World } from '../world';
import { lawsOf, wordOf, type Law } from './guide';
import { publishedVersions, type PublishedVersion } from './instruments';

type Reading = { edition: Edition; surveys: Surveys; locale: Locale };
export type Explained = { id: string; name: string; text: string };
export type Numbered = { n: number; laws: Law[] };

const explained = ({ edition, locale }: Reading, group: string, ids: readonly string[]): Explained[] =>
  ids.map((id) => ({
    id,
    name: wordOf(edition, locale, `${group}.${id}.name`),
    text: wordOf(edition, locale, `${group}.${id}.text`),
  }));

function readingOn({ guide, now }: Pick<World, 'guide' | 'now'>, locale: Locale): Reading | null {
  const edition = guide.inForceOn(dayOf(now()));
  return edition.surveys ? { edition, surveys: edition.surveys, locale } : null;
}

export type InstrumentLine = {
  id: string;
  name: string;
  lead: string;
  occasion: string;
  directions: string[];
  minutes: number;
  items: number;
};

function lineOf({ edition, locale }: Reading, instrument: Instrument): InstrumentLine {
  const { id, occasion, directions, minutes, pages, texts } = instrument;
  return {
    ...{ id, minutes },
    name: texts[locale][`instrument.${id}.name`] ?? id,
    lead: texts[locale][`instrument.${id}.lead`] ?? '',
    occasion: wordOf(edition, locale, `occasion.${occasion}.name`),
    directions: directions.map((one) => wordOf(edition, locale, `direction.${one}.name`)),
    items: pages.reduce((sum, page) => sum + page.items.length, 0),
  };
}

export type WaveLine = {
  id: Occasion;
  name: string;
  text: string;
  windowDays: Numbered;
  openDays: Numbered;
  remindAfterDays: number[];
  laws: Law[];
};

/** The contents of the guide on surveys; null where the edition in force knows none. */
export async function surveyContents(world: Pick<World, 'db' | 'guide' | 'now'>, locale: Locale) {
  const reading = readingOn(world, locale);
  if (!reading) return null;
  const { edition, surveys } = reading;
  const laws = (bases: Parameters<typeof lawsOf>[2]) => lawsOf(edition, locale, bases);
  const number = ({ n, basis }: { n: number; basis: Parameters<typeof lawsOf>[2] }): Numbered => ({
    n,
    laws: laws(basis),
  });
  const { publishing, waves } = surveys;
  return {
    edition: edition.id,
    instruments: Object.keys(surveys.instruments).flatMap((id) => {
      const whole = instrumentOf(edition, id);
      return whole ? [lineOf(reading, whole)] : [];
    }),
    published: await publishedVersions(world, locale),
    constructs: explained(reading, 'construct', CONSTRUCTS),
    scales: Object.entries(surveys.scales).map(([id, scale]) => scaleView(edition, locale, id, scale)),
    thresholds: {
      public: number(publishing.public),
      internal: number(publishing.internal),
      reliability: number(publishing.reliability),
      association: number(publishing.association),
    },
    shares: {
      laws: laws(publishing.shares.basis),
      parts: explained(reading, 'share', TRUST_SHARES).map((share, at) => ({
        ...share,
        ...publishing.shares[TRUST_SHARES[at] ?? 'trust'],
      })),
    },
    dontKnow: explained(reading, 'answer', ['dont_know'])[0] ?? null,
    suppressions: explained(reading, 'suppression', SUPPRESSIONS),
    cuts: explained(reading, 'cut', CUTS),
    waves: OCCASIONS.map((id): WaveLine => {
      const plan = waves[id];
      const [words] = explained(reading, 'occasion', [id]);
      return {
        ...{ id, name: words?.name ?? id, text: words?.text ?? '' },
        windowDays: number(plan.window_days),
        openDays: number(plan.open_days),
        remindAfterDays: plan.remind_after_days,
        laws: laws(plan.basis),
      };
    }),
  };
}
export type SurveyContents = NonNullable<Awaited<ReturnType<typeof surveyContents>>>;

const scaleView = (edition: Edition, locale: Locale, id: string, scale: Surveys['scales'][string]) => ({
  id,
  name: wordOf(edition, locale, `scale.${id}.name`),
  ...{ from: scale.from, to: scale.to },
  words: scale.labelled
    ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) =>
        wordOf(edition, locale, `scale.${id}.p${scale.from + n}`),
      )
    : [wordOf(edition, locale, `scale.${id}.low`), wordOf(edition, locale, `scale.${id}.high`)],
});

export type ItemView = {
  /** As the first side is asked it, with its answers. */
  question: Question;
  name: string;
  construct: string;
  kind: string;
  wordings: { direction: Direction; name: string; text: string }[];
  laws: Law[];
};
export type InstrumentView = InstrumentLine & {
  pages: { id: string; title: string; shuffled: boolean; onlyIf: Question['onlyIf']; items: ItemView[] }[];
  laws: Law[];
  dontKnow: string;
  /** Who published this version, when and why; null for one of the guide. */
  publication: PublishedVersion | null;
  versions: PublishedVersion[];
};

/** The instrument of this name: the guide's, or a published one in its newest or the given version. */
export async function surveyInstrument(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  locale: Locale,
  { name, version }: { name: string; version: number | null },
): Promise<InstrumentView | null> {
  const reading = readingOn(world, locale);
  if (!reading) return null;
  const ofGuide =
    version === null && Object.hasOwn(reading.surveys.instruments, name) ? instrumentOf(reading.edition, name) : null;
  if (ofGuide) return instrumentView(reading, ofGuide, null, []);
  const versions = await publishedVersions(world, locale, name);
  const publication = versions.find((one) => version === null || one.version === version);
  if (!publication) return null;
  const { data } = await world.db.prisma.publishedInstrument.findUniqueOrThrow({
    where: { id: publication.id },
    select: { data: true },
  });
  return instrumentView(reading, instrumentSchema.parse(data), publication, versions);
}

function instrumentView(
  reading: Reading,
  instrument: Instrument,
  publication: PublishedVersion | null,
  versions: PublishedVersion[],
): InstrumentView {
  const { edition, locale } = reading;
  const say = (key: string) => wordOf(edition, locale, key);
  const texts = instrument.texts[locale];
  const [direction = 'ngo_to_body'] = instrument.directions;
  const asked = questionnaire({ instrument, direction, locale });
  return {
    ...lineOf(reading, instrument),
    ...{ publication, versions, dontKnow: say('answer.dont_know.name') },
    laws: lawsOf(edition, locale, instrument.basis),
    pages: asked.pages.map(({ id, title, onlyIf, questions }) => ({
      ...{ id, title, onlyIf },
      shuffled: instrument.pages.find((page) => page.id === id)?.shuffled ?? false,
      items: questions.flatMap((question): ItemView[] => {
        const item = instrument.items[question.id];
        if (!item) return [];
        return [
          {
            question,
            name: texts[`item.${question.id}.name`] ?? question.id,
            construct: say(`construct.${item.construct}.name`),
            kind: say(`item_kind.${item.kind}.name`),
            wordings: item.directions.map((side) => ({
              direction: side,
              name: say(`direction.${side}.name`),
              text: texts[`item.${question.id}.${side}`] ?? '',
            })),
            laws: lawsOf(edition, locale, item.basis),
          },
        ];
      }),
    })),
  };
}
