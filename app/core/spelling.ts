// How a text is spelt when only what it says counts: look-alike letters, quotes, dashes and spaces are one. Asked by clause
// (has anything changed?) and similarity (is it the same comment?). For comparison only: nothing spelt so is shown or kept.

/** Latin letters that look like Cyrillic ones, and ё, which print writes as е: replacing one by the other changes no word. */
const ALIKE = new Map(
  Object.entries({
    ...{
      A: 'А',
      B: 'В',
      C: 'С',
      E: 'Е',
      H: 'Н',
      I: 'І',
      K: 'К',
      M: 'М',
      O: 'О',
      P: 'Р',
      T: 'Т',
      X: 'Х',
      Ə: 'Ә',
      Ɵ: 'Ө',
    },
    ...{ a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у', ə: 'ә', ɵ: 'ө', Ё: 'Е', ё: 'е' },
  }),
);
/** Kazakh letters as they are typed on a Russian keyboard. */
const PLAIN = new Map(Object.entries({ қ: 'к', ғ: 'г', ә: 'а', ө: 'о', ұ: 'у', ү: 'у', і: 'и', ң: 'н', һ: 'х' }));

const replaced = (text: string, by: ReadonlyMap<string, string>): string => {
  let spelt = '';
  for (const letter of text) spelt += by.get(letter) ?? letter;
  return spelt;
};

/**
 * The text as it counts when two wordings are compared: composed letters, one kind of quotes, dashes and spaces, no invisible
 * characters, no space beside punctuation (but "1, 5" stays two numbers and "1,5" one), no grouping of thousands, list markers in
 * small letters with one kind of bracket, no punctuation at the end (it changes when a line is added below). Capitals count.
 */
export function canonical(text: string): string {
  return withoutEnd(
    replaced(text.normalize('NFC'), ALIKE)
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replaceAll(/[«»„“”‟"'‘’‚‛‹›`´″′]+/g, '"')
      .replaceAll(/[\p{Pd}−]+/gu, '-')
      .replaceAll('…', '...')
      .replaceAll(/^[^\S\n]*(?:[-•·*][^\S\n]+)?(?:(\p{L}|\d{1,3})[).][^\S\n]+)?/gmu, (_marker, letter?: string) =>
        letter ? `${letter.toLowerCase()}. ` : '',
      )
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', ''))
      .replaceAll(/ ?([\p{P}\p{S}]) ?/gu, (found, mark: string, at: number, whole: string) => {
        const amidNumbers = isDigit(whole[at - 1]) && isDigit(whole[at + found.length]);
        return amidNumbers && found !== mark && ',.:;'.includes(mark) ? `${mark} ` : mark;
      }),
  );
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && /\d/.test(letter);

/** Without the punctuation and the spaces at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end).trimStart();
}

/** Kazakh letters as they are typed on a Russian keyboard: қ as к, ә as а, і as и and so on. Small letters only. */
export const plainKazakh = (text: string): string => replaced(text, PLAIN);

/** Latin letters that look like Cyrillic ones as those, and ё as е. */
export const cyrillic = (text: string): string => replaced(text, ALIKE);

/**
 * The words of a text as they are compared between comments: small letters, no punctuation, Kazakh letters as typed on a Russian
 * keyboard (қ as к, ә as а, і as и and so on).
 */
export function plainWords(text: string): string[] {
  const spelt = plainKazakh(cyrillic(text.normalize('NFC').toLowerCase()));
  return spelt.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
