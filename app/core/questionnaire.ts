// An instrument as one side is asked it in one language: pages of worded questions, ready to be drawn. Called by the answering page, the
// editor's preview and the guide's page; drawn by ui/survey-pages. Pure: the order of items is the instrument's (core/sheet draws another).
import type { Condition, Direction, Instrument, Item, Locale } from '../../guide/schema';
import { DONT_KNOW } from './sheet';

/** A point of a scale; `word` where the scale says every point in words. */
export type Point = { value: string; word: string | null };
/** `low`, `high`: the words at the ends where points have none of their own. */
export type Points = { points: Point[]; low: string | null; high: string | null };
export type Answer = { value: string; label: string };
/** Asked only of those who answered question `number` so; "don't know" among the answers is null. */
export type OnlyIf = { item: string; values: string[]; number: number; answers: (string | null)[] };

type Asked = {
  id: string;
  /** Counted through the whole form, as drawn. */
  number: number;
  text: string;
  required: boolean;
  onlyIf: OnlyIf | null;
};
export type Question = Asked &
  (
    | ({ kind: 'scale'; dontKnow: boolean } & Points)
    | { kind: 'choice'; dontKnow: boolean; options: Answer[] }
    | { kind: 'multiple'; dontKnow: boolean; options: Answer[]; atMost: number | null }
    | ({ kind: 'matrix'; dontKnow: boolean; rows: { name: string; label: string }[] } & Points)
    | { kind: 'text'; longest: number }
  );
export type QuestionPage = { id: string; title: string; onlyIf: OnlyIf | null; questions: Question[] };
/** In `lang`, which is that of the texts. */
export type Questionnaire = { lang: Locale; name: string; lead: string; minutes: number; pages: QuestionPage[] };

type Told = { instrument: Instrument; direction: Direction; locale: Locale };

const wordIn =
  ({ instrument, locale }: Told) =>
  (key: string): string =>
    instrument.texts[locale][key] ?? '';

function pointsOf(told: Told, id: string): Points {
  const say = wordIn(told);
  const scale = told.instrument.scales[id];
  if (!scale) return { points: [], low: null, high: null };
  const { from, to, labelled } = scale;
  return {
    points: Array.from({ length: to - from + 1 }, (_, n) => ({
      value: String(from + n),
      word: labelled ? say(`scale.${id}.p${from + n}`) : null,
    })),
    low: labelled ? null : say(`scale.${id}.low`),
    high: labelled ? null : say(`scale.${id}.high`),
  };
}

const optionsOf = (told: Told, id: string, options: readonly string[]): Answer[] =>
  options.map((value) => ({ value, label: wordIn(told)(`option.${id}.${value}`) }));

/** The word of an answer, as tables and conditions name it; null for "don't know", which every language says its own way. */
export function answerWord(told: Told, id: string, value: string | number): string | null {
  if (value === DONT_KNOW) return null;
  const item = told.instrument.items[id];
  if (item?.kind === 'scale')
    return pointsOf(told, item.scale).points.find((point) => point.value === String(value))?.word ?? String(value);
  return wordIn(told)(`option.${id}.${value}`);
}

function onlyIf(told: Told, when: Condition | null, numbers: ReadonlyMap<string, number>): OnlyIf | null {
  if (!when) return null;
  return {
    item: when.item,
    values: when.any_of.map(String),
    number: numbers.get(when.item) ?? 0,
    answers: when.any_of.map((value) => answerWord(told, when.item, value)),
  };
}

function question(told: Told, asked: Asked, item: Item): Question {
  const { id } = asked;
  switch (item.kind) {
    case 'scale':
      return { ...asked, kind: item.kind, dontKnow: item.dont_know, ...pointsOf(told, item.scale) };
    case 'choice':
      return { ...asked, kind: item.kind, dontKnow: item.dont_know, options: optionsOf(told, id, item.options) };
    case 'multiple':
      return {
        ...asked,
        kind: item.kind,
        dontKnow: item.dont_know,
        options: optionsOf(told, id, item.options),
        atMost: item.at_most,
      };
    case 'matrix':
      return {
        ...asked,
        kind: item.kind,
        dontKnow: item.dont_know,
        rows: item.rows.map((row) => ({ name: `${id}.${row}`, label: wordIn(told)(`row.${id}.${row}`) })),
        ...pointsOf(told, item.scale),
      };
    case 'text':
      return { ...asked, kind: item.kind, longest: item.longest };
  }
}

/** The instrument as `direction` is asked it in `locale`. Items that are not there (in a draft) are left out. */
export function questionnaire(told: Told): Questionnaire {
  const { instrument, direction, locale } = told;
  const say = wordIn(told);
  const numbers = new Map<string, number>();
  const pages = instrument.pages.map((page): QuestionPage => {
    const questions = page.items.flatMap(({ item: id, when }): Question[] => {
      const item = instrument.items[id];
      if (!item) return [];
      const asked: Asked = {
        id,
        number: numbers.size + 1,
        text: say(`item.${id}.${direction}`),
        required: instrument.required.includes(id),
        onlyIf: onlyIf(told, when, numbers),
      };
      numbers.set(id, asked.number);
      return [question(told, asked, item)];
    });
    return {
      id: page.id,
      title: say(`page.${instrument.id}.${page.id}.title`),
      onlyIf: onlyIf(told, page.when, numbers),
      questions,
    };
  });
  return {
    lang: locale,
    name: say(`instrument.${instrument.id}.name`),
    lead: say(`instrument.${instrument.id}.lead`),
    minutes: instrument.minutes,
    pages,
  };
}
