// The job webhooks: sends what programs of others are told (data/webhooks), a few webhooks at once and each one's messages one after another,
// and writes down what came of every call. Where nothing is to be sent any more, whose webhook it was gets a letter.
import type { Audience } from '../app/core/letter';
import { settle, type WebhookStop } from '../app/core/webhook-call';
import type { LetterRow } from '../app/data/ledger';
import { letterRows, readersOf } from '../app/data/people';
import {
  claimWebhook,
  releaseWebhook,
  settleMessage,
  takeMessage,
  type Claimed,
  type Outgoing,
} from '../app/data/webhooks/messages';
import { signedHeaders } from '../app/data/webhooks/signature';
import type { World } from '../app/world';

const AT_ONCE = 8;
/** One webhook keeps a worker no longer than this, nor for more messages: then it is the others' turn. */
const TURN_MS = 20_000;
const TURN_MESSAGES = 50;

/** Gives the number of calls that were made. */
export async function webhooks(world: World, signal: AbortSignal): Promise<number> {
  let calls = 0;
  const lane = async () => {
    while (!signal.aborted) {
      const webhook = await claimWebhook(world.db, world.now());
      if (!webhook) return;
      const made = await turn(world, webhook, signal);
      calls += made;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return calls;
}

async function turn(world: World, webhook: Claimed, signal: AbortSignal): Promise<number> {
  const until = world.now() + TURN_MS;
  let calls = 0;
  while (!signal.aborted && calls < TURN_MESSAGES && world.now() < until) {
    const message = await takeMessage(world.db, webhook.id, world.now());
    if (!message) break;
    await send(world, webhook, message);
    calls += 1;
  }
  await releaseWebhook(world.db, webhook.id, world.now());
  return calls;
}

async function send(world: World, webhook: Claimed, message: Outgoing): Promise<void> {
  const { seq, messageId, payload, attempts, failingSince } = message;
  const headers = {
    ...{ 'content-type': 'application/json', 'user-agent': 'Kenes-Webhooks' },
    ...signedHeaders({ ...webhook, messageId, payload, now: world.now() }),
  };
  const called = await world.outward.call({ url: webhook.url, headers, body: payload });
  const now = world.now();
  const settled = settle(called, {
    ...{ attempts, now, failingSince: failingSince?.getTime() ?? null },
    chance: Number.parseInt(messageId.slice(-8), 16) / 2 ** 32,
  });
  const letters = settled.stop ? await lettersAbout(world, webhook, settled.stop) : [];
  await settleMessage(world, { webhookId: webhook.id, seq, called, settled, now, letters });
}

/** To the organisation's people, the body's heads, or the administrator who added it. */
async function lettersAbout(world: World, webhook: Claimed, why: WebhookStop): Promise<LetterRow[]> {
  const { id, url, organisationId, bodyId, personId } = webhook;
  const to: Audience = organisationId
    ? { party: { kind: 'organisation', id: organisationId }, roles: ['representative'] }
    : bodyId
      ? { party: { kind: 'body', id: bodyId }, roles: ['approver'] }
      : { party: { kind: 'person', id: personId } };
  const data = { host: new URL(url).host, why, path: `/account/webhooks/${id}` };
  const order = { key: `webhook-stopped:${id}:${world.now()}`, letter: 'webhook_stopped' as const, data, to };
  return letterRows([order], await readersOf(world, [to]));
}
