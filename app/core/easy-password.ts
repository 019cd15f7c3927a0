// Passwords that anybody who knows the house or the person tries first: one character over and over, a row of the keyboard, the words
// of this house, the own name or address, each with digits and signs around them. Pure; leaked passwords are found by data/common-password.

/** Words that a guesser of this site begins with, in small letters: its name, its country, its trade, its roles. */
export const HOUSE_WORDS = [
  ...['kenes', 'кеңес', 'кенес', 'kazakhstan', 'qazaqstan', 'казахстан', 'қазақстан', 'astana', 'астана'],
  ...['almaty', 'алматы', 'akimat', 'akimdik', 'акимат', 'әкімдік', 'ministry', 'ministerstvo', 'министерство'],
  ...['министрлік', 'egov', 'eotinish', 'еөтініш', 'otinish', 'өтініш', 'obrashenie', 'обращение', 'appeal', 'council'],
  ...['password', 'passw0rd', 'пароль', 'parol', 'құпиясөз', 'qupiasoz', 'admin', 'administrator', 'администратор'],
  ...['әкімші', 'registrar', 'official', 'welcome', 'letmein', 'qwerty', 'йцукен', 'qazwsx', 'asdfgh', 'фывапр'],
];
const ROWS = [
  '01234567890',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];

/** The letters alone: digits and signs that people put around a word make it no harder. */
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

const isRow = (text: string): boolean =>
  ROWS.some((row) => {
    const there = row.repeat(3);
    return there.includes(text) || [...there].reverse().join('').includes(text);
  });

/** Whether a short piece, written over and over, makes the whole: 'abababab', '1111111111'. */
const isRepeated = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text);

/** Whether it is the word, perhaps twice, with nothing but digits and signs beside. */
const isWord = (letters: string, word: string): boolean => word !== '' && (letters === word || letters === word + word);

/** `about`: the name and address of whoever is to have it. */
export function isEasy(password: string, about: readonly string[] = []): boolean {
  const text = password.toLowerCase();
  if (isRepeated(text) || isRow(text)) return true;
  const letters = lettersOf(text);
  // Short words around which little else stands; of words among others, as in a sentence, nothing is said.
  const own = about.flatMap((one) => [one.split('@')[0] ?? '', ...one.split(/[\s@.]+/u)]).map(lettersOf);
  return [...HOUSE_WORDS.map(lettersOf), ...own.filter((word) => word.length > 2)].some((word) =>
    isWord(letters, word),
  );
}
