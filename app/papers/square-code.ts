// An address as a square code (QR) on paper: its modules for the PDF, and the same as a picture for DOCX.
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Empty modules around it, as the standard asks (ISO/IEC 18004). */
const MARGIN = 4;

/** Rows of dark (true) and light modules, margin included. */
export const modulesOf = (address: string): boolean[][] => encode(address, { ecc: 'M', border: MARGIN }).data;

/** Stretches of dark modules in one row: drawn at once, so that no hair of light stands between them. */
export function* darkRuns(
  modules: readonly (readonly boolean[])[],
): Generator<{ x: number; y: number; width: number }> {
  for (const [y, row] of modules.entries())
    for (let x = 0; x < row.length; x++) {
      let width = 0;
      while (row[x + width]) width++;
      if (width > 0) yield { x, y, width };
      x += width;
    }
}

/** Black on white, `scale` points for a module. */
export function pngOf(modules: readonly (readonly boolean[])[], scale: number): Buffer {
  const size = modules.length * scale;
  const rows = modules.flatMap((row) => {
    const line = Buffer.alloc(size + 1, 255);
    line[0] = 0;
    for (const [x, dark] of row.entries()) if (dark) line.fill(0, 1 + x * scale, 1 + (x + 1) * scale);
    return Array.from({ length: scale }, () => line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits of grey.
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
