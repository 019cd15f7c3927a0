// A real mail server for a test: keeps what it is sent, and can be told to refuse, to break off or to keep silent.
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { from: string; to: string[]; raw: string; at: number; answered: boolean };
/**
 * accept: takes letters. refuse: says no for good (550). busy: says later (451). hang: never answers. drop: ends the connection before it took
 * the letter. lose: takes the letter, and its answer is lost.
 */
export type Mood = 'accept' | 'refuse' | 'busy' | 'hang' | 'drop' | 'lose';
export type TestSmtp = {
  url: string;
  /** Letters taken so far, oldest first. */
  received: Received[];
  become(mood: Mood): void;
  stop(): Promise<void>;
};

const REFUSALS = {
  refuse: { code: 550, text: 'no such mailbox' },
  busy: { code: 451, text: 'try again later' },
} as const;

/** Starts it on a free port of this machine. The caller stops it. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: Received[] = [];
  let mood: Mood = 'accept';
  const sockets = new Set<Socket>();
  const connections = new Map<string, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect(session, done) {
      const line = [...sockets].find(({ remotePort }) => remotePort === session.remotePort);
      if (line) connections.set(session.id, line);
      done();
    },
    onClose: (session) => void connections.delete(session.id),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mood === 'hang') return;
        const drop = () => connections.get(session.id)?.destroy();
        if (mood === 'drop') return drop();
        if (mood === 'refuse' || mood === 'busy')
          return done(Object.assign(new Error(REFUSALS[mood].text), { responseCode: REFUSALS[mood].code }));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          at: Date.now(),
          answered: mood !== 'lose',
        });
        if (mood === 'lose') drop();
        else done();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (line: Socket) => {
    sockets.add(line);
    line.on('error', () => {}).on('close', () => sockets.delete(line));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    become(next) {
      mood = next;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
