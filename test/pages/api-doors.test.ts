// Who may do what through the API: every operation with every key there is and with none; what is done once; and what the door says to those who
// come too often, with the wrong type, at the wrong address or during maintenance.
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSetting } from '../../app/commands/settings/change';
import { makeKey } from '../../app/commands/keys/make';
import { revokeKey } from '../../app/commands/keys/revoke';
import { LIMITS } from '../../app/core/limits';
import { SCOPE_OF, SCOPES, scopesFor, type Scope } from '../../app/core/key';
import type { Viewer } from '../../app/core/viewer';
import { keyPlaces } from '../../app/queries/keys';
import type { ActOperation } from '../../app/pages/api/operation';
import { ALL, json, openApi, readAs, type Api, type Asking } from '../help/api';
import { HOSTILE_TEXTS, HOSTILE_VALUES, MIXED, polluted } from '../help/hostile';
import { must } from '../help/rounds';
import { anAppeal, aReply, testWorld } from '../help/world';

const test = testWorld('2026-02-02');
const { world, at } = test;
let api: Api;
/** Tokens, by whom they are. */
const tokens: Record<string, string> = {};
beforeAll(async () => {
  api = await openApi(test);
  const { cast, key, clerk } = api;
  const other = cast.stranger.mandates[0]?.organisationId ?? '';
  tokens.ngo = (await key(cast.ngo, 'organisation', cast.organisationId)).token;
  tokens.other = (await key(cast.stranger, 'organisation', other)).token;
  tokens.body = (await key(clerk, 'body', cast.ministry.id)).token;
  tokens.reader = (await key(cast.ngo, 'organisation', cast.organisationId, ['read'])).token;
  const revoked = await key(cast.ngo, 'organisation', cast.organisationId);
  await must(revokeKey(world, cast.ngo, { keyId: revoked.id }));
  tokens.revoked = revoked.token;
  const expired = await key(cast.ngo, 'organisation', cast.organisationId);
  await world.db.prisma.apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(world.now()) } });
  tokens.expired = expired.token;
  tokens.wrong = `kenes_${'A'.repeat(43)}`;
});

const send = async (asking: Asking) => api.send(asking);
type Told = { code: string; title: string; fields?: { name: string; code: string }[]; type: string };
const problemOf = async (asking: Asking) => (await (await send(asking)).json()) as Told;

/** What each act is sent, so that a key that may do it does it. Each makes its own case or comment. */
const ACTS: Record<string, () => Promise<{ path: string; body: unknown; by: string; more?: Partial<Asking> }>> = {
  fileAppeal: async () => ({ path: '/appeals', by: 'ngo', body: anActedAppeal() }),
  withdrawAppeal: async () => ({
    ...{ path: `/appeals/${await api.file()}/withdrawal`, by: 'ngo', body: { statement: 'Вопрос решён.' } },
  }),
  setExternalNumber: async () => ({
    path: `/appeals/${await api.file()}/external-number`,
    ...{ by: 'body', body: { system: 'e-Otinish', number: 'ЖТ-2026-00017' } },
  }),
  acceptAppeal: async () => ({ path: `/appeals/${await api.file()}/acceptance`, by: 'body', body: {} }),
  proposeExtension: async () => ({
    ...{ path: `/appeals/${await api.file()}/extension`, by: 'body' },
    body: { reason: 'Нужны сведения двух организаций и выезд на место.', until: '2026-05-29', severalHolders: 'yes' },
  }),
  answerAppeal: async () => ({ path: `/appeals/${await api.file()}/answer`, by: 'body', body: api.reply }),
  uploadFile: async () => ({ path: '/files?name=plan.csv', by: 'ngo', body: null }),
  makeComment: async () => ({
    path: `/rounds/${api.known.round}/comments`,
    ...{ by: 'ngo', body: { text: 'Пандус нужен и у второго входа.', language: 'ru' } },
  }),
  withdrawComment: async () => {
    const made = await sendAct('makeComment');
    const { number } = (await made.json()) as { number: string };
    return { path: `/comments/${number}/withdrawal`, by: 'ngo', body: {} };
  },
};
const anActedAppeal = () => {
  const { organisationId: _by, ...sent } = anAppeal(api.cast);
  return { ...sent, bodyId: [sent.bodyId] };
};
const bytes = () => ({
  headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
  body: 'a;b\n1;2\n',
});
async function sendAct(id: string, token?: string | null): Promise<Response> {
  const act = await ACTS[id]?.();
  const [, operation] = ALL.find(([one]) => one === id) ?? [];
  if (!act || !operation) throw new Error(`no act ${id}`);
  const sent = act.body === null ? bytes() : json(act.body);
  return send({
    method: operation.method,
    path: act.path,
    token: token === undefined ? tokens[act.by] : token,
    ...sent,
  });
}

const acting = ALL.filter((one): one is [(typeof one)[0], ActOperation] => one[1].body !== null);
const reading = ALL.filter(([, { body }]) => body === null);

describe.each(acting)('%s', (id, operation) => {
  it('is done with the key of whoever may, and told in its shape', async () => {
    const answer = await sendAct(id);
    expect(answer.status).toBe(operation.status);
    await readAs(operation, operation.method, answer);
  });

  it.each([
    ['none', null, 'key_needed'],
    ['wrong', 'wrong', 'key_unknown'],
    ['revoked', 'revoked', 'key_unknown'],
    ['expired', 'expired', 'key_unknown'],
  ] as const)('is closed to a key that is %s', async (_which, who, code) => {
    const answer = await sendAct(id, who && tokens[who]);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await readAs(operation, 'POST', answer)).toMatchObject({ body: { code } });
  });

  it('is closed to a key without its scope', async () => {
    const scoped = await sendAct(id, tokens.reader);
    expect(scoped.status).toBe(403);
    expect(await readAs(operation, 'POST', scoped)).toMatchObject({ body: { code: 'scope_missing' } });
  });

  it('is closed to a key of the other side and of another organisation, where it is about somebody’s case', async () => {
    const { by } = (await ACTS[id]?.()) ?? { by: '' };
    const ofBoth = operation.scopes.some((scope) => SCOPE_OF[scope].length > 1) || id === 'uploadFile';
    const aside = await sendAct(id, tokens[by === 'ngo' ? 'body' : 'ngo']);
    expect(ofBoth || [403, 404].includes(aside.status)).toBe(true);
    const other = await sendAct(id, tokens.other);
    expect(!operation.path.includes('{') || id === 'makeComment' || [403, 404].includes(other.status)).toBe(true);
  });

  it('needs an Idempotency-Key, and does the same once', async () => {
    const act = await ACTS[id]?.();
    if (!act) throw new Error(id);
    const sent = act.body === null ? bytes() : json(act.body);
    const { 'idempotency-key': key, ...bare } = sent.headers;
    const [method, token] = [operation.method, tokens[act.by]];
    const without = await send({ method, path: act.path, token, headers: bare, body: sent.body });
    expect([without.status, ((await without.json()) as Told).code]).toEqual([400, 'idempotency_key_needed']);
    const first = await send({ method, path: act.path, token, ...sent });
    const again = await send({ method, path: act.path, token, ...sent });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, await again.text(), again.headers.get('location')]).toEqual([
      ...[first.status, await first.text(), first.headers.get('location')],
    ]);
    const body = act.body === null ? 'c;d\n3;4\n' : `${sent.body} `;
    const changed = await send({ method, path: act.path, token, headers: { ...bare, 'idempotency-key': key }, body });
    expect([changed.status, ((await changed.json()) as Told).code]).toEqual([422, 'idempotency_other']);
  });

  it('takes JSON of its own fields alone', async () => {
    const act = await ACTS[id]?.();
    if (!act) throw new Error(id);
    const to = { method: operation.method, path: act.path, token: tokens[act.by] };
    const form = await send({
      ...to,
      headers: { 'idempotency-key': 'form', 'content-type': 'text/plain' },
      body: '{}',
    });
    expect([form.status, ((await form.json()) as Told).code]).toEqual([415, 'unsupported_type']);
    if (act.body === null) return;
    for (const strange of ['personId', 'role', 'organisationId', 'key', '__proto__x', 'phase']) {
      const told = await problemOf({ ...to, ...json({ ...(act.body as object), [strange]: 'x' }) });
      expect(told).toMatchObject({ code: 'unknown_field', fields: [{ name: strange }] });
    }
    const text = { headers: { 'content-type': 'application/json', 'idempotency-key': 'x' } };
    for (const body of ['', '{', '[]', 'null', '"text"', '{"a":1,}'])
      expect((await problemOf({ ...to, ...text, body })).code).toBe('unreadable_body');
    const long = await send({ ...to, ...text, body: JSON.stringify({ text: 'x'.repeat(2_100_000) }) });
    expect([long.status, ((await long.json()) as Told).code]).toEqual([413, 'too_large']);
  });

  it('takes hostile texts and values in each field without a fault', async () => {
    const act = await ACTS[id]?.();
    if (!act || act.body === null || operation.body === 'bytes') return;
    const to = { method: operation.method, path: act.path, token: tokens[act.by] };
    for (const name of Object.keys(operation.body.shape))
      for (const value of [MIXED, HOSTILE_TEXTS.loneSurrogate, null, {}, ['a', 'b'], 2 ** 53, HOSTILE_VALUES.at(-2)]) {
        const answer = await send({ ...to, ...json({ ...(act.body as object), [name]: value }) });
        await readAs(operation, to.method, answer);
      }
    expect(polluted()).toBe(false);
  });
});

describe.each(reading)('%s', (_id, operation) => {
  const path = () =>
    operation.path
      .replace('{slug}', api.known.bodySlug)
      .replace('{documentId}', api.known.documentId)
      .replace(/\/rounds\/\{number\}/, `/rounds/${api.known.round}`)
      .replace(/\/comments\/\{number\}/, `/comments/${api.known.comment}`)
      .replace(/\/appeals\/\{number\}/, `/appeals/${api.known.answered}`) +
    (operation.path === '/term' ? '?kind=application&received=2026-03-21T11:20' : '');

  it('is read by everybody from every site, with a mark by which nothing is sent twice', async () => {
    const first = await send({ method: 'GET', path: path() });
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag') ?? '';
    await readAs(operation, 'GET', first);
    const again = await send({ method: 'GET', path: path(), headers: { 'if-none-match': `"x", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await send({ method: 'HEAD', path: path() });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1);
  });

  it('speaks the language that is asked for, and is closed to a key that opens nothing', async () => {
    for (const [headers, lang] of [
      [{ 'accept-language': 'de, kk;q=0.5, ru;q=0.9' }, 'ru'],
      [{ 'accept-language': 'fr' }, 'en'],
    ] as const)
      expect((await send({ method: 'GET', path: path(), headers })).headers.get('content-language')).toBe(lang);
    const asked = `${path()}${path().includes('?') ? '&' : '?'}lang=kk`;
    expect((await send({ method: 'GET', path: asked })).headers.get('content-language')).toBe('kk');
    for (const who of ['wrong', 'revoked', 'expired'])
      expect((await send({ method: 'GET', path: path(), token: tokens[who] })).status).toBe(401);
    for (const who of ['ngo', 'other', 'body', 'reader'])
      expect((await send({ method: 'GET', path: path(), token: tokens[who] })).headers.get('cache-control')).toMatch(
        /private/,
      );
  });

  it('refuses methods, types, parameters and languages that it does not know', async () => {
    const wrong = await send({ method: 'DELETE', path: path() });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toMatch(/^GET(, POST)?, HEAD, OPTIONS$|^GET/);
    expect((await send({ method: 'GET', path: path(), headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await send({ method: 'GET', path: path(), headers: { accept: 'text/html, */*;q=0.1' } })).status).toBe(200);
    for (const more of ['strange=1', 'lang=de', 'lang=kk&lang=ru']) {
      const answer = await send({ method: 'GET', path: `${path()}${path().includes('?') ? '&' : '?'}${more}` });
      expect(answer.status).toBe(400);
      await readAs(operation, 'GET', answer);
    }
    const preflight = await send({ method: 'OPTIONS', path: path() });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization/i);
  });
});

describe('what is not everybody’s', () => {
  it('is read with a key that reads, by its own side alone, and stands in nobody else’s list', async () => {
    const path = `/appeals/${api.known.hidden}`;
    const seen = async (who: string | null) => (await send({ method: 'GET', path, token: who && tokens[who] })).status;
    expect(await seen(null)).toBe(404);
    expect(await seen('other')).toBe(404);
    expect([await seen('ngo'), await seen('reader'), await seen('body')]).toEqual([200, 200, 200]);
    const { token } = await api.key(api.cast.ngo, 'organisation', api.cast.organisationId, ['appeal.file']);
    expect((await send({ method: 'GET', path, token })).status).toBe(404);
    const listed = async (who: string | null) =>
      JSON.stringify(
        await (await send({ method: 'GET', path: '/appeals?limit=100', token: who && tokens[who] })).json(),
      );
    expect(await listed('reader')).toContain(api.known.hidden);
    for (const who of [null, 'other']) expect(await listed(who)).not.toContain(api.known.hidden);
  });

  it('of the maker in person is never a key’s: neither read nor withdrawn', async () => {
    const number = await api.file({ organisationId: '', visibility: 'private' });
    expect((await send({ method: 'GET', path: `/appeals/${number}`, token: tokens.ngo })).status).toBe(404);
    const sent = json({ statement: 'Вопрос решён.' });
    expect(
      (await send({ method: 'POST', path: `/appeals/${number}/withdrawal`, token: tokens.ngo, ...sent })).status,
    ).toBe(404);
  });
});

describe('a key', () => {
  it('dies with the mandate of whoever made it', async () => {
    const { cast } = api;
    const { token } = await api.key(cast.stranger, 'organisation', cast.stranger.mandates[0]?.organisationId ?? '');
    const read = () => send({ method: 'GET', path: '/bodies', token });
    expect((await read()).status).toBe(200);
    const { personId } = cast.stranger;
    await world.db.prisma.membership.updateMany({ where: { personId }, data: { until: new Date(world.now()) } });
    expect((await read()).status).toBe(401);
    await world.db.prisma.membership.updateMany({ where: { personId }, data: { until: null } });
    expect((await read()).status).toBe(200);
  });

  it('is kept as a hash, notes its use, and its acts stand in the record under its maker', async () => {
    const { cast } = api;
    const { id, token } = await api.key(cast.ngo, 'organisation', cast.organisationId);
    const kept = JSON.stringify(await world.db.prisma.apiKey.findUniqueOrThrow({ where: { id } }));
    expect(kept).not.toContain(token.replace('kenes_', ''));
    const filed = await send({ method: 'POST', path: '/appeals', token, ...json(anActedAppeal()) });
    const { number } = (await filed.json()) as { number: string };
    expect((await world.db.prisma.apiKey.findUniqueOrThrow({ where: { id } })).usedAt).not.toBeNull();
    const made = await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } });
    expect(made).toMatchObject({ personId: cast.ngo.personId, organisationId: cast.organisationId });
    const { actor } = await world.db.prisma.event.findFirstOrThrow({
      where: { stream: `appeal:${made.id}`, version: 1 },
    });
    expect(actor).toMatchObject({ kind: 'person', personId: cast.ngo.personId });
  });

  it('is made for its own side’s scopes alone, by whoever represents or is an official there', async () => {
    const { cast } = api;
    const asked = (owner: string, scopes: readonly string[]) => ({ owner, name: 'x', scopes, days: '30' });
    const lentBy = { personId: cast.executor.personId, name: cast.executor.name };
    const inPlace = { ...cast.stranger, mandates: cast.executor.mandates.map((one) => ({ ...one, lentBy })) };
    for (const [viewer, owner] of [
      [cast.stranger, `organisation:${cast.organisationId}`],
      [cast.executor, `body:${cast.committee.id}`],
      [inPlace, `body:${cast.ministry.id}`],
      [cast.citizen, `organisation:${cast.organisationId}`],
    ] as const)
      expect(await makeKey(world, viewer, asked(owner, ['read']))).toMatchObject({ refusal: { code: 'not_allowed' } });
    const ours = scopesFor('organisation');
    for (const scope of SCOPES.filter((one) => !ours.includes(one)))
      expect(await makeKey(world, cast.ngo, asked(`organisation:${cast.organisationId}`, [scope]))).toMatchObject({
        refusal: { code: 'invalid' },
      });
  });

  it('of an official is for acts of their own office, in their own name; the head sees and revokes it', async () => {
    const { cast } = api;
    const own = (scopes: readonly Scope[]) => api.key(cast.executor, 'body', cast.ministry.id, scopes);
    await expect(own(['appeal.accept'])).rejects.toThrow('invalid');
    const { id, token } = await own(['read', 'appeal.answer']);
    const number = await api.file();
    const answered = await send({ method: 'POST', path: `/appeals/${number}/answer`, token, ...json(api.reply) });
    expect(answered.status).toBe(200);
    const { id: appealId } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } });
    const { actor } = await world.db.prisma.event.findFirstOrThrow({
      where: { stream: `appeal:${appealId}`, type: 'appeal.answered' },
    });
    expect(actor).toMatchObject({ personId: cast.executor.personId });
    const seen = async (viewer: Viewer) =>
      (await keyPlaces(world, viewer)).find((place) => place.id === cast.ministry.id);
    const [ofHead, ofExecutor] = [await seen(cast.head), await seen(cast.executor)];
    expect(ofHead?.keys.map((key) => key.id)).toContain(id);
    expect(ofExecutor?.keys.map((key) => key.id)).toEqual([id]);
    expect([ofExecutor?.keeps, ofExecutor?.scopes.includes('appeal.accept')]).toEqual([false, false]);
    expect((await seen(cast.registrar))?.keys).toEqual([]);
    for (const viewer of [cast.registrar, cast.ngo])
      expect(await revokeKey(world, viewer, { keyId: id })).toMatchObject({ refusal: { code: 'not_allowed' } });
    const told = (personId: string) => world.db.prisma.letter.count({ where: { letter: 'key_notice', personId } });
    expect(await told(cast.head.personId)).toBeGreaterThan(0);
    await must(revokeKey(world, cast.head, { keyId: id }));
    expect(await told(cast.executor.personId)).toBe(1);
    expect((await send({ method: 'GET', path: `/appeals/${number}`, token })).status).toBe(401);
    const mine = await own(['read']);
    await must(revokeKey(world, cast.executor, { keyId: mine.id }));
  });

  it('of an official dies with the office', async () => {
    const { cast } = api;
    const { token } = await api.key(cast.registrar, 'body', cast.ministry.id, ['read']);
    const ask = async () => (await send({ method: 'GET', path: '/bodies', token })).status;
    expect(await ask()).toBe(200);
    const where = { personId: cast.registrar.personId };
    await world.db.prisma.membership.updateMany({ where, data: { until: new Date(world.now()) } });
    expect(await ask()).toBe(401);
    await world.db.prisma.membership.updateMany({ where, data: { until: null } });
  });

  it('is told to the others who keep keys there, when it is made and when it is revoked', async () => {
    const { cast } = api;
    await world.db.prisma.membership.create({
      data: {
        ...{ id: world.newId(), personId: cast.citizen.personId, role: 'representative' },
        ...{ organisationId: cast.organisationId, since: new Date('2026-01-01T00:00:00Z') },
      },
    });
    const told = () =>
      world.db.prisma.letter.count({ where: { letter: 'key_notice', personId: cast.citizen.personId } });
    const before = await told();
    const { id } = await api.key(cast.ngo, 'organisation', cast.organisationId);
    expect(await told()).toBe(before + 1);
    await must(revokeKey(world, cast.ngo, { keyId: id }));
    expect(await told()).toBe(before + 2);
  });
});

describe('the door', () => {
  it('counts requests by key and says how the limit stands', async () => {
    world.limits = { ...LIMITS, api_key: { times: 3, seconds: 60 } };
    try {
      const { token } = await api.key(api.cast.ngo, 'organisation', api.cast.organisationId);
      const ask = () => send({ method: 'GET', path: '/bodies', token });
      const first = await ask();
      expect(first.headers.get('ratelimit-policy')).toBe('"api_key";q=3;w=60');
      expect(first.headers.get('ratelimit')).toBe('"api_key";r=2;t=60');
      await ask();
      await ask();
      const over = await ask();
      expect([over.status, over.headers.get('retry-after')]).toEqual([429, '60']);
      expect(over.headers.get('ratelimit')).toBe('"api_key";r=0;t=60');
      expect(await over.json()).toMatchObject({ code: 'too_many_attempts' });
    } finally {
      world.limits = null;
    }
  });

  it('says in a problem document that there is nothing at an address, whatever the method', async () => {
    for (const path of ['', '/', '/nothing', '/appeals/', '/bodies/a/b/c'])
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await send({ method, path });
        expect([path, method, answer.status]).toEqual([path, method, 404]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }
  });

  it('leads from the type of a problem to the page that explains its code', async () => {
    const { type } = await problemOf({ method: 'GET', path: '/nothing' });
    const led = await api.site.visitor().get(new URL(type).pathname);
    expect(led.status).toBe(302);
    const page = await api.site.visitor().get(led.headers.get('location') ?? '');
    expect(page.status).toBe(200);
  });

  it('takes no cookie for a credential', async () => {
    const answer = await send({
      method: 'POST',
      path: '/appeals',
      headers: { ...json({}).headers, cookie: 'kenes_session=x' },
      body: '{}',
    });
    expect(answer.status).toBe(401);
  });

  it('refuses acts during maintenance with the time of return, and reads on', async () => {
    const day = test.today();
    await must(
      changeSetting(world, api.cast.administrator, {
        ...{ name: 'maintenance', step: 'begin' },
        day,
        time: '11:00',
        reason: 'Переезд на другой сервер',
      }),
    );
    try {
      const closed = await sendAct('fileAppeal');
      expect(closed.status).toBe(503);
      expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await closed.json()).toMatchObject({ code: 'maintenance' });
      expect((await send({ method: 'GET', path: '/bodies' })).status).toBe(200);
    } finally {
      at(day, '11:01');
    }
  });

  it('does what is sent twice at the same moment once', async () => {
    const sent = json(anActedAppeal());
    const to = { method: 'POST', path: '/appeals', token: tokens.ngo };
    const before = await world.db.prisma.appeal.count();
    const answers = await Promise.all([1, 2, 3].map(() => send({ ...to, ...sent })));
    expect(await world.db.prisma.appeal.count()).toBe(before + 1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });

  it('files once although the answer was lost: the same key leads to the same case', async () => {
    const sent = json(anActedAppeal());
    const to = { method: 'POST', path: '/appeals', token: tokens.ngo };
    const { number } = (await (await send({ ...to, ...sent })).json()) as { number: string };
    // As if the process had died between the act and its memory.
    const key = sent.headers['idempotency-key'];
    await world.db.prisma.apiAnswer.updateMany({
      where: { key },
      data: { status: null, beganAt: new Date(world.now() - 600_000) },
    });
    expect(await (await send({ ...to, ...sent })).json()).toMatchObject({ number });
  });

  it('lets what was refused be corrected under the same key', async () => {
    const wrong = json({ ...anActedAppeal(), subject: '' });
    const to = { method: 'POST', path: '/appeals', token: tokens.ngo };
    expect(await problemOf({ ...to, ...wrong })).toMatchObject({
      code: 'invalid',
      fields: [{ name: 'subject', code: 'required' }],
    });
    const right = await send({ ...to, headers: wrong.headers, body: JSON.stringify(anActedAppeal()) });
    expect(right.status).toBe(201);
  });

  it('cites the article in the law where an answer lacks what it asks', async () => {
    const number = await api.file();
    const { requirements: _none, ...bare } = aReply('act_favourable', []);
    const told = await problemOf({
      method: 'POST',
      path: `/appeals/${number}/answer`,
      token: tokens.body,
      ...json(bare),
    });
    expect(told).toMatchObject({ code: 'reply_incomplete', basis: { text: expect.stringMatching(/\d/) as string } });
    expect(told.fields?.length).toBeGreaterThan(0);
  });
});
