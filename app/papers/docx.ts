// A paper as DOCX, for those who go on writing: headings, paragraphs, lists and tables in Word's own styles. Called by pages that give out
// a document.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { LANGUAGE, type Paper, type PaperPart } from './paper';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Lines of a text are parted by \n. */
const paragraph = (text: string, more: { bullet?: { level: number }; bold?: boolean } = {}): Paragraph =>
  new Paragraph({
    bullet: more.bullet,
    spacing: { after: 120 },
    children: text.split('\n').map((line, at) => new TextRun({ text: line, break: at === 0 ? 0 : 1, bold: more.bold })),
  });

const cell = (text: string, bold: boolean): TableCell => new TableCell({ children: [paragraph(text, { bold })] });

function table(head: readonly string[] | null, rows: readonly (readonly string[])[], firstBold: boolean): Table {
  const lines = rows.map(
    (cells) => new TableRow({ children: cells.map((text, at) => cell(text, firstBold && at === 0)) }),
  );
  const top = head ? [new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) })] : [];
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...top, ...lines] });
}

function written(part: PaperPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ text: part.text, heading: LEVELS[part.level - 1] })];
    case 'paragraph':
      return [paragraph(part.text)];
    case 'list':
      return part.items.map((item) => paragraph(item, { bullet: { level: 0 } }));
    case 'table':
      return [table(part.head, part.rows, false)];
    case 'facts':
      return [table(null, part.rows, true)];
  }
}

/** The bytes of the DOCX. */
export function docxOf({ title, lang, parts }: Paper): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Kenes',
    styles: { default: { document: { run: { font: 'Noto Sans', language: { value: LANGUAGE[lang] } } } } },
    sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...parts.flatMap(written)] }],
  });
  return Packer.toBuffer(document);
}
