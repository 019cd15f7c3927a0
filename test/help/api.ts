// The API for tests: a world with a case, a round, a comment and published figures, keys of every sort, and a way to send to an operation what
// its own schema says.
import type { z } from 'zod';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { makeKey } from '../../app/commands/keys/make';
import { scopesFor, type KeyOwner, type Scope } from '../../app/core/key';
import type { Viewer } from '../../app/core/viewer';
import { OPERATIONS, type OperationId } from '../../app/pages/api/operations';
import { problem } from '../../app/pages/api/problem';
import type { Operation } from '../../app/pages/api/operation';
import { statusesOf } from '../../app/pages/api/statuses';
import { score } from '../../workers/score';
import { PASSWORD } from './page';
import { must, roundHouse } from './rounds';
import { openSite } from './site';
import { anAppeal, aReply, castInto, type TestWorld } from './world';

export const ALL = Object.entries(OPERATIONS) as [OperationId, Operation][];
export type Asking = {
  method: string;
  path: string;
  token?: string | null;
  headers?: Record<string, string>;
  body?: BodyInit;
};

/** The registers, a public case that is answered and one that is open, an open round with a comment, and figures of a quarter. The clock stands where all of it is public. */
export async function openApi(test: TestWorld) {
  const { world, at } = test;
  const cast = await castInto(world);
  const house = roundHouse(test, () => cast);
  const site = await openSite(world, ['api/', 'problem-language', 'accounts/sign-in', 'accounts/keys']);
  const file = async (more: object = {}) =>
    (await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }))).number;
  const clerk: Viewer = await registrarToo(test, cast.head);
  const idOf = async (number: string) =>
    (await world.db.prisma.appeal.findUniqueOrThrow({ where: { number }, select: { id: true } })).id;
  const answered = await file();
  const requirements = askedOf(world.guide.inForceOn('2026-02-02').procedures.application).map(({ id }) => id);
  const reply = aReply('act_favourable', requirements);
  await must(answerAppeal(world, cast.executor, { ...reply, appealId: await idOf(answered) }));
  const open = await file();
  const hidden = await file({ visibility: 'private' });
  at('2026-02-25');
  await score(world, new AbortController().signal);
  at('2026-04-20');
  const roundId = await house.open();
  const commentId = await house.comment(roundId);
  const round = await world.db.prisma.round.findUniqueOrThrow({ where: { id: roundId }, select: { number: true } });
  const document = await world.db.prisma.document.findFirstOrThrow({ where: { roundId }, select: { id: true } });
  const comment = await world.db.prisma.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { number: true },
  });
  const key = async (viewer: Viewer, owner: KeyOwner, id: string, scopes: readonly Scope[] = scopesFor(owner)) =>
    must(
      makeKey(world, viewer, {
        owner: `${owner}:${id}`,
        name: 'Program',
        current: PASSWORD,
        scopes: [...scopes],
        days: '90',
      }),
    );
  return {
    ...{ world, cast, site, house, file, clerk, key, reply },
    known: {
      ...{ appeal: open, answered, hidden, round: round.number, comment: comment.number },
      ...{ documentId: document.id, commentId, bodySlug: cast.ministry.slug, bodyId: cast.ministry.id },
    },
    /** Sends it as a program does. */
    send: ({ method, path, token = null, headers = {}, body }: Asking): Promise<Response> =>
      site.visitor().send(`/api/v1${path}`, {
        ...{ method, body, ...(body instanceof ReadableStream && { duplex: 'half' }) },
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      }),
  };
}
export type Api = Awaited<ReturnType<typeof openApi>>;

/** The same head, who is registrar at the body besides. */
async function registrarToo({ world }: TestWorld, head: Viewer): Promise<Viewer> {
  const bodyId = head.mandates[0]?.bodyId ?? null;
  const mandate = { role: 'registrar', post: 'Тіркеуші', bodyId, organisationId: null } as const;
  await world.db.prisma.membership.create({
    data: { ...mandate, id: world.newId(), personId: head.personId, since: new Date('2026-01-01T00:00:00Z') },
  });
  return { ...head, mandates: [...head.mandates, mandate] };
}

export type Told = { status: number; headers: Headers; body: unknown };

/** Reads an answer by what the document says of the operation: its status is documented, its words fit their shape to the last field. */
export async function readAs(operation: Operation, method: string, response: Response): Promise<Told> {
  const { status, headers } = response;
  const documented = [operation.status, ...(operation.body === null ? [304] : []), ...statusesOf(operation)];
  if (!documented.includes(status))
    throw new Error(`${method} ${operation.path} answered ${status}, which it is not said to`);
  const text = await response.text();
  if (status === 304 || method === 'HEAD') return { status, headers, body: null };
  const body: unknown = JSON.parse(text);
  const schema: z.ZodType = status < 300 ? operation.answer : problem;
  const read = schema.safeParse(body);
  if (!read.success)
    throw new Error(
      `${method} ${operation.path} (${status}) does not fit its shape: ${read.error.message}\n${text.slice(0, 500)}`,
    );
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  if (headers.get('content-type') !== type) throw new Error(`${status} came as ${headers.get('content-type')}`);
  return { status, headers, body };
}

/** An act as JSON, with a key of its own for this one time. */
export const json = (body: unknown, key: string = crypto.randomUUID()) => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(body),
});
