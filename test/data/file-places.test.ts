// Where in an attachment something stands: the cell, the paragraph, the line; and that hostile files are neither unpacked nor slow.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../app/data/file-places';
import { personalInFiles } from '../../app/data/personal-files';
import { pdfOf } from '../../app/papers/pdf';
import { zipOf } from '../help/zip';
import { testWorld } from '../help/world';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { world } = testWorld();

/** A workbook as writers make it: names of sheets apart from their parts, strings apart from cells, numbers without their noughts. */
const workbook = (cells: string, shared = ['Айгүл', 'aigul@example.kz']) =>
  zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="Қатысушылар" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="2">${cells}</row></sheetData></worksheet>`,
  });

describe('what an attachment says, and where', () => {
  it('a cell of a workbook by the name of its sheet; an IIN kept as a number has its nought again', async () => {
    const bytes = workbook(
      '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>50101500010</v></c><c r="D2" t="inlineStr"><is><t>ескерту</t></is></c><c r="E2"/>',
    );
    expect(await placesIn(bytes, XLSX)).toEqual([
      { of: 'cell', at: 'Қатысушылар!A2', text: 'Айгүл' },
      { of: 'cell', at: 'Қатысушылар!B2', text: 'aigul@example.kz' },
      { of: 'cell', at: 'Қатысушылар!C2', text: '050101500010' },
      { of: 'cell', at: 'Қатысушылар!D2', text: 'ескерту' },
    ]);
  });

  it('a paragraph of a Word document, in tables too, however its words are cut', async () => {
    const cut = new Paragraph({ children: [new TextRun('Тел. +7 701 '), new TextRun({ text: '123 45 67', bold: true })] });
    const cell = new TableCell({ children: [new Paragraph('ivan@example.kz')] });
    const doc = new Document({
      sections: [{ children: [new Paragraph('Первый'), cut, new Table({ rows: [new TableRow({ children: [cell] })] })] }],
    });
    const places = await placesIn(await Packer.toBuffer(doc), DOCX);
    expect(places.slice(0, 3)).toEqual([
      { of: 'paragraph', at: '1', text: 'Первый' },
      { of: 'paragraph', at: '2', text: 'Тел. +7 701 123 45 67' },
      { of: 'paragraph', at: '3', text: 'ivan@example.kz' },
    ]);
  });

  it('a line of a text; nothing of what is no file of its kind', async () => {
    expect(await placesIn(Buffer.from('бір\r\n\r\nүш'), 'text/csv')).toEqual([
      { of: 'line', at: '1', text: 'бір' },
      { of: 'line', at: '3', text: 'үш' },
    ]);
    expect(await placesIn(Buffer.from('PK nonsense'), XLSX)).toEqual([]);
    expect(await placesIn(zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(1000) }, 4_000_000_000), XLSX)).toEqual([]);
  });

  it('is read in time by its length, and tells no more than its first two million characters', async () => {
    const many = Array.from({ length: 40_000 }, (_, n) => `<c r="A${n}"><v>${'7'.repeat(60)}</v></c>`).join('');
    const unclosed = `<c r="A1"><v>${'<c r="B'.repeat(200_000)}`;
    const began = performance.now();
    const places = await placesIn(workbook(many), XLSX);
    await placesIn(workbook(unclosed), XLSX);
    expect(performance.now() - began).toBeLessThan(4000);
    expect(places.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(2_000_000);
    expect(places.length).toBeLessThan(40_000);
  });
});

describe('personal data in attachments', () => {
  const kept = async (name: string, bytes: Buffer) => {
    const stored = await world.files.put({ bytes: Readable.from([bytes]), name, limit: 5_000_000 });
    if ('rejected' in stored) throw new Error(stored.rejected);
    return { id: world.newId(), name, ...stored };
  };

  it('is found on its page of a PDF file', async () => {
    const parts = [{ kind: 'paragraph' as const, text: 'сөз '.repeat(2_000) }, { kind: 'paragraph' as const, text: 'ЖСН 850101300124' }];
    const bytes = await pdfOf({ title: 'Тізім', lang: 'kk', made: new Date(0), parts });
    const file = await kept('тізім.pdf', bytes);
    const [found, ...more] = await personalInFiles(world, [file]);
    expect(found).toMatchObject({ what: 'iin', text: '850101300124', file: { name: 'тізім.pdf', of: 'page' } });
    expect(Number(found?.file?.at)).toBeGreaterThan(1);
    expect(more).toEqual([]);
  });

  it('is found where it stands; several at once are read in turn and each answers', async () => {
    const sheet = await kept('тізім.csv', Buffer.from('Аты,ЖСН\nАйгүл,850101300124\n'));
    const text = await kept('хат.txt', Buffer.from('Шот KZ86 125K ZT50 0410 0100\nтелефон жоқ'));
    const answers = await Promise.all(Array.from({ length: 6 }, () => personalInFiles(world, [sheet, text])));
    for (const found of answers)
      expect(found).toEqual([
        { what: 'iin', text: '850101300124', in: 'file', file: { id: sheet.id, name: 'тізім.csv', of: 'line', at: '2' } },
        { what: 'iban', text: 'KZ86 125K ZT50 0410 0100', in: 'file', file: { id: text.id, name: 'хат.txt', of: 'line', at: '1' } },
      ]);
  });
});
