// The text inside a paragraph of a DOCX file, as Markdown: bold, italics, links, breaks; changes are taken as accepted, hidden text,
// pictures and comments are left out and counted. Called by docx.
import { runOf, type Style } from './styles';
import { child, elementsIn, type XmlElement } from './xml';

export type WarningKind = 'images' | 'objects' | 'formulas' | 'changes' | 'comments' | 'hidden' | 'macros';
/** What the reading of a document takes along: styles, addresses of links, notes in the order of their marks, what was left out. */
export type Reading = {
  styles: ReadonlyMap<string, Style>;
  links: ReadonlyMap<string, string>;
  notes: { kind: 'footnote' | 'endnote'; id: string }[];
  warn: (kind: WarningKind) => void;
};
type Piece = { text: string; bold: boolean; italic: boolean; link: string | null };
/** Text boxes stand inside a run; their paragraphs follow the paragraph they hang on. */
export type Inline = { text: string; boxes: XmlElement[] };

/** `look`: how text looks where nothing else is said; a heading's is bold by itself and is not marked so (`marks` none). */
export function inlineOf(
  paragraph: XmlElement,
  reading: Reading,
  { look: base, marks }: { look: Style; marks: 'emphasis' | 'none' },
): Inline {
  const pieces: Piece[] = [];
  const boxes: XmlElement[] = [];
  const write = (text: string, look: Style, link: string | null) => {
    const marked = marks === 'emphasis';
    const piece = { text, bold: marked && look.bold === true, italic: marked && look.italic === true, link };
    const last = pieces.at(-1);
    if (last && last.bold === piece.bold && last.italic === piece.italic && last.link === link) last.text += text;
    else if (text !== '') pieces.push(piece);
  };
  const walk = (element: XmlElement, look: Style, link: string | null): void => {
    switch (element.name) {
      case 'w:pPr':
      case 'w:rPr':
      case 'w:instrText':
      case 'w:delText':
      case 'w:sdtPr':
        return;
      case 'w:del':
      case 'w:moveFrom':
        return reading.warn('changes');
      case 'w:ins':
      case 'w:moveTo':
        reading.warn('changes');
        break;
      case 'w:r': {
        const properties = child(element, 'w:rPr');
        const named = reading.styles.get(child(properties, 'w:rStyle')?.attributes['w:val'] ?? '');
        const own = { ...look, ...named, ...runOf(properties) };
        if (own.hidden) return reading.warn('hidden');
        return elementsIn(element).forEach((part) => walk(part, own, link));
      }
      case 'w:t':
      case 'm:t':
        return write(element.children.filter((text) => typeof text === 'string').join('').replaceAll(PRIVATE, ''), look, link);
      case 'w:tab':
        return write(' ', look, link);
      case 'w:br':
      case 'w:cr':
        return write('\n', look, link);
      case 'w:noBreakHyphen':
        return write('\u2011', look, link);
      case 'w:sym':
        return write(symbolOf(element), look, link);
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        reading.notes.push({ kind, id: element.attributes['w:id'] ?? '' });
        return write(noteMark(reading.notes.length), {}, null);
      }
      case 'w:commentReference':
        return reading.warn('comments');
      case 'm:oMath':
        reading.warn('formulas');
        break;
      case 'w:hyperlink':
        return elementsIn(element).forEach((part) => walk(part, look, reading.links.get(element.attributes['r:id'] ?? '') ?? null));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return drawn(element);
      case 'mc:AlternateContent':
        return elementsIn(element).slice(0, 1).forEach((part) => walk(part, look, link));
      default:
    }
    for (const part of elementsIn(element)) walk(part, look, link);
  };
  const drawn = (element: XmlElement) => {
    const found = boxesIn(element);
    boxes.push(...found);
    if (found.length === 0) reading.warn(element.name === 'w:object' ? 'objects' : 'images');
  };
  for (const part of elementsIn(paragraph)) walk(part, base, null);
  return { text: markdownOf(pieces), boxes };
}

/** The mark of a note, until everything is escaped: of characters for private use, which no text keeps. */
const noteMark = (count: number): string => `\uE100${count}\uE101`;
const NOTE = /\uE100(\d+)\uE101/g;
const PRIVATE = /[\uE000-\uF8FF]/g;

const boxesIn = (element: XmlElement): XmlElement[] =>
  element.name === 'w:txbxContent' ? [element] : elementsIn(element).flatMap(boxesIn);

/** Fonts of symbols have a letter's number for each sign: what can't be known is a bullet. */
function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16) & 0xff;
  return /symbol/i.test(attributes['w:font'] ?? '') && code >= 0xa0 ? String.fromCharCode(code) : '•';
}

function markdownOf(pieces: readonly Piece[]): string {
  const text = pieces.map((piece, at) => {
    const marked = piece.text.split('\n').map((line) => emphasized(line, piece, { before: pieces[at - 1], after: pieces[at + 1] }));
    return piece.link ? linked(marked.join('\n'), piece.link) : marked.join('\n');
  });
  return text.join('').replaceAll(NOTE, '[^$1]').replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n ?/g, '\n').trim();
}

/** Emphasis begins and ends at a word and touches no other emphasis: Markdown does not know it elsewhere. */
function emphasized(line: string, { bold, italic }: Piece, around: { before?: Piece; after?: Piece }): string {
  const text = line.trim();
  const mark = (bold ? '**' : '') + (italic ? '*' : '');
  const fits = (own: string, piece: Piece | undefined, other: string) =>
    /\s/.test(own) || /\s/.test(other) || (!(piece?.bold || piece?.italic) && (isLetter(own) || !isLetter(other)));
  if (mark === '' || text === '') return escaped(line);
  const begins = fits(line.charAt(0), around.before, around.before?.text.at(-1) ?? ' ');
  const ends = fits(line.charAt(line.length - 1), around.after, around.after?.text.charAt(0) ?? ' ');
  if (!begins || !ends) return escaped(line);
  const from = line.indexOf(text);
  return line.slice(0, from) + mark + escaped(text) + mark + line.slice(from + text.length);
}

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<~]|&(?=#?\w)/g, '\\$&');

const linked = (text: string, address: string): string =>
  /^(?:https?|mailto):[^\s<>]+$/i.test(address) && text.trim() !== '' ? `[${text.trim()}](<${address}>)` : text;
