// What an operation of the API is: everything that the door (door.ts), the document (openapi.ts), the page of the API and the tests need to
// know of it. The table of all of them is operations.ts; these functions hold an operation together by its types.
import { z } from 'zod';
import type { Scope } from '../../core/key';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { Key } from '../../queries/keys';
import { pageOf } from './answers/shared';
import type { ProblemDocument } from './problem';
import type { Scene } from './scene';

export const GROUPS = ['appeals', 'rounds', 'comments', 'bodies', 'scores', 'guide', 'files'] as const;
type Group = (typeof GROUPS)[number];
export type Method = 'GET' | 'POST' | 'PUT';

/** The names in braces of a path such as '/appeals/{number}'. */
type Names<P extends string> = P extends `${string}{${infer N}}${infer R}` ? N | Names<R> : never;
type InPath<P extends string> = Record<Names<P>, string>;
/** `location`: where what was made is read. `next`: the place from which a list goes on. */
export type Given = { answer: unknown; location?: string; next?: string | null };
/** Bytes as they come in, and the name that the sender gave them. */
export type Bytes = AsyncIterable<Uint8Array>;

/** An operation as the door uses it, whatever its types. */
type Common = {
  method: Method;
  path: string;
  group: Group;
  query: z.ZodObject;
  answer: z.ZodType;
};
export type ReadOperation = Common & {
  body: null;
  status: 200;
  /** Seconds for which an answer may be kept without asking again. */
  fresh: number;
  /** It reads the address by itself, and says in words of its own what is wrong with it. */
  readsItself: boolean;
  run: (asked: Asked) => Promise<Outcome<Given> | { ok: false; problem: ProblemDocument }>;
};
export type ActOperation = Common & {
  /** What is sent: the command's own fields, those left out that the path or the key says; or the bytes of a file. */
  body: z.ZodObject | 'bytes';
  status: 200 | 201;
  /** Any of these lets it through. */
  scopes: readonly Scope[];
  run: (asked: Asked) => Promise<Outcome<Given>>;
};
export type Operation = ReadOperation | ActOperation;
export type Asked = Scene & {
  path: Record<string, string>;
  search: URLSearchParams;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  bytes: Bytes | null;
  /** The one-time key of a form, made of the key and the Idempotency-Key (core/key). */
  form: string;
};

type Reading<P extends string, Q extends z.ZodObject, A extends z.ZodType> = {
  path: P;
  group: Group;
  query?: Q;
  answer: A;
  fresh?: number;
  /** Null: there is no such thing. */
  read: (asked: Scene & { path: InPath<P>; query: z.output<Q> }) => Promise<z.input<A> | null> | z.input<A> | null;
};
const nothing = z.strictObject({});

/** Something that is read whole. */
export const reading = <P extends string, A extends z.ZodType, Q extends z.ZodObject = typeof nothing>({
  read,
  query,
  fresh = 0,
  ...rest
}: Reading<P, Q, A>): ReadOperation => ({
  ...{ ...rest, fresh, method: 'GET', body: null, status: 200, readsItself: false },
  query: query ?? nothing,
  run: async (asked) => {
    const answer = await read(asked as unknown as Parameters<typeof read>[0]);
    return answer === null ? refuse('not_found') : done({ answer });
  },
});

/** Where a list is entered: how much of it at once, and after what. */
const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('How many at once, 1 to 100.'),
  cursor: z.string().max(200).optional().describe('Where to go on: it stands in `next` of the page before.'),
};
type Listing<P extends string, Q extends z.ZodObject, I extends z.ZodType> = {
  path: P;
  group: Group;
  query?: Q;
  item: I;
  /** Null: there is no such thing whose list it would be. 'cursor': the place is none. */
  list: (
    asked: Scene & { path: InPath<P>; query: z.output<Q>; limit: number; cursor: string | null },
  ) => Promise<{ items: z.input<I>[]; next: string | null } | null | 'cursor'>;
};

/** Something that is read page by page. */
export const listing = <P extends string, I extends z.ZodType, Q extends z.ZodObject = typeof nothing>({
  list,
  query,
  item,
  ...rest
}: Listing<P, Q, I>): ReadOperation => ({
  ...{ ...rest, fresh: 0, method: 'GET', body: null, status: 200, readsItself: false },
  query: z.strictObject({ ...query?.shape, ...paging }),
  answer: pageOf(item),
  run: async (asked) => {
    const { limit, cursor = null, ...filter } = asked.query as { limit: number; cursor?: string };
    const found = await list({ ...asked, limit, cursor, query: filter } as unknown as Parameters<typeof list>[0]);
    if (found === 'cursor') return refuse('invalid', { fields: { cursor: 'bad_value' } });
    if (found === null) return refuse('not_found');
    return done({ answer: { items: found.items }, next: found.next });
  },
});

/** Who acts, through which key, in which form. */
type Doing<P extends string> = Omit<Scene, 'viewer' | 'key'> & {
  viewer: Viewer;
  key: Key;
  path: InPath<P>;
  form: string;
};
type Done<A extends z.ZodType> = Promise<Outcome<{ answer: z.input<A>; location?: string }>>;
type Writing<P extends string, B extends z.ZodObject, A extends z.ZodType> = {
  method?: 'POST' | 'PUT';
  path: P;
  group: Group;
  body: B;
  scopes: readonly Scope[];
  answer: A;
  status?: 200 | 201;
  /** `body`: as it was sent; the command reads it. */
  act: (asked: Doing<P> & { body: Record<string, unknown> }) => Done<A>;
};

/** An act: what is sent goes to a command, whose schema is its only validation. */
export const writing = <P extends string, B extends z.ZodObject, A extends z.ZodType>({
  act,
  method = 'POST',
  status = 200,
  ...rest
}: Writing<P, B, A>): ActOperation => ({
  ...{ ...rest, method, status, query: nothing },
  run: (asked) => act(asked as unknown as Parameters<typeof act>[0]),
});

type Sending<P extends string, Q extends z.ZodObject, A extends z.ZodType> = {
  path: P;
  group: Group;
  query: Q;
  scopes: readonly Scope[];
  answer: A;
  take: (asked: Doing<P> & { query: z.output<Q>; bytes: Bytes }) => Done<A>;
};

/** A file, as its bytes. */
export const sending = <P extends string, Q extends z.ZodObject, A extends z.ZodType>({
  take,
  ...rest
}: Sending<P, Q, A>): ActOperation => ({
  ...{ ...rest, method: 'POST', status: 201, body: 'bytes' },
  run: (asked) => take(asked as unknown as Parameters<typeof take>[0]),
});
