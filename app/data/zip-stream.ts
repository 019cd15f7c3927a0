// A zip file that is written while it is sent: entry by entry, each as it is read, so that memory holds a piece of one of them. Made for
// exports; the reader of zips that people send is documents/word/zip.
import { pipeline, Readable } from 'node:stream';
import { createDeflateRaw, crc32 } from 'node:zlib';

/** `pack`: words are deflated; what is packed already only goes through. */
export type ZipEntry = { name: string; pack: 'words' | 'packed'; bytes: AsyncIterable<Buffer | string> };

/** What the format holds without its large variant, which not every program reads. */
export const ZIP_LIMITS = { entries: 60_000, bytes: 4_000_000_000 };

/** Sizes and checks stand behind each entry (flag 3), names are UTF-8 (flag 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

type Listed = { name: Buffer; crc: number; packed: number; size: number; at: number };

/** `at`: the time that every entry is said to be of. Throws where more is put in than ZIP_LIMITS. */
export async function* zipped(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Buffer> {
  const listed: Listed[] = [];
  let place = 0;
  const when = timeOf(at);
  for await (const { name, pack, bytes } of entries) {
    const entry: Listed = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at: place };
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common(when), Buffer.alloc(12), lengths(entry.name), entry.name]);
    yield head;
    const deflate = createDeflateRaw({ level: pack === 'words' ? 6 : 0 });
    // What goes wrong ends the stream that is read below, which throws it.
    pipeline(Readable.from(counted(bytes, entry)), deflate, () => undefined);
    for await (const piece of deflate) {
      entry.packed += (piece as Buffer).length;
      yield piece as Buffer;
    }
    yield Buffer.concat([Buffer.from('PK\x07\x08'), sizes(entry)]);
    place += head.length + entry.packed + 16;
    listed.push(entry);
    if (listed.length > ZIP_LIMITS.entries || place > ZIP_LIMITS.bytes) throw new Error('more than a zip file holds');
  }
  let directory = 0;
  for (const entry of listed) {
    const where = Buffer.alloc(14);
    where.writeUInt32LE(entry.at, 10);
    const row = Buffer.concat([
      ...[Buffer.from('PK\x01\x02'), uint16(VERSION), common(when), sizes(entry), lengths(entry.name)],
      ...[where, entry.name],
    ]);
    directory += row.length;
    yield row;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(listed.length, 4);
  end.writeUInt16LE(listed.length, 6);
  end.writeUInt32LE(directory, 8);
  end.writeUInt32LE(place, 12);
  yield Buffer.concat([Buffer.from('PK\x05\x06'), end]);
}

/** The bytes, summed up as they go by. */
async function* counted(bytes: ZipEntry['bytes'], entry: Listed): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    const buffer = Buffer.from(piece);
    entry.crc = crc32(buffer, entry.crc);
    entry.size += buffer.length;
    yield buffer;
  }
}

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const common = (when: Buffer): Buffer => Buffer.concat([uint16(VERSION), uint16(FLAGS), uint16(DEFLATED), when]);
/** Of the name, and of what may follow it: nothing. */
const lengths = (name: Buffer): Buffer => Buffer.concat([uint16(name.length), uint16(0)]);

function sizes({ crc, packed, size }: Listed): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32LE(crc, 0);
  bytes.writeUInt32LE(packed, 4);
  bytes.writeUInt32LE(size, 8);
  return bytes;
}

/** Time and day as DOS wrote them, in UTC. */
function timeOf(at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([uint16(time), uint16(day)]);
}
