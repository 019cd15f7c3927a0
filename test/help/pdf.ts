// PDF files for tests: written by hand, so that they can be what no honest writer makes, and by pdfkit.
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

type Stream = { dictionary?: string; data: Buffer | string; packed?: number };

/** A file of these objects, numbered from 1; the first is the catalogue. `packed`: how many times a stream was deflated. */
export function pdfFrom(objects: readonly (string | Stream)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    places.push(at);
    const body = typeof object === 'string' ? Buffer.from(object) : streamed(object);
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    at += whole.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function streamed({ dictionary = '', data, packed = 0 }: Stream): Buffer {
  let bytes = Buffer.from(data);
  for (let times = 0; times < packed; times++) bytes = deflateSync(bytes);
  const filter = packed > 0 ? `/Filter [${'/FlateDecode '.repeat(packed)}]` : '';
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} ${filter} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** One page that draws `contents` with the resources given. */
export const onePage = (
  contents: Stream,
  resources = '',
  more: readonly (string | Stream)[] = [],
  catalogue = '',
): Buffer =>
  pdfFrom([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${resources} >> >>`,
    contents,
    ...more,
  ]);

/** A file that asks for a password. */
export function lockedPdf(): Promise<Buffer> {
  const doc = new PDFDocument({ userPassword: 'secret' });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.text('secret');
  doc.end();
  return new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
}
