// What attachments say: the words of each kind of file that is read, and nothing, quickly, of files that are broken or made to harm.
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { isRead, textOfFile } from '../../app/data/file-text';
import { zipOf } from '../help/zip';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ODT = 'application/vnd.oasis.opendocument.text';

describe('the text of a file', () => {
  it('is that of plain text, in UTF-8 or in the code page of old spreadsheets', async () => {
    expect(await textOfFile(Buffer.from('Қоғамдық  кеңес\r\nхаттамасы'), 'text/plain')).toBe('Қоғамдық кеңес хаттамасы');
    const old = Buffer.from([0xcf, 0xe0, 0xed, 0xe4, 0xf3, 0xf1]);
    expect(await textOfFile(old, 'text/csv')).toBe('Пандус');
    expect((await textOfFile(Buffer.from('сөз '.repeat(1_000_000)), 'text/plain')).length).toBeLessThanOrEqual(400_000);
  });

  it('is that of a Word file, also where a word changes its look in the middle', async () => {
    const document = new Document({
      sections: [{ children: [new Paragraph({ children: [new TextRun('Пан'), new TextRun({ text: 'дус', bold: true })] }), new Paragraph('у входа & «выхода»')] }],
    });
    expect(await textOfFile(await Packer.toBuffer(document), DOCX)).toContain('Пандус у входа & «выхода»');
  });

  it('is that of spreadsheets and of OpenDocument', async () => {
    const sheet = zipOf({
      'xl/sharedStrings.xml': '<sst><si><t>Смета</t></si><si><r><t>руч</t></r><r><t>ки</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': '<worksheet><row><c t="inlineStr"><is><t>Итого</t></is></c><c><v>42</v></c></row></worksheet>',
    });
    expect(await textOfFile(sheet, XLSX)).toBe('Смета ручки Итого 42');
    const text = zipOf({ 'content.xml': '<office:text><text:h>Өтініш</text:h><text:p>пандус<text:tab/>орнату</text:p></office:text>' });
    expect(await textOfFile(text, ODT)).toBe('Өтініш пандус орнату');
  });

  it('is nothing of a picture, of what is no PDF, a broken file and a bomb', async () => {
    expect(isRead('image/png')).toBe(false);
    expect(await textOfFile(Buffer.from('%PDF-1.7'), 'application/pdf')).toBe('');
    expect(await textOfFile(Buffer.from('PK but no zip'), DOCX)).toBe('');
    expect(await textOfFile(zipOf({ 'word/document.xml': Buffer.alloc(30_000_000, 0x20) }), DOCX)).toBe('');
    expect(await textOfFile(zipOf({ 'word/document.xml': Buffer.alloc(10_000_000, 0x61) }, 1000), DOCX)).toBe('');
  });

  it('takes time in proportion to what a file holds, whatever it holds', async () => {
    for (const hostile of ['<'.repeat(2_000_000), '<a '.repeat(700_000), '</w:p'.repeat(400_000), `<${'w'.repeat(2_000_000)}`, '&amp;'.repeat(400_000)]) {
      const began = performance.now();
      await textOfFile(zipOf({ 'word/document.xml': hostile }), DOCX);
      expect(performance.now() - began).toBeLessThan(4_000);
    }
  });
});
