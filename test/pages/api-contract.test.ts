// The contract of the API: inputs made from its own schemas by chance, fitting and not, sent to every operation with every sort of key. Whatever
// comes back has a status that the document names and fits the shape that it describes.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sentSchema } from '../../app/pages/api/openapi';
import { ALL, json, openApi, readAs, type Api } from '../help/api';
import { testWorld } from '../help/world';

const test = testWorld('2026-02-02');
let api: Api;
let tokens: (string | null)[] = [];
beforeAll(async () => {
  api = await openApi(test);
  const { cast, key, clerk } = api;
  tokens = [
    ...[null, null, `kenes_${'B'.repeat(43)}`],
    (await key(cast.ngo, 'organisation', cast.organisationId)).token,
    (await key(clerk, 'body', cast.ministry.id)).token,
  ];
});

type Shape = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/** Something that fits the schema, most of the time of things that are there. */
function fitting(shape: Shape, name: string): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => fitting(one, name)));
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'array':
      return fc.array(fitting(shape.items ?? {}, name), { maxLength: 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: shape.minimum ?? 0, max: Math.min(shape.maximum ?? 100, 1000) });
    case 'object':
      return fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 20 }), { maxKeys: 3 });
    default:
      return text(shape, name);
  }
}

function text({ format, minLength = 0, maxLength = 60 }: Shape, name: string): fc.Arbitrary<string> {
  const { bodyId, documentId, commentId, bodySlug, comment } = api.known;
  if (format === 'uuid') return fc.oneof(fc.constantFrom(bodyId, documentId, commentId), fc.uuid());
  if (format === 'date' || /day/i.test(name)) return fc.constantFrom('2026-02-02', '2026-05-20', '2026-13-01');
  const known: Record<string, string[]> = {
    ...{ body: [bodySlug], parent: [bodySlug], period: ['2026-Q1', '2025-Q4'], edition: ['2026-1', 'none'] },
    ...{ joins: [comment], outcome: ['act_favourable'], kind: ['application'], received: ['2026-03-21T11:20'] },
  };
  const words = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, Math.max(minLength, 60)) });
  return name in known ? fc.oneof(fc.constantFrom(...(known[name] ?? [])), words) : words;
}

/** Fields as the schema has them: what is needed almost always, the rest now and then, and seldom something that does not fit. */
function fieldsOf({ properties = {}, required = [] }: Shape): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(properties).map(([name, shape]) => {
    const one = fc.oneof(
      { weight: 12, arbitrary: fitting(shape, name) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
    );
    const absent = { weight: required.includes(name) ? 1 : 40, arbitrary: fc.constant(undefined) };
    return [name, fc.oneof({ weight: 20, arbitrary: one }, absent)] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

const PARTS = {
  number: () => {
    const { appeal, answered, hidden, round, comment } = api.known;
    return fc.oneof(
      fc.constantFrom(appeal, answered, hidden, round, comment, '2026-999999'),
      fc.string({ minLength: 1 }),
    );
  },
  slug: () => fc.constantFrom(api.known.bodySlug, 'committee', 'nobody', '%'),
  documentId: () => fc.oneof(fc.constant(api.known.documentId), fc.uuid()),
} as const;

/** The address with parts that are there. */
const known = (path: string): string =>
  path
    .replace('{slug}', api.known.bodySlug)
    .replace('{documentId}', api.known.documentId)
    .replace('appeals/{number}', `appeals/${api.known.answered}`)
    .replace('rounds/{number}', `rounds/${api.known.round}`)
    .replace('comments/{number}', `comments/${api.known.comment}`);

/** The address with its parts: mostly the one that fits the noun before it. */
const addressOf = (path: string): fc.Arbitrary<string> => {
  const { answered, round, comment } = api.known;
  const fits: Record<string, string> = { appeals: answered, rounds: round, comments: comment };
  const pieces = path.split('/').map((piece, index, all) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1] as keyof typeof PARTS | undefined;
    if (!name) return fc.constant(piece);
    const known = fits[all[index - 1] ?? ''];
    const any = PARTS[name]().map((part) => encodeURIComponent(part));
    return known ? fc.oneof({ weight: 3, arbitrary: fc.constant(known) }, { weight: 1, arbitrary: any }) : any;
  });
  return fc.tuple(...pieces).map((parts) => parts.join('/'));
};

const RUNS = 15;
/** What is asked first where nothing asked is no question. */
const ASKED: Record<string, Record<string, unknown>> = {
  countTerm: { kind: 'application', received: '2026-03-21T11:20' },
};

describe.each(ALL)('%s', (id, operation) => {
  it('answers whatever its own schemas make with a status and a shape that the document names', async () => {
    const query = fieldsOf(sentSchema(operation.query) as Shape);
    const sent =
      operation.body === null || operation.body === 'bytes'
        ? fc.constant({})
        : fieldsOf(sentSchema(operation.body) as Shape);
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        ...([
          addressOf(operation.path),
          query,
          sent,
          fc.constantFrom(...tokens),
          fc.constantFrom('kk', 'ru', 'en', null),
        ] as const),
        async (path, asked, body, token, lang) => {
          const search = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
          if (lang) search.set('lang', lang);
          const carried =
            operation.body === null
              ? {}
              : operation.body === 'bytes'
                ? {
                    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
                    body: 'a;b\n',
                  }
                : json(body);
          const to = { method: operation.method, token, ...carried };
          const answer = await api.send({ ...to, path: `${path}${search.size > 0 ? `?${search}` : ''}` });
          const told = await readAs(operation, operation.method, answer);
          seen.add(told.status);
          const { next } = (told.body ?? {}) as { next?: string | null };
          if (told.status === 200 && typeof next === 'string') {
            const onward = new URL(next);
            expect(onward.pathname).toMatch(/^\/api\/v1\//);
            await readAs(
              operation,
              'GET',
              await api.send({ ...to, path: `${onward.pathname.slice('/api/v1'.length)}${onward.search}` }),
            );
          }
        },
      ),
      { numRuns: RUNS, seed: 7, examples: [[known(operation.path), ASKED[id] ?? {}, {}, null, 'kk']] },
    );
    if (operation.body === null) expect(seen).toContain(200);
  });
});

describe('a list', () => {
  it('read page by page is the whole of it, each once', async () => {
    await api.file();
    const all = (await (await api.send({ method: 'GET', path: '/appeals?limit=100' })).json()) as Page;
    const found: string[] = [];
    let path: string | null = '/appeals?limit=1';
    while (path !== null) {
      const page = (await (await api.send({ method: 'GET', path })).json()) as Page;
      found.push(...page.items.map(({ number }) => number));
      path = page.next && page.next.slice(page.next.indexOf('/appeals'));
    }
    expect(all.next).toBeNull();
    expect(found).toEqual(all.items.map(({ number }) => number));
    expect(found.length).toBeGreaterThan(2);
  });
});
type Page = { items: { number: string }[]; next: string | null };
