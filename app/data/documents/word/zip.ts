// The parts of a zip file, unpacked one by one and never more than was asked for: what its directory says is checked before anything is
// unpacked, and a part that is larger than the directory says is not unpacked to its end. Called by docx.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { BrokenFile } from './broken';

/** How many parts a file may have, how large all and how large one may be, in bytes unpacked. */
export type ZipLimits = { parts: number; total: number; part: number };
/** `read` throws a BrokenFile for a part that is larger than its directory or the limits say, or can't be unpacked. */
export type Zip = { names: readonly string[]; read(name: string): Promise<Buffer | null> };
export type ZipProblem = 'not_zip' | 'too_large' | 'broken';

type Entry = { method: number; packed: number; size: number; at: number; encrypted: boolean };
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const unpack = promisify(inflateRaw);

export function openZip(bytes: Buffer, limits: ZipLimits): Zip | ZipProblem {
  const end = endOf(bytes);
  if (end === -1 || bytes.length < 4 || bytes.readUInt32LE(0) !== LOCAL) return 'not_zip';
  const count = bytes.readUInt16LE(end + 10);
  // 0xffff says that the true number stands elsewhere: in files of 65,535 parts or more.
  if (count > limits.parts) return 'too_large';
  const entries = entriesOf(bytes, { at: bytes.readUInt32LE(end + 16), count });
  if (!entries) return 'broken';
  let total = 0;
  for (const { size } of entries.values()) total += size;
  if (total > limits.total) return 'too_large';
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      return entry ? unpacked(bytes, entry, limits.part) : null;
    },
  };
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return -1;
}

function entriesOf(bytes: Buffer, { at: start, count }: { at: number; count: number }): Map<string, Entry> | null {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) return null;
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

async function unpacked(bytes: Buffer, { method, packed, size, at, encrypted }: Entry, most: number): Promise<Buffer> {
  if (size > most) throw new BrokenFile('too_large', 'zip: a part is too large');
  if (encrypted || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new BrokenFile('broken', 'zip: a part can not be found');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) throw new BrokenFile('broken', 'zip: a part is not whole');
  if (method === 0) return data;
  try {
    return await unpack(data, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    const larger = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new BrokenFile(larger ? 'too_large' : 'broken', 'zip: a part is not what the directory says', { cause });
  }
}
