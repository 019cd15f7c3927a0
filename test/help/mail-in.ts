// Letters that come in, for tests: the real server on a free port, a real client, and what a person's mail program sends as a reply to one of our
// letters.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { serveInbound, type Inbound } from '../../app/inbound';
import { openReplies } from '../../app/data/reply-address';
import type { World } from '../../app/world';
import { receive } from '../../workers/receive';

const never = new AbortController().signal;

/** What our server said: the code and the words. */
export type Said = { code: number; text: string };
export type MailIn = {
  port: number;
  /** Where its key and the letters are. */
  dataDir: string;
  /** The address of replies to, or of reports about, the letter of this kind that went to this person about this case; the latest. */
  address(
    way: 'reply' | 'bounce',
    to: { personId: string },
    about: { stream: string; letter: string },
  ): Promise<string>;
  /** Hands over lines as they are. */
  send(from: string, to: string | string[], raw: string | Buffer): Promise<Said>;
  /** Does what waits. */
  work(): Promise<number>;
  stop(): Promise<void>;
};

/** Opens it in this world. */
export async function mailIn(world: World): Promise<MailIn> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kenes-mail-'));
  const replies = await openReplies({ domain: 'reply.kenes.test', dataDir });
  world.replies = replies;
  const inbound: Inbound = await serveInbound(world, { port: 0, host: '127.0.0.1', tls: null });
  const { port } = inbound;
  return {
    port,
    dataDir,
    async address(way, { personId }, { stream, letter }) {
      const found = await world.db.prisma.letter.findFirstOrThrow({
        where: {
          personId,
          stream,
          ...(letter.includes(':')
            ? { letter: 'case_step', data: { path: ['step'], equals: letter.slice(5) } }
            : { letter }),
        },
        orderBy: { createdAt: 'desc' },
      });
      return replies.addressOf(way, found.id);
    },
    async send(from, to, raw) {
      const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
      try {
        const sent = await transport.sendMail({ envelope: { from, to }, raw });
        return saidIn(String(sent.response));
      } catch (error) {
        const { response = '', responseCode } = error as { response?: string; responseCode?: number };
        return { code: responseCode ?? 0, text: response };
      } finally {
        transport.close();
      }
    },
    work: () => receive(world, never),
    stop: () => inbound.stop(),
  };
}

const saidIn = (line: string): Said => ({ code: Number(line.slice(0, 3)), text: line });

let serial = 0;
/** A letter of one part in UTF-8. `heads`: further lines of its head. */
export const plainMail = (from: string, text: string, heads: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: from,
      Subject: 'Re: Kenes',
      'Message-ID': `<${(serial += 1)}.${process.pid}@client.test>`,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
      ...heads,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    text,
  ].join('\r\n');
