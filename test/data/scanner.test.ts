// Files looked through by a clamd: what is found, what was not looked at, and that nothing of either is kept.
import { mkdtempSync, readdirSync } from 'node:fs';
import net, { type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadFile } from '../../app/commands/files/upload';
import { diskFiles } from '../../app/data/files';
import { clamd } from '../../app/data/scanner';
import { castInto, testWorld, type Cast } from '../help/world';

/** The file that every scanner finds, and that harms nobody (EICAR). In two pieces: no scanner of this machine shall find this test. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Speaks INSTREAM as clamd(8) has it: pieces behind their length, an empty one as the end. What it got stands in `got`. */
function startClamd(server: Server, mood: () => 'looks' | 'silent' | 'limit', got: Buffer[]): Server {
  return server.on('connection', (socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const whole = mood() === 'silent' ? null : bodyOf(bytes);
      if (!whole) return;
      got.push(whole);
      const verdict = whole.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
      socket.end(`${mood() === 'limit' ? 'INSTREAM size limit exceeded. ERROR' : verdict}\0`);
    });
  });
}

/** What was sent, once its end is here. */
function bodyOf(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (bytes.toString('latin1', 0, command.length) !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const { world } = testWorld('2026-02-02');
const got: Buffer[] = [];
let [mood, folder]: ['looks' | 'silent' | 'limit', string] = ['looks', ''];
let cast: Cast;
let address: string;
const server = startClamd(net.createServer(), () => mood, got);
beforeAll(async () => {
  cast = await castInto(world);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(path.join(os.tmpdir(), 'kenes-scanned-'));
  world.files = diskFiles(folder, clamd(address, 500));
});
afterAll(() => void server.close());

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const send = (text: string) => uploadFile(world, cast.ngo, { name: 'хат.txt', bytes: pieces(text) });
const code = (outcome: Awaited<ReturnType<typeof send>>) => (outcome.ok ? 'kept' : outcome.refusal.code);
const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('a file', () => {
  it('that is clean is kept, after every byte of it was looked at', async () => {
    const long = 'Құрметті министр! '.repeat(40_000);
    expect(code(await send(long))).toBe('kept');
    expect(got.at(-1)?.toString()).toBe(long);
    expect(kept()).toBe(1);
  });

  it('in which a virus is found is refused with its name, and nothing of it stays', async () => {
    const [files, rows] = [kept(), await world.db.prisma.file.count()];
    const outcome = await send(`Қосымша: ${EICAR}`);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'file_infected', params: { name: 'хат.txt' } } });
    expect([kept(), await world.db.prisma.file.count()]).toEqual([files, rows]);
  });

  it.each(['silent', 'limit'] as const)('that the scanner did not look through (%s) is not taken', async (how) => {
    mood = how;
    expect(code(await send('Мәтін'))).toBe('file_not_scanned');
    mood = 'looks';
    expect(code(await send('Мәтін'))).toBe('kept');
  });

  it('is not taken while nobody listens there', async () => {
    const scan = clamd('unix:///nonexistent/clamd.sock', 500);
    expect(await scan(path.resolve('package.json'))).toBe('away');
  });

  it('is looked through by a socket of the machine as well', async () => {
    const socket = path.join(folder, 'clamd.sock');
    const local = startClamd(net.createServer(), () => 'looks', got);
    await new Promise<void>((resolve) => local.listen(socket, resolve));
    expect(await clamd(`unix://${socket}`)(path.resolve('package.json'))).toBe('clean');
    local.close();
  });
});
