// Letters come in: a mail server (SMTP) for the addresses of replies and of reports. Takes nothing for any other address, relays nothing. A
// letter is on the disk and in the database before its sender hears that it is taken; what it does is done by the job receive, at the moment
// of receipt. Started by start.ts where INBOUND_PORT is set. Logs name no address.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { faultTold } from './core/error-told';
import { HOPS_LIMIT, LETTER_LIMIT } from './core/incoming';
import { storableText } from './core/storable';
import { attempt } from './data/attempts';
import { takeIn } from './data/incoming';
import type { Replies } from './data/reply-address';
import { maintenanceUntil } from './queries/settings';
import type { World } from './world';

export type Inbound = { port: number; stop(): Promise<void> };
type Options = { port: number; host: string; tls: { keyFile: string; certFile: string } | null };

const CLIENTS = 50;
const RECIPIENTS = 10;
const PATIENCE_MS = 60_000;
/** How long an end waits for letters that are coming in. */
const CLOSE_MS = 10_000;

const REFUSALS = {
  unknown: [550, '5.1.1 No such address here. Write on the site, or reply to a letter about your case.'],
  busy: [451, '4.7.1 Too many letters just now, try again later.'],
  maintenance: [451, '4.3.2 Under maintenance, try again later.'],
  fault: [451, '4.3.0 The letter could not be kept, try again later.'],
  large: [552, '5.3.4 The letter is too large.'],
  loop: [554, '5.4.6 The letter goes in circles.'],
} as const;
const refusal = (id: keyof typeof REFUSALS): Error => {
  const [responseCode, text] = REFUSALS[id];
  return Object.assign(new Error(text), { responseCode });
};

/** Listens. Rejects where the port is taken or the certificate can't be read. */
export async function serveInbound(world: World, { port, host, tls }: Options): Promise<Inbound> {
  const { replies } = world;
  if (!replies) throw new Error('Letters come in only where REPLY_DOMAIN is set.');
  const certificate = tls && { key: await readFile(tls.keyFile), cert: await readFile(tls.certFile) };
  /** Gives its outcome to the server's callback; a fault of ours is a fault for now, and the sender tries again. */
  const answer = (work: () => Promise<void>, done: (error?: Error | null) => void) =>
    void work().then(
      () => done(),
      (error: unknown) => {
        if (error instanceof Error && 'responseCode' in error) return done(error);
        world.log.error({ error: faultTold(error) }, 'a letter could not be taken in');
        done(refusal('fault'));
      },
    );
  const server = new SMTPServer({
    ...certificate,
    name: replies.domain,
    banner: 'Kenes',
    authOptional: true,
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LETTER_LIMIT,
    rejectOversized: true,
    maxClients: CLIENTS,
    maxRecipients: RECIPIENTS,
    socketTimeout: PATIENCE_MS,
    closeTimeout: CLOSE_MS,
    onMailFrom: (_sender, _session, done) =>
      answer(async () => {
        if ((await maintenanceUntil(world)) !== null) throw refusal('maintenance');
      }, done),
    onRcptTo: ({ address }, { remoteAddress }, done) =>
      answer(async () => {
        const made = replies.read(address);
        if (!made) throw refusal('unknown');
        const until = await attempt(world, [
          ['mail_address', remoteAddress],
          ['mail_reply', made.letterId],
        ]);
        if (until !== null) throw refusal('busy');
      }, done),
    onData: (stream, session, done) => answer(() => takeLetter(world, replies, stream, session), done),
  });
  // A connection that breaks is its client's affair.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return { port: taken, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

async function takeLetter(
  world: World,
  replies: Replies,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
) {
  const raw = world.newId();
  const kept = await replies.mail.put(raw, stream, LETTER_LIMIT);
  if (!kept) throw refusal('large');
  try {
    if (hopsOf(kept.head) > HOPS_LIMIT) throw refusal('loop');
    const receivedAt = world.now();
    const sender = envelope.mailFrom ? storableText(envelope.mailFrom.address).slice(0, 320) : '';
    const made = envelope.rcptTo.flatMap(({ address }) => replies.read(address) ?? []);
    const each = new Map(made.map((one) => [`${one.way} ${one.letterId}`, one]));
    const rows = [...each.values()].map((one) => ({
      ...one,
      id: world.newId(),
      receivedAt,
      envelope: sender,
      raw,
      size: kept.size,
    }));
    await takeIn(world.db, rows);
    world.wake('receive');
  } catch (error) {
    await replies.mail.remove(raw);
    throw error;
  }
}

/** Servers that a letter says it passed. */
const hopsOf = (head: string): number => (head.split(/\r?\n\r?\n/, 1)[0]?.match(/^received:/gim) ?? []).length;
