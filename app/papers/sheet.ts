// The sheet that pdf and pdf-table write on: its measures and colours, the signs and lines of a text, and writing lines over pages. Lines
// are broken here and not by pdfkit, which cuts off what is longer than a page.

/** A document that is being written, page by page, and a part of what is read out of it. */
export type Sheet = PDFKit.PDFDocument;
export type Tag = PDFKit.PDFStructureElement;
export type Face = { font: 'regular' | 'bold'; size: number; color: string };

/** Points. */
export const MARGIN = 56;
const FOOT = 24;
export const BOTTOM = MARGIN + FOOT;
const INK = '#1a1a1a';
export const ACCENT = '#0b4f6c';
export const TEXT = { font: 'regular', size: 10, color: INK } as const satisfies Face;
export const STRONG = { font: 'bold', size: 10, color: INK } as const satisfies Face;

/** Rows and parts written in one go: a long paper lets others have their turn in between. */
export const AT_ONCE = 20;
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How much of the page is left, and how wide it is, in points. */
export const roomBelow = (doc: Sheet): number => doc.page.height - doc.page.margins.bottom - doc.y;
export const fullWidth = (doc: Sheet): number => doc.page.width - 2 * MARGIN;

/** What pdfkit keeps of the font in use; its types do not tell. */
type WithFont = Sheet & { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };

/** What nearly every text consists of, all of it in the font: such a text is printed as it is, and a long table has many. */
const PLAIN = /^[\n -~\u00A0«»\u0400-\u0481\u048A-\u04FF\u2013\u2014\u2018-\u201D\u2026№]*$/;

/** The text without what can't be printed: control characters, and signs that the font has not. Both faces have the same signs. */
export function printable(doc: Sheet, text: string): string {
  if (PLAIN.test(text)) return text;
  const { font } = (doc as WithFont)._font;
  let shown = '';
  const visible = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/(?!\n)\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, '');
  for (const sign of visible) {
    const known = sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    shown += known ? sign : '\uFFFD';
  }
  return shown;
}

const face = (doc: Sheet, { font, size, color }: Face): Sheet => doc.font(font).fontSize(size).fillColor(color);
export const lineHeight = (doc: Sheet, of: Face): number => face(doc, of).currentLineHeight(true);
export const widthOfText = (doc: Sheet, of: Face, text: string): number => face(doc, of).widthOfString(text);

/** Where a line may end: after a space, and after a hyphen that is not a number's («5-бап», "2026–2027", "C-2026-000069"). */
export const wordsOf = (text: string): string[] => text.split(/(?<= )|(?<=[^\d\s][\u2010-\u2014-])(?!\d)/);

/**
 * The text in lines no wider than `width`; what is longer than a line is broken inside. A line keeps the space it ends with: what is
 * read out is one text.
 */
export function linesOf(doc: Sheet, of: Face, { text, width }: { text: string; width: number }): string[] {
  const measured = face(doc, of);
  const lines: string[] = [];
  for (const paragraph of text.replaceAll(/ *\n/g, ' \n').split('\n')) {
    let line = '';
    let used = 0;
    for (const word of wordsOf(paragraph)) {
      for (const piece of pieces(measured, word, width)) {
        if (line !== '' && used + measured.widthOfString(piece.trimEnd()) > width) {
          lines.push(line);
          [line, used] = ['', 0];
        }
        line += piece;
        used += measured.widthOfString(piece);
      }
    }
    lines.push(line);
  }
  return lines;
}

function pieces(doc: Sheet, word: string, width: number): string[] {
  if (doc.widthOfString(word.trimEnd()) <= width) return [word];
  const parts = [''];
  for (const sign of word) {
    if (parts.at(-1) !== '' && doc.widthOfString(parts.at(-1) + sign) > width) parts.push('');
    parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Writes lines from `doc.y` down, over as many pages as they take; all of them are content of `tag`. */
export function writeLines(
  doc: Sheet,
  tag: Tag,
  of: Face,
  { lines, x }: { lines: readonly string[]; x: number },
): void {
  const height = lineHeight(doc, of);
  for (let at = 0; at < lines.length;) {
    if (roomBelow(doc) < height) doc.addPage();
    const here = lines.slice(at, at + Math.max(1, Math.floor(roomBelow(doc) / height)));
    tag.add(() => drawLines(doc, of, { lines: here, x, y: doc.y }));
    at += here.length;
  }
}

/** Draws lines that have room; `doc.y` is below them then. */
export function drawLines(
  doc: Sheet,
  of: Face,
  { lines, x, y }: { lines: readonly string[]; x: number; y: number },
): void {
  const height = lineHeight(doc, of);
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '') face(doc, of).text(line, x, y + at * height, { lineBreak: false });
  }
  doc.x = MARGIN;
  doc.y = y + lines.length * height;
}

/** What belongs to the page and is not read out: lines, repeated headers, page numbers. Never inside content or another of these. */
export function asArtifact(doc: Sheet, options: PDFKit.Mixins.MarkingOptions, draw: () => void): void {
  doc.markContent('Artifact', options);
  draw();
  doc.endMarkedContent();
}
