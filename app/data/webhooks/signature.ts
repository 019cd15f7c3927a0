// How a message is signed (Standard Webhooks): HMAC-SHA256 over its id, the time of sending and its very bytes. After a rotation it carries
// the signatures of both secrets for a day, so that whoever checks them changes theirs when it suits.
import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '../../core/day';

const PREFIX = 'whsec_';
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

type Secrets = { secret: string; formerSecret: string | null; formerUntil: Date | null };

export function signedHeaders({ messageId, payload, now, ...secrets }: Secrets & { messageId: string; payload: string; now: Instant }): Record<string, string> {
  const id = `msg_${messageId}`;
  const timestamp = String(Math.floor(now / 1000));
  const { secret, formerSecret, formerUntil } = secrets;
  const inForce = formerSecret !== null && formerUntil !== null && formerUntil.getTime() > now ? [secret, formerSecret] : [secret];
  const sign = (one: string) =>
    `v1,${createHmac('sha256', Buffer.from(one.slice(PREFIX.length), 'base64')).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': inForce.map(sign).join(' ') };
}
