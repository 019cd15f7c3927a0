// Keys of the API: whom a token lets act, and the list of keys of an organisation or a body for whoever keeps them. A key that was revoked,
// has expired, or whose maker has no office there any more lets nobody act, at once.
import {
  KEEPER,
  keyViewer,
  MAKERS,
  rolesThere,
  SCOPES,
  scopesFor,
  type KeyFacts,
  type KeyOwner,
  type Scope,
} from '../core/key';
import { SESSION_TOUCH } from '../core/session';
import type { Mandate, Viewer } from '../core/viewer';
import { hashOfSecret, isSecret, TOKEN_SIGN } from '../data/secret';
import type { World } from '../world';
import { namesOf, type Names } from './bodies';

/** A key that lets somebody act. */
export type Key = KeyFacts & { id: string; scopes: Scope[]; viewer: Viewer };
type Row = KeyFacts &
  Omit<Viewer, 'mandates' | 'keyId'> & { id: string; scopes: string[]; mandates: Mandate[]; stale: boolean };

const KEY = `
SELECT k.id, k.scopes, k."organisationId", k."bodyId", k."usedAt" IS NULL OR k."usedAt" < $3::timestamptz AS stale, p.id AS "personId", p.name, p.email, p.locale,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'post', m.post, 'bodyId', m."bodyId", 'organisationId', m."organisationId", 'head', m.head) ORDER BY m.since, m.id)
                   FROM "Membership" m WHERE m."personId" = p.id AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)), '[]') AS mandates
  FROM "ApiKey" k JOIN "Person" p ON p.id = k."personId" AND p."closedAt" IS NULL
 WHERE k."tokenHash" = $1 AND k."revokedAt" IS NULL AND k."expiresAt" > $2::timestamptz`;

const iso = (instant: number) => new Date(instant).toISOString();
const scopesIn = (stored: readonly string[]): Scope[] => SCOPES.filter((scope) => stored.includes(scope));

/** The key behind a token, and notes its use now and then; null where it opens nothing. */
export async function keyBehind({ db, now }: Pick<World, 'db' | 'now'>, token: string): Promise<Key | null> {
  const secret = token.startsWith(TOKEN_SIGN) ? token.slice(TOKEN_SIGN.length) : '';
  if (!isSecret(secret)) return null;
  const at = now();
  const { rows } = await db.pool.query<Row>({
    name: 'api_key',
    text: KEY,
    values: [hashOfSecret(secret), iso(at), iso(at - SESSION_TOUCH)],
  });
  const [row] = rows;
  if (!row) return null;
  const { id, scopes, organisationId, bodyId, stale, ...maker } = row;
  const viewer = keyViewer(id, { organisationId, bodyId }, maker);
  if (!viewer) return null;
  if (stale) await db.prisma.apiKey.updateMany({ where: { id }, data: { usedAt: new Date(at) } });
  return { id, organisationId, bodyId, scopes: scopesIn(scopes), viewer };
}

export type KeyLine = {
  id: string;
  name: string;
  maker: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
};
/** Where a person makes keys, for what, and the living ones there that are theirs to revoke: all where they look after them (`keeps`). */
export type KeyPlace = { owner: KeyOwner; id: string; names: Names; keeps: boolean; scopes: Scope[]; keys: KeyLine[] };

/** Keys of every organisation that the viewer represents and every body that they are an official of, the newest first. */
export async function keyPlaces({ db, now }: Pick<World, 'db' | 'now'>, viewer: Viewer): Promise<KeyPlace[]> {
  const held = (owner: KeyOwner) => viewer.mandates.filter((one) => !one.lentBy && MAKERS[owner].includes(one.role));
  const organisationIds = [...new Set(held('organisation').flatMap(({ organisationId }) => organisationId ?? []))];
  const bodyIds = [...new Set(held('body').flatMap(({ bodyId }) => bodyId ?? []))];
  const [organisations, bodies, keys] = await Promise.all([
    db.prisma.organisation.findMany({
      where: { id: { in: organisationIds } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    db.prisma.body.findMany({ where: { id: { in: bodyIds } }, orderBy: { nameKk: 'asc' } }),
    db.prisma.apiKey.findMany({
      where: {
        ...{ revokedAt: null, expiresAt: { gt: new Date(now()) } },
        OR: [{ organisationId: { in: organisationIds } }, { bodyId: { in: bodyIds } }],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: { person: { select: { name: true } } },
    }),
  ]);
  const place = (owner: KeyOwner, id: string, names: Names): KeyPlace => {
    const roles = rolesThere(viewer, { organisationId: null, bodyId: null, [`${owner}Id`]: id });
    const keeps = roles.includes(KEEPER[owner]);
    return { owner, id, names, keeps, scopes: scopesFor(owner, roles), keys: linesOf(id, keeps) };
  };
  const linesOf = (id: string, keeps: boolean): KeyLine[] =>
    keys
      .filter((key) => (key.organisationId === id || key.bodyId === id) && (keeps || key.personId === viewer.personId))
      .map((key) => ({
        ...{ id: key.id, name: key.name, maker: key.person.name, scopes: scopesIn(key.scopes) },
        ...{ createdAt: key.createdAt.getTime(), expiresAt: key.expiresAt.getTime() },
        usedAt: key.usedAt?.getTime() ?? null,
      }));
  return [
    ...organisations.map(({ id, name }) => place('organisation', id, { kk: name, ru: name, en: name })),
    ...bodies.map((body) => place('body', body.id, namesOf(body))),
  ];
}
