// The webhooks that somebody manages, and one of them with its delivery log. Called by pages/webhooks. Secrets never leave the room of data.
import type { Locale } from '../../guide/schema';
import type { Instant } from '../core/day';
import { may } from '../core/permission';
import type { WebhookOwner } from '../core/side';
import { isAdministrator, type Viewer } from '../core/viewer';
import type { WebhookKind, WebhookScope, TEST_KIND } from '../core/webhook';
import type { CallFailure, WebhookStop } from '../core/webhook-call';
import type { World } from '../world';
import { namesOf } from './bodies';

/** Whose it may be; `name` is null for the administrators. `value`: as the command subscribe reads it. */
export type OwnerChoice = { value: string; name: string | null };
export type WebhookView = {
  id: string;
  url: string;
  owner: string | null;
  scope: WebhookScope;
  /** What the scope is about, in the reader's words; a topic as its id. */
  about: string | null;
  kinds: WebhookKind[];
  stopped: WebhookStop | null;
  failingSince: Instant | null;
  waiting: number;
};

/** For whom the viewer may act here: what core/permission says of webhooks, as ids. */
const ownersOf = ({ mandates }: Viewer) => ({
  organisationIds: [...new Set(mandates.flatMap((m) => (m.role === 'representative' ? (m.organisationId ?? []) : [])))],
  bodyIds: [...new Set(mandates.flatMap((m) => (m.role === 'approver' ? (m.bodyId ?? []) : [])))],
});

type Row = WebhookOwner & {
  id: string;
  url: string;
  scope: string;
  about: string | null;
  kinds: string[];
  stoppedWhy: string | null;
  failingSince: Date | null;
};
const shown = {
  id: true,
  organisationId: true,
  bodyId: true,
  url: true,
  scope: true,
  about: true,
  kinds: true,
  stoppedWhy: true,
  failingSince: true,
} as const;

/** Those for whom the viewer may add webhooks. */
export async function webhookOwners({ db }: Pick<World, 'db'>, viewer: Viewer, locale: Locale): Promise<OwnerChoice[]> {
  const { organisationIds, bodyIds } = ownersOf(viewer);
  const names = await namesOfOwners(db, { organisationIds, bodyIds }, locale);
  return [
    ...organisationIds.map((id) => ({ value: `organisation:${id}`, name: names.get(id) ?? '' })),
    ...bodyIds.map((id) => ({ value: `body:${id}`, name: names.get(id) ?? '' })),
    ...(isAdministrator(viewer) ? [{ value: 'administrators', name: null }] : []),
  ];
}

/** Names of organisations and bodies by their ids. */
async function namesOfOwners(
  { prisma }: World['db'],
  { organisationIds, bodyIds }: { organisationIds: string[]; bodyIds: string[] },
  locale: Locale,
): Promise<Map<string, string>> {
  const [organisations, bodies] = await Promise.all([
    organisationIds.length === 0
      ? []
      : prisma.organisation.findMany({ where: { id: { in: organisationIds } }, select: { id: true, name: true } }),
    bodyIds.length === 0
      ? []
      : prisma.body.findMany({
          where: { id: { in: bodyIds } },
          select: { id: true, nameKk: true, nameRu: true, nameEn: true },
        }),
  ]);
  return new Map([
    ...organisations.map(({ id, name }) => [id, name] as const),
    ...bodies.map(({ id, ...named }) => [id, namesOf(named)[locale]] as const),
  ]);
}

async function viewsOf({ db }: Pick<World, 'db'>, rows: readonly Row[], locale: Locale): Promise<WebhookView[]> {
  const bodyIds = rows.flatMap(({ bodyId, scope, about }) =>
    [bodyId ?? [], scope === 'body' ? (about ?? []) : []].flat(),
  );
  const [names, waiting] = await Promise.all([
    namesOfOwners(db, { organisationIds: rows.flatMap(({ organisationId }) => organisationId ?? []), bodyIds }, locale),
    db.prisma.webhookMessage.groupBy({
      by: ['webhookId'],
      where: { webhookId: { in: rows.map(({ id }) => id) }, state: 'waiting' },
      _count: true,
    }),
  ]);
  return rows.map(({ id, url, scope, about, kinds, organisationId, bodyId, stoppedWhy, failingSince }) => ({
    ...{
      id,
      url,
      scope: scope as WebhookScope,
      kinds: kinds as WebhookKind[],
      stopped: stoppedWhy as WebhookStop | null,
    },
    about: scope === 'body' ? (names.get(about ?? '') ?? about) : about,
    owner: names.get(organisationId ?? bodyId ?? '') ?? null,
    failingSince: failingSince?.getTime() ?? null,
    waiting: waiting.find(({ webhookId }) => webhookId === id)?._count ?? 0,
  }));
}

/** All that the viewer manages, the oldest first: no owner has many. */
export async function webhooksOf(world: Pick<World, 'db'>, viewer: Viewer, locale: Locale): Promise<WebhookView[]> {
  const { organisationIds, bodyIds } = ownersOf(viewer);
  const own = [{ organisationId: { in: organisationIds } }, { bodyId: { in: bodyIds } }];
  const where = { OR: isAdministrator(viewer) ? [...own, { organisationId: null, bodyId: null }] : own };
  const rows = await world.db.prisma.webhook.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: shown,
  });
  return viewsOf(world, rows, locale);
}

export type MessageView = {
  id: string;
  kind: WebhookKind | typeof TEST_KIND;
  number: string;
  at: Instant;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAt: Instant;
  payload: string;
  last: { at: Instant; ms: number; status: number | null; failure: CallFailure | null; excerpt: string } | null;
};
const PAGE = 25;

type Log = WebhookView & { bothUntil: Instant | null; messages: MessageView[]; older: string | null };

/** One of them with a page of its log, the latest first, from `after` on (as `older` gave it). Null where it is not there or not theirs. */
export async function webhookLog(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer,
  { id, after, locale }: { id: string; after: string | null; locale: Locale },
): Promise<Log | null> {
  const { prisma } = world.db;
  const row = await prisma.webhook.findUnique({ where: { id }, select: { ...shown, formerUntil: true } });
  if (!row || !may(viewer, 'webhook.manage', row)) return null;
  const before = after !== null && /^\d{1,18}$/.test(after) ? BigInt(after) : null;
  const [[view], messages] = await Promise.all([
    viewsOf(world, [row], locale),
    prisma.webhookMessage.findMany({
      where: { webhookId: id, ...(before !== null && { seq: { lt: before } }) },
      orderBy: { seq: 'desc' },
      take: PAGE + 1,
      include: { tries: { orderBy: { seq: 'desc' }, take: 1 } },
    }),
  ]);
  if (!view) return null;
  const page = messages.slice(0, PAGE);
  const until = row.formerUntil?.getTime() ?? 0;
  return {
    ...view,
    bothUntil: until > world.now() ? until : null,
    messages: page.map(({ messageId, kind, number, createdAt, state, attempts, nextAt, payload, tries: [last] }) => ({
      ...{ id: messageId, kind: kind as MessageView['kind'], number, at: createdAt.getTime(), payload },
      ...{ state: state as MessageView['state'], attempts, nextAt: nextAt.getTime() },
      last: last
        ? {
            at: last.at.getTime(),
            ms: last.ms,
            status: last.status,
            failure: last.failure as CallFailure | null,
            excerpt: last.excerpt,
          }
        : null,
    })),
    older: messages.length > PAGE ? String(page.at(-1)?.seq ?? '') : null,
  };
}
