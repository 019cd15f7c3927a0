// What looks files through for viruses: a clamd of whoever runs the house, by its INSTREAM command (clamd(8)). Made by compose.ts from CLAMD.
import { createReadStream } from 'node:fs';
import net, { type Socket } from 'node:net';

/** `away`: no verdict, because it does not answer, or will not look at so much. */
export type Verdict = 'clean' | 'infected' | 'away';
/** Looks through a file on disk. */
export type Scanner = (file: string) => Promise<Verdict>;

/** Milliseconds in which a verdict comes. */
const PATIENCE = 30_000;
const PIECE = 64 * 1024;

/** `address`: tcp://host:port or unix:///path. Whatever goes wrong on the way is no verdict. */
export function clamd(address: string, patience = PATIENCE): Scanner {
  const { protocol, hostname, port, pathname } = new URL(address);
  const open = () => (protocol === 'unix:' ? net.connect(pathname) : net.connect(Number(port), hostname));
  return async (file) => {
    const socket = open();
    // Whoever reads the answer is told; nobody else asks.
    socket.on('error', () => undefined);
    const timer = setTimeout(() => socket.destroy(new Error('no verdict in time')), patience);
    try {
      const [answer] = await Promise.all([said(socket), sent(socket, file)]);
      if (/\bFOUND$/.test(answer)) return 'infected';
      return answer === 'stream: OK' ? 'clean' : 'away';
    } catch {
      return 'away';
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  };
}

/** Its one answer, which ends with a NUL. */
async function said(socket: Socket): Promise<string> {
  let words = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    words += String(chunk);
    if (words.endsWith('\0')) break;
  }
  return words.replace(/\0$/, '').trim();
}

/** The file in pieces, each behind its length in four bytes; an empty one is the end. */
async function sent(socket: Socket, file: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
    const bytes = chunk as Buffer;
    socket.write(lengthOf(bytes.length));
    if (!socket.write(bytes)) await drained(socket);
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

/** The other end has read on; or it is gone, which `said` tells. */
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.on('drain', go).on('close', go);
  });
