// Hands finished letters to a mail server. Made by compose.ts when SMTP_URL is set; gives up on a server that hangs.
import { createTransport } from 'nodemailer';
import type { Post } from '../world';

/** Milliseconds. Together well below the time that a worker may hold a letter (data/outbox). */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };

/** The mail server says for good that it takes no such letter for this address: to try again is of no use (RFC 5321, 4.2.1). */
export class AddressRefused extends Error {}

/** A refusal of the address or of the letter, not of our signing in or of the connection. */
const isForGood = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') &&
  'responseCode' in error &&
  Number(error.responseCode) >= 550;

/**
 * Whether letters leave this machine: they carry links that sign in, so an smtp:// connection has to become an encrypted one (STARTTLS) before anything
 * is said. A relay that can't needs `?ignoreTLS=true` in its address, where whoever runs the house sees it. smtps:// is encrypted from its first byte.
 */
export const crossesNetwork = (url: string): boolean => {
  const { protocol, hostname, searchParams } = new URL(url);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'smtp:' && !isHere && searchParams.get('ignoreTLS') !== 'true';
};

/**
 * A pool of connections to `url` (smtp:// or smtps://, with user and password where the server asks). A letter's Message-ID is
 * made of its id, so that one which had to leave twice can be known as one. `send` rejects with the server's own words.
 */
export function smtpPost(url: string, from: string, patience: Partial<typeof PATIENCE> = {}): Post {
  const requireTLS = crossesNetwork(url);
  const transport = createTransport({ url, pool: true, maxConnections: 5, requireTLS, ...PATIENCE, ...patience });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, html, text, unsubscribe, replyTo, bounceTo, replies }) {
      const mail = {
        from,
        to: { name: '', address: to },
        ...(replyTo && { replyTo }),
        ...(bounceTo && { envelope: { from: bounceTo, to } }),
        subject,
        html,
        text,
        messageId: `<${id}@${domain}>`,
        headers: {
          'Auto-Submitted': replies ? 'auto-replied' : 'auto-generated',
          ...(unsubscribe && {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      };
      try {
        const sent: { response: string } = await transport.sendMail(mail);
        return sent.response;
      } catch (error) {
        throw isForGood(error) ? new AddressRefused(error.message, { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}
