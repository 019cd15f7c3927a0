// Somebody gives the address of their program and says what it is to be told. Called by the page of webhooks.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import type { WebhookOwner } from '../../core/side';
import { done, refuse, type Outcome } from '../../core/refusal';
import { TOPICS } from '../../core/topic';
import type { Viewer } from '../../core/viewer';
import { WEBHOOK_KINDS, WEBHOOK_SCOPES } from '../../core/webhook';
import { addressProblem, WEBHOOKS_LIMIT } from '../../core/webhook-call';
import { inTransaction } from '../../data/transaction';
import { newWebhookSecret } from '../../data/webhooks/signature';
import type { World } from '../../world';
import { limited } from '../limited';

const kind = z.enum(WEBHOOK_KINDS);
const OWNER = /^(?:administrators|(organisation|body):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/;
/** `owner`: whose it is to be; `body`: a short address; `round`: a number. Each of the last three where `scope` names it. */
export const input = z.object({
  owner: z.string().regex(OWNER, 'bad_choice'),
  url: z.string().trim().min(1, 'required').max(2000, 'too_long'),
  scope: z.enum(WEBHOOK_SCOPES),
  body: z.string().trim().max(200, 'too_long').default(''),
  topic: z.string().trim().max(200, 'too_long').default(''),
  round: z.string().trim().max(200, 'too_long').default(''),
  kinds: z
    .union([kind.transform((one) => [one]), z.array(kind).min(1)], 'required')
    .transform((chosen) => WEBHOOK_KINDS.filter((one) => chosen.includes(one))),
});
type Read = z.output<typeof input>;

const ownerIn = (owner: string): WebhookOwner => {
  const [, what, id = null] = OWNER.exec(owner) ?? [];
  return { organisationId: what === 'organisation' ? id : null, bodyId: what === 'body' ? id : null };
};

/** Writes it. The secret is told this once. Refuses: not_signed_in, invalid, not_allowed, webhooks_full. */
export async function subscribe(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string; secret: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { url, scope, kinds } = read.value;
    const owner = ownerIn(read.value.owner);
    if (!may(viewer, 'webhook.manage', owner)) return refuse('not_allowed');
    const problem = addressProblem(url, world.outward);
    if (problem) return refuse('invalid', { fields: { url: problem } });
    const about = await aboutOf(world, read.value, owner);
    if (about === undefined)
      return refuse('invalid', { fields: { [scope === 'own' || scope === 'public' ? 'scope' : scope]: 'bad_choice' } });
    const row = {
      ...{ id: world.newId(), ...owner, personId: viewer.personId, url: new URL(url).href, scope, about, kinds },
      ...{ secret: newWebhookSecret(), createdAt: new Date(world.now()) },
    };
    return (await kept(world, row, owner))
      ? done({ webhookId: row.id, secret: row.secret })
      : refuse('webhooks_full', { params: { limit: WEBHOOKS_LIMIT } });
  });
}

/** What the scope is about, as it is kept; null for scopes about nothing in particular, undefined where there is no such thing. */
async function aboutOf(
  { db }: World,
  { scope, body, topic, round }: Read,
  owner: WebhookOwner,
): Promise<string | null | undefined> {
  switch (scope) {
    case 'own':
      return (owner.organisationId ?? owner.bodyId) ? null : undefined;
    case 'public':
      return null;
    case 'body':
      return (await db.prisma.body.findUnique({ where: { slug: body }, select: { id: true } }))?.id;
    case 'topic':
      return TOPICS.find((one) => one === topic);
    case 'round':
      return (
        await db.prisma.round.findFirst({
          where: { number: round, phase: { not: 'preparing' } },
          select: { number: true },
        })
      )?.number;
  }
}

/** Counted and written one after another for each owner, so that many at once do not pass the limit. */
const kept = (
  { db }: World,
  row: WebhookOwner & {
    id: string;
    personId: string;
    url: string;
    scope: string;
    about: string | null;
    kinds: string[];
    secret: string;
    createdAt: Date;
  },
  { organisationId, bodyId }: WebhookOwner,
): Promise<boolean> =>
  inTransaction(db, async (through) => {
    const own = bodyId ?? organisationId ?? 'administrators';
    await through.query({ text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [`webhooks:${own}`] });
    const { rowCount } = await through.query({
      text: `INSERT INTO "Webhook" (id, "organisationId", "bodyId", "personId", url, scope, about, kinds, secret, "createdAt")
             SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8::text[], $9, $10::timestamptz
              WHERE (SELECT count(*) FROM "Webhook" WHERE "organisationId" IS NOT DISTINCT FROM $2::uuid AND "bodyId" IS NOT DISTINCT FROM $3::uuid) < $11`,
      values: [
        row.id,
        organisationId,
        bodyId,
        row.personId,
        row.url,
        row.scope,
        row.about,
        row.kinds,
        row.secret,
        row.createdAt.toISOString(),
        WEBHOOKS_LIMIT,
      ],
    });
    return rowCount === 1;
  });
