// What is left of a Kazakh word without its endings: the form that search compares. Takes the letters as they are, or as they are typed on
// a Russian keyboard («когамдыктын»), and gives both the same stem. Pure; asked by search/lexemes. Measured against a dictionary
// in test/core/kazakh-stem.test.ts.
import { plainKazakh } from '../spelling';

type Sound = 'vowel' | 'glide' | 'sibilant' | 'nasal' | 'voiceless';
type Kind = 'nominal' | 'after_possessive' | 'verbal' | 'negation';
type Ending = {
  text: string;
  kind: Kind;
  harmony: 'back' | 'front' | null;
  /** Sounds of which the letter before it must be one. */
  after: readonly Sound[];
};

// Letters are plain here (ә as а, қ and ғ as к and г, ө as о, ұ ү as у, і as и, ң as н).
const SOUNDS = new Map<string, readonly Sound[]>([
  ...[...'аеёоыэя'].map((letter) => [letter, ['vowel']] as const),
  ...[...'ию'].map((letter) => [letter, ['vowel', 'glide']] as const),
  ...[...'рлйу'].map((letter) => [letter, ['glide']] as const),
  ...[...'зж'].map((letter) => [letter, ['sibilant']] as const),
  ...[...'мн'].map((letter) => [letter, ['nasal']] as const),
]);
const VOICELESS: readonly Sound[] = ['voiceless'];
const VOWEL: readonly Sound[] = ['vowel'];
const CONSONANT: readonly Sound[] = ['glide', 'sibilant', 'nasal', 'voiceless'];
const VOICED: readonly Sound[] = ['vowel', 'glide', 'sibilant', 'nasal'];

/** Endings as they are after back vowels, and the same after front ones: а and ы become е and і. */
const endings = (kind: Kind, after: readonly Sound[], words: string): Ending[] =>
  words.split(' ').flatMap((text): Ending[] => {
    const front = text.replaceAll('а', 'е').replaceAll('ы', 'и');
    if (front === text) return [{ text, kind, after, harmony: null }];
    return [
      { text, kind, after, harmony: 'back' },
      { text: front, kind, after, harmony: 'front' },
    ];
  });

/**
 * The endings of nouns (plural, possessive, case, of a place, of an owner), of persons, and of the usual forms of verbs; each with the
 * sounds after which it takes this first consonant: after vowels and р л й у it is л, д or н, after з ж м н ң д or н, after voiceless
 * consonants (with б в г д of loanwords) т, қ or п. What comes after a vowel drops its own. Sources: «Қазақ грамматикасы», Astana 2002
 * (жалғаулар; үндестік заңы); R. Muhamedowa, "Kazakh: A Comprehensive Grammar", Routledge 2016 (nominal and verbal inflection).
 */
const ENDINGS: readonly Ending[] = [
  ...endings('nominal', ['vowel', 'glide'], 'лар'),
  ...endings('nominal', ['glide', 'sibilant', 'nasal'], 'дар'),
  ...endings('nominal', VOICELESS, 'тар'),
  ...endings('nominal', VOWEL, 'сы м мыз н ныз'),
  ...endings('nominal', CONSONANT, 'ы ым ымыз ын ыныз'),
  ...endings('nominal', ['vowel', 'nasal'], 'нын ныки'),
  ...endings('nominal', ['glide', 'sibilant'], 'дын'),
  ...endings('nominal', VOICELESS, 'тын ка ты та тан тагы пен'),
  ...endings('nominal', VOICED, 'га да дан дагы'),
  ...endings('nominal', VOWEL, 'ны'),
  ...endings('nominal', ['glide', 'sibilant', 'nasal'], 'ды'),
  ...endings('nominal', ['nasal'], 'нан'),
  { text: 'мен', kind: 'nominal', harmony: null, after: ['vowel', 'glide', 'nasal'] },
  { text: 'бен', kind: 'nominal', harmony: null, after: ['sibilant'] },
  ...endings('nominal', ['vowel', 'glide'], 'мын'),
  ...endings('nominal', ['sibilant', 'nasal'], 'бын быз'),
  ...endings('nominal', VOICELESS, 'пын пыз'),
  ...endings('nominal', [...VOWEL, ...CONSONANT], 'сыз сыздар'),
  ...endings('after_possessive', VOWEL, 'на нда ндан ндагы нан н'),
  ...endings('verbal', VOICED, 'ды ган ганы дым дыныз'),
  ...endings('verbal', VOICELESS, 'кан каны тым тыныз'),
  ...endings('verbal', CONSONANT, 'атын атыны ады амын амыз асыз ып сын'),
  ...endings('verbal', VOWEL, 'йтын йтыны йды ймын ймыз йсыз'),
  ...endings('verbal', [...VOWEL, ...CONSONANT], 'са сам сан сак саныз'),
  ...endings('verbal', ['vowel', 'glide'], 'май'),
  ...endings('verbal', ['sibilant', 'nasal'], 'бай'),
  ...endings('verbal', VOICELESS, 'пай'),
  { text: 'у', kind: 'verbal', harmony: null, after: [...VOWEL, ...CONSONANT] },
  ...endings('negation', ['vowel', 'glide'], 'ма'),
  ...endings('negation', ['sibilant', 'nasal'], 'ба'),
  ...endings('negation', VOICELESS, 'па'),
];

/** By their last letter, the longest first. */
const BY_LAST = new Map<string, Ending[]>();
for (const ending of [...ENDINGS].sort((a, b) => b.text.length - a.text.length)) {
  const last = ending.text.at(-1) ?? '';
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), ending]);
}

/** Letters that only Kazakh has: where one stands, the word is spelt in full and its vowels tell their harmony. */
const KAZAKH = /[әғқңөұүһі]/;
const VOWELS = /[аеёиоуыэюяәөұүі]/;

/** Nouns that lose their last vowel before a possessive, by what is left of them; and кеңес, whose с is its own. */
const IRREGULAR = new Map(
  Object.entries({
    ...{ орн: 'орын', халк: 'халык', мойн: 'мойын', мурн: 'мурын', карн: 'карын', ерк: 'ерик', ерн: 'ерин' },
    ...{
      койн: 'койын',
      курк: 'курык',
      ауз: 'ауыз',
      кулк: 'кулык',
      корк: 'корик',
      бойн: 'бойын',
      далп: 'далап',
      кене: 'кенес',
    },
  }),
);

const LEAST = 3;

/**
 * The stem of a word of small letters, in plain ones. Endings are taken off one after the other while three letters with a vowel are
 * left (or two such as іс, үй), whatever the word is: a noun that only looks as if it had an ending (норма) loses it as its own forms
 * do (нормаға), so that they still meet.
 */
export function kazakhStem(word: string): string {
  const spelt = KAZAKH.test(word) ? word : null;
  let stem = plainKazakh(word);
  let outside: Kind | null = null;
  for (;;) {
    // жою: the й of the stem and the ending у are one letter.
    if (stem.endsWith('ю') && stem.length >= LEAST) stem = `${stem.slice(0, -1)}й`;
    const ending = endingOf(stem, spelt, outside);
    if (!ending) break;
    // Before a vowel п and қ became б and ғ: кітап, кітабы.
    stem = stem.slice(0, -ending.text.length).replace(/б$/, 'п').replace(/г$/, 'к');
    outside = ending.kind;
  }
  return IRREGULAR.get(stem) ?? stem.replace(/б$/, 'п').replace(/г$/, 'к');
}

/** The longest ending that the word may have, `outside` being what was taken off before. */
function endingOf(word: string, spelt: string | null, outside: Kind | null): Ending | undefined {
  return BY_LAST.get(word.at(-1) ?? '')?.find(({ text, kind, harmony, after }) => {
    if (!word.endsWith(text)) return false;
    const left = word.slice(0, -text.length);
    const last = left.at(-1) ?? '';
    if (!isStem(left, text, kind) || !(SOUNDS.get(last) ?? VOICELESS).some((sound) => after.includes(sound)))
      return false;
    if (kind === 'negation' && outside !== 'verbal') return false;
    if (kind === 'after_possessive' && last !== 'ы' && last !== 'и') return false;
    // жұмысы is жұмыс and ы; сарапшысы is сарапшы and сы.
    if ((text === 'сы' || text === 'си') && /[бйлмнрт][ыи]$/.test(left)) return false;
    // баяндады is the past of баянда, not the present of баянд.
    if ((text === 'ады' || text === 'еди') && (last === 'д' || last === 'м')) return false;
    const before = spelt === null ? harmonyOfPlain(left) : harmonyOf(spelt.slice(0, left.length));
    return harmony === null || before === null || before === harmony;
  });
}

/** Three letters with a vowel; two of a noun such as іс, үй, су. What looks like "my" or "your" is mostly part of the noun (ұйым, мәтін). */
function isStem(left: string, text: string, kind: Kind): boolean {
  if (/^[ыи]?[мн]$/.test(text) && kind === 'nominal') return left.length > LEAST && VOWELS.test(left);
  if (left.length >= LEAST) return VOWELS.test(left);
  return kind !== 'verbal' && /^(?:[аеёиоуыэюя][^аеёиоуыэюя]|[^аеёиоуыэюя]у)$/.test(left);
}

const lastVowel = (word: string): string | undefined => [...word].findLast((letter) => VOWELS.test(letter));

function harmonyOf(word: string): Ending['harmony'] {
  const vowel = lastVowel(word) ?? '';
  if ('аоұы'.includes(vowel)) return 'back';
  return 'әеөүі'.includes(vowel) ? 'front' : null;
}

/** Without Kazakh letters а may be ә, о ө, у ү and и і: only ы and е are sure. */
function harmonyOfPlain(word: string): Ending['harmony'] {
  const vowel = lastVowel(word);
  return vowel === 'ы' ? 'back' : vowel === 'е' ? 'front' : null;
}
