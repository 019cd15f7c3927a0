// How the parts of a draft are numbered in Kazakhstan: «5-бап.», «Статья 5.», «2-тарау», "1.", "1-1)", "а)". Read by the reader of
// documents, which splits a draft by it, and by clause, which follows a clause by its number from one version to the next.

/** What a number counts, from the outermost. Articles are numbered through a document whatever the chapter; points inside an article. */
const LEVELS = ['annex', 'section', 'chapter', 'paragraph', 'article', 'point', 'subpoint', 'letter'] as const;
export type Level = (typeof LEVELS)[number];

/** A number as it stands in the text ("Статья 5", "1)"), what it counts, what it is whatever the language, and what follows it. */
export type Label = { number: string; level: Level; key: string; rest: string };

const WORDS = new Map<string, Level>([
  ...(['приложение', 'қосымша', 'annex', 'appendix'] as const).map((word) => [word, 'annex'] as const),
  ...(['раздел', 'подраздел', 'бөлім', 'кіші бөлім', 'part'] as const).map((word) => [word, 'section'] as const),
  ...(['глава', 'тарау', 'chapter'] as const).map((word) => [word, 'chapter'] as const),
  ...(['параграф', '§'] as const).map((word) => [word, 'paragraph'] as const),
  ...(['статья', 'бап', 'article'] as const).map((word) => [word, 'article'] as const),
  ...(['пункт', 'тармақ'] as const).map((word) => [word, 'point'] as const),
  ...(['подпункт', 'тармақша'] as const).map((word) => [word, 'subpoint'] as const),
]);
const ANY_WORD = [...WORDS.keys()].join('|');
const COUNT = String.raw`\d{1,4}(?:[-.]\d{1,3})*|[IVXLCІХ]{1,7}`;
/** What must follow: the text of an article begins after a point; a title of a chapter may begin at once. */
const END = String.raw`(?:\s*[.:)]+(?=\s|$)|(?=\s|$))`;
const WORD_FIRST = new RegExp(String.raw`^(${ANY_WORD})\s*№?\s*(${COUNT})(${END})\s*`, 'iu');
const WORD_LAST = new RegExp(String.raw`^(${COUNT})\s?[-‑–]?\s?(${ANY_WORD})(${END})\s*`, 'iu');
/** "1.", "1.2.", "5-1." before a space or a capital letter; "1)" before anything. Markdown may have escaped the mark. */
const POINT = /^(\d{1,3}(?:[-.]\d{1,3}){0,6})(?:\\?\.(?=\s|$|\p{Lu}|[«"“*])|(?<=\.\d{1,3})(?=\s+\p{Lu}))\s*/u;
const SUBPOINT = /^(\d{1,3}(?:[-.]\d{1,3}){0,6})\\?\)\s*/;
const LETTER = /^(\p{L})\\?\)(?=\s|$)\s*/u;

/** The number at the beginning of a line, or null. "5-баптың" and "01.02.2026" are no numbers of parts. */
export function labelOf(line: string): Label | null {
  const worded = WORD_FIRST.exec(line);
  if (worded) return ofWord(line, worded, { word: worded[1], count: worded[2], end: worded[3] });
  const kazakh = WORD_LAST.exec(line);
  if (kazakh) return ofWord(line, kazakh, { word: kazakh[2], count: kazakh[1], end: kazakh[3] });
  const point = POINT.exec(line);
  if (point) return ofMark(line, point, 'point', '.');
  const subpoint = SUBPOINT.exec(line);
  if (subpoint) return ofMark(line, subpoint, 'subpoint', ')');
  const letter = LETTER.exec(line);
  return letter ? ofMark(line, letter, 'letter', ')') : null;
}

function ofWord(
  line: string,
  found: RegExpExecArray,
  parts: { word?: string; count?: string; end?: string },
): Label | null {
  const level = WORDS.get(parts.word?.toLowerCase() ?? '');
  if (!level || !parts.count) return null;
  const rest = line.slice(found[0].length);
  // «Статья 5 изложить в следующей редакции» speaks about an article and doesn't begin one.
  if (LEVELS.indexOf(level) >= LEVELS.indexOf('article') && parts.end === '' && rest !== '') return null;
  const number = found[0].trim().replace(/\s*[.:)]+$/, '');
  const key = parts.count.toUpperCase().replaceAll('І', 'I').replaceAll('Х', 'X');
  return { number, level, key: `${level} ${key}`, rest };
}

function ofMark(line: string, found: RegExpExecArray, level: Level, mark: string): Label {
  const count = found[1] ?? '';
  return { number: count + mark, level, key: `${level} ${count.toLowerCase()}`, rest: line.slice(found[0].length) };
}

/**
 * The place of each numbered part, the same in every language: "article 5 / point 2 / subpoint 1". Null where there is no number.
 * A point is inside the article before it, an article inside its annex only: chapters do not restart numbers.
 */
export function placesOf(numbers: readonly (string | null)[]): (string | null)[] {
  let around: { depth: number; key: string }[] = [];
  return numbers.map((number) => {
    const label = number === null ? null : (labelOf(number) ?? { level: 'point' as const, key: `row ${number}` });
    if (!label) return null;
    const depth = LEVELS.indexOf(label.level);
    around = [...around.filter((outer) => outer.depth < depth), { depth, key: label.key }];
    const isTitle = (at: number) => at > 0 && at < LEVELS.indexOf('article');
    return around
      .filter((outer) => outer.depth === depth || !isTitle(outer.depth))
      .map(({ key }) => key)
      .join(' / ');
  });
}
