// The numbers that Word computes and doesn't write into the text: «Статья 5.», "1)", «5-бап.». People cite a draft by them, so they are
// computed here as Word does. Called by docx, paragraph after paragraph.
import { child, countOf, elementsIn, valueOf, type XmlElement } from './xml';

type Level = { format: string; text: string; start: number; legal: boolean };
type Num = { list: string; levels: Map<number, Level>; starts: Map<number, number> };

/** The label of the next paragraph at `level` (0..8) of the list `numId`: a number as printed, "•" for a bullet, null for none. */
export type NextLabel = (numId: string, level: number) => string | null;

const COUNT_MAX = 32_767;

const levelsIn = (parent: XmlElement): Map<number, Level> =>
  new Map(
    elementsIn(parent)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        Number(level.attributes['w:ilvl'] ?? 0),
        {
          format: valueOf(level, 'w:numFmt') ?? 'decimal',
          text: valueOf(level, 'w:lvlText') ?? '',
          start: countOf(level, 'w:start', COUNT_MAX) ?? 1,
          legal: child(level, 'w:isLgl') !== undefined,
        },
      ]),
  );

/** A counter over the whole document. `listOfStyle` names the list of a numbering style, to which a list may refer. */
export function numberingOf(root: XmlElement | null, listOfStyle: (style: string) => string | undefined): NextLabel {
  const elements = elementsIn(root ?? undefined);
  const abstracts = new Map(
    elements.filter(({ name }) => name === 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const nums = new Map<string, Num>();
  for (const num of elements.filter(({ name }) => name === 'w:num')) {
    const list = valueOf(num, 'w:abstractNumId') ?? '';
    const overrides = elementsIn(num).filter(({ name }) => name === 'w:lvlOverride');
    const abstract = abstracts.get(list);
    nums.set(num.attributes['w:numId'] ?? '', {
      list,
      levels: new Map([...(abstract ? levelsIn(abstract) : []), ...overrides.flatMap((override) => [...levelsIn(override)])]),
      starts: new Map(
        overrides.flatMap((override) => {
          const start = countOf(override, 'w:startOverride', COUNT_MAX);
          return start === null ? [] : [[Number(override.attributes['w:ilvl'] ?? 0), start] as const];
        }),
      ),
    });
  }
  const linked = (num: Num): Num => {
    const style = valueOf(abstracts.get(num.list), 'w:numStyleLink');
    return (style && num.levels.size === 0 ? nums.get(listOfStyle(style) ?? '') : null) ?? num;
  };

  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return (numId, level) => {
    const named = nums.get(numId);
    if (!named) return null;
    const num = linked(named);
    const shown = num.levels.get(level);
    if (!shown) return null;
    if (shown.format === 'bullet') return '•';
    const counts = counters.get(num.list) ?? [];
    counters.set(num.list, counts);
    const startOf = (at: number) => num.levels.get(at)?.start ?? 1;
    // A list that starts anew does so once, at its first paragraph of the level.
    const restart = begun.has(`${numId} ${level}`) ? undefined : named.starts.get(level);
    begun.add(`${numId} ${level}`);
    counts.length = Math.min(counts.length, level + 1);
    for (let above = counts.length; above < level; above++) counts[above] = startOf(above);
    const last = counts[level];
    counts[level] = restart ?? (last === undefined ? startOf(level) : last + 1);
    return printed(shown, (at) => {
      const format = shown.legal ? 'decimal' : (num.levels.get(at)?.format ?? 'decimal');
      return numeral(counts[at] ?? startOf(at), format);
    });
  };
}

/** "%1.%2)" with the numbers of the levels in it; null where nothing would be printed. */
const printed = ({ text }: Level, at: (level: number) => string): string | null =>
  text.replaceAll(/%([1-9])/g, (_found, level: string) => at(Number(level) - 1)).trim() || null;

const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

function numeral(count: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'lowerLetter':
      return lettered(count, LATIN);
    case 'upperLetter':
      return lettered(count, LATIN).toUpperCase();
    case 'russianLower':
      return lettered(count, RUSSIAN);
    case 'russianUpper':
      return lettered(count, RUSSIAN).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** After the last letter Word doubles them: z, aa, bb. */
const lettered = (count: number, alphabet: string): string =>
  count < 1 ? '' : alphabet.charAt((count - 1) % alphabet.length).repeat(Math.min(10, Math.ceil(count / alphabet.length)));

function roman(count: number): string {
  const signs = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let [left, written] = [Math.min(count, 3999), ''];
  for (const [at, value] of values.entries()) {
    for (; left >= value; left -= value) written += signs[at];
  }
  return written;
}
