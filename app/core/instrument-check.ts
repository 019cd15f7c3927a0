// What stands between a draft of an instrument and its publication, and what its author had better look at: parts that are missing or do
// not meet, and words that mislead. Called by the editor's page and by the command that publishes. Pure.
import { faultsIn, INSTRUMENT_FAULTS, itemTextKeys, type InstrumentFault } from '../../guide/instrument';
import { LOCALES, type Instrument, type Locale } from '../../guide/schema';
import { asksAnother, isAnotherScale, pruned, type Bank } from './instrument-draft';

/** What is missing before the shape of a published instrument is reached. */
const MISSING = [
  'no_pages',
  'page_empty',
  'few_options',
  'few_rows',
  'none_required',
  'no_directions',
  'condition_empty',
  'not_the_known',
] as const;
/** Words that mislead. `wrong_letters` stops a publication; the others are advice, for people decide what is well said. */
const WORDS = ['wrong_letters', 'same_words', 'two_questions', 'two_negations', 'too_long', 'same_both_sides'] as const;
export const DRAFT_FAULTS = [...INSTRUMENT_FAULTS, ...MISSING, ...WORDS] as const;
export type DraftFaultCode = (typeof DRAFT_FAULTS)[number];
export type DraftFault = Omit<InstrumentFault, 'code'> & { code: DraftFaultCode };

const ADVICE: readonly DraftFaultCode[] = [
  'same_words',
  'two_questions',
  'two_negations',
  'too_long',
  'same_both_sides',
];
/** Whether it keeps the draft from being published. */
export const stops = ({ code }: DraftFault): boolean => !ADVICE.includes(code);

const fault = (code: DraftFaultCode, at: string, what = at, locale?: Locale): DraftFault => ({
  code,
  at,
  what,
  locale,
});

function missing(draft: Instrument, bank: Bank): DraftFault[] {
  const { pages, items, required, directions, scales } = draft;
  const emptied = pages.flatMap(({ id, when, items: asked }) => [
    ...(when?.any_of.length === 0 ? [fault('condition_empty', id, when.item)] : []),
    ...asked
      .filter((one) => one.when?.any_of.length === 0)
      .map((one) => fault('condition_empty', one.item, one.when?.item)),
  ]);
  return [
    ...(pages.length === 0 ? [fault('no_pages', '')] : []),
    ...(directions.length === 0 ? [fault('no_directions', '')] : []),
    ...(required.length === 0 ? [fault('none_required', '')] : []),
    ...pages.filter((page) => page.items.length === 0).map(({ id }) => fault('page_empty', id)),
    ...Object.entries(items).flatMap(([id, item]) => {
      const few = 'options' in item && item.options.length < 2;
      return [
        ...(few ? [fault('few_options', id)] : []),
        ...('rows' in item && item.rows.length < 2 ? [fault('few_rows', id)] : []),
        ...(asksAnother(id, draft, bank) ? [fault('not_the_known', id)] : []),
      ];
    }),
    ...Object.keys(scales)
      .filter((id) => isAnotherScale(id, draft, bank))
      .map((id) => fault('not_the_known', id)),
    ...emptied,
  ];
}

const LETTERS = /\p{L}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/i;
const LONG = 300;
const NEGATIONS: Record<Locale, RegExp> = {
  en: /\b(?:not|never|nobody|nothing|no one|none|cannot|\w+n[’']t)\b/gi,
  ru: /(?<![\p{L}-])(?:не|нет|ни|никогда|никто|ничего|нельзя|невозможно)(?![\p{L}-])/giu,
  kk: /(?<![\p{L}-])(?:емес|жоқ|ешқашан|ешкім|ештеңе)(?![\p{L}-])/giu,
};

/** Letters of another language: Kazakh and Russian are written in Cyrillic, English in Latin, and Russian has no Kazakh letters. */
const wrongLetters = (text: string, locale: Locale): boolean => {
  if (!LETTERS.test(text)) return false;
  if (locale === 'en') return CYRILLIC.test(text);
  return !CYRILLIC.test(text) || (locale === 'ru' && KAZAKH.test(text));
};

/** A question of several sentences in which no more than one asks. */
const questionsIn = (text: string): number => text.split('?').length - 1;

function wordsOf(draft: Instrument): DraftFault[] {
  const { texts, items } = draft;
  const written = (locale: Locale, key: string) => texts[locale][key]?.trim() ?? '';
  const asked = new Set(
    Object.entries(items).flatMap(([id, { directions }]) => directions.map((direction) => `item.${id}.${direction}`)),
  );
  const keys = [...new Set(LOCALES.flatMap((locale) => Object.keys(texts[locale])))];
  const single = keys.flatMap((key) =>
    LOCALES.flatMap((locale): DraftFault[] => {
      const text = written(locale, key);
      if (text === '') return [];
      const of = (code: DraftFaultCode) => fault(code, key, key, locale);
      return [
        ...(wrongLetters(text, locale) ? [of('wrong_letters')] : []),
        ...(asked.has(key) && questionsIn(text) > 1 ? [of('two_questions')] : []),
        ...(asked.has(key) && (text.match(NEGATIONS[locale])?.length ?? 0) > 1 ? [of('two_negations')] : []),
        ...(asked.has(key) && text.length > LONG ? [of('too_long')] : []),
      ];
    }),
  );
  const copied = keys
    .filter((key) => asked.has(key) && written('kk', key) !== '' && written('kk', key) === written('ru', key))
    .map((key) => fault('same_words', key));
  const sides = Object.entries(items).flatMap(([id, item]) => {
    const [one, other] = itemTextKeys(id, item).filter((key) => asked.has(key));
    return LOCALES.filter(
      (locale) => one && other && written(locale, one) !== '' && written(locale, one) === written(locale, other),
    ).map((locale) => fault('same_both_sides', id, id, locale));
  });
  return [...single, ...copied, ...sides];
}

/** Everything that is wrong with a draft, what stops its publication first. Only what its pages use is looked at. */
export function faultsOfDraft(whole: Instrument, bank: Bank): DraftFault[] {
  const draft = pruned(whole);
  const faults = [...missing(draft, bank), ...faultsIn(draft), ...wordsOf(draft)];
  return [...faults.filter(stops), ...faults.filter((one) => !stops(one))];
}
