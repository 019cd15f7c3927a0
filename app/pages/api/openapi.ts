// The document of the API (OpenAPI 3.1), built from the table of operations: the same schemas by which commands read what is sent and tests
// read what is answered. Served at /api/v1/openapi.json, for programs that write programs.
import { z } from 'zod';
import { SCOPES } from '../../core/key';
import { openLicence } from '../../queries/open-data';
import type { Text } from '../../text';
import { problem } from './problem';
import { SHAPES } from './answers/shared';
import { GROUPS, type Operation } from './operation';
import { OPERATIONS, type OperationId } from './operations';
import { statusesOf } from './statuses';

type Json = Record<string, unknown>;
const REF = '#/components/schemas/';

/** What a JSON schema says beside what zod would: real patterns stand behind formats, and readers of the document need only the name. */
const FORMATS = ['date', 'date-time', 'uuid'];
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _schema, $id: _id, ...rest } = value as Json;
  const kept = Object.entries(rest).filter(
    ([name]) => name !== 'pattern' || !FORMATS.some((format) => format === rest.format),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, tidied(one)]));
}

/** The shapes of answers by their names. They may grow: nothing says that there is no more in them. */
function shapes(): Json {
  const { schemas } = z.toJSONSchema(SHAPES, { io: 'input', uri: (id) => `${REF}${id}` });
  return open(tidied(schemas)) as Json;
}
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  const { additionalProperties, ...rest } = value as Json;
  const kept = additionalProperties === undefined || additionalProperties === false ? {} : { additionalProperties };
  return Object.fromEntries(Object.entries({ ...rest, ...kept }).map(([name, one]) => [name, open(one)]));
}

/** The schema of an answer: its name where it has one, else itself with the names inside. */
function answerSchema(answer: z.ZodType): Json {
  const name = SHAPES.get(answer)?.id;
  if (name) return { $ref: `${REF}${name}` };
  const whole = z.registry<{ id: string }>();
  for (const [id, shape] of SHAPES._idmap) whole.add(shape, { id });
  whole.add(answer, { id: 'answer' });
  const { schemas } = z.toJSONSchema(whole, { io: 'input', uri: (one) => `${REF}${one}` });
  return open(tidied(schemas.answer)) as Json;
}

/** What is sent, as the command's schema takes it. Needed is what it does not do without. */
export function sentSchema(schema: z.ZodObject): Json {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const required = Object.entries(schema.shape).flatMap(([name, field]) =>
    (field as z.ZodType).safeParse(undefined).success ? [] : [name],
  );
  return {
    type: 'object',
    properties: tidied(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

const parametersOf = ({ path, query, body }: Operation): Json[] => {
  const { properties = {}, required = [] } = sentSchema(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), ...(description ? { description } : {}), schema },
  }));
  const named = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...inPath,
    ...inQuery,
    named('lang'),
    ...(body === null ? [named('ifNoneMatch')] : [named('idempotencyKey')]),
  ];
};

const problems = (statuses: readonly number[]): Json =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: `#/components/responses/${status}` }]));

function operationOf(t: Text, id: OperationId, operation: Operation): Json {
  const { group, status, answer, body } = operation;
  const reads = body === null;
  return {
    operationId: id,
    tags: [group],
    summary: t.api.operations[id],
    security: reads ? [{}, { key: [] }] : [{ key: [] }],
    ...(!reads && { description: t.api.needsScope(operation.scopes) }),
    parameters: parametersOf(operation),
    ...(body !== null && { requestBody: { required: true, content: sentContent(body) } }),
    responses: {
      [String(status)]: {
        description: t.api.answer,
        headers: reads ? { ETag: header('ETag'), ...LIMITS } : LIMITS,
        content: { 'application/json': { schema: answerSchema(answer) } },
      },
      ...(reads && { 304: { description: t.api.notModified } }),
      ...problems(statusesOf(operation)),
    },
  };
}
const sentContent = (body: z.ZodObject | 'bytes'): Json =>
  body === 'bytes'
    ? { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } }
    : { 'application/json': { schema: sentSchema(body) } };
const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` });
const LIMITS: Json = { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimit-Policy') };

/** The whole document, in one language. */
export function openapi(t: Text, origin: string): Json {
  const say = t.api;
  const paths: Record<string, Json> = {};
  for (const [id, operation] of Object.entries(OPERATIONS) as [OperationId, Operation][])
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = operationOf(t, id, operation);
  const all = [...new Set(Object.values(OPERATIONS).flatMap(statusesOf))].sort((a, b) => a - b);
  const text = { type: 'string' };
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: say.title, version: '1', description: say.lead },
      license: { name: openLicence.title, url: openLicence.path },
    },
    servers: [{ url: `${origin}/api/v1` }],
    externalDocs: { url: `${origin}/en/api`, description: say.title },
    tags: GROUPS.map((name) => ({ name, description: say.groups[name] })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: `${say.keys.text} ${SCOPES.join(', ')}.` },
      },
      parameters: {
        lang: { name: 'lang', in: 'query', description: say.parameters.lang, schema: { enum: ['kk', 'ru', 'en'] } },
        ifNoneMatch: { name: 'If-None-Match', in: 'header', description: say.parameters.ifNoneMatch, schema: text },
        idempotencyKey: {
          ...{ name: 'Idempotency-Key', in: 'header', required: true, description: say.parameters.idempotencyKey },
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      },
      headers: {
        ETag: { description: say.parameters.etag, schema: text },
        RateLimit: { description: say.parameters.rateLimit, schema: text },
        'RateLimit-Policy': { description: say.parameters.rateLimitPolicy, schema: text },
        'Retry-After': { description: say.parameters.retryAfter, schema: { type: 'integer' } },
      },
      responses: Object.fromEntries(
        all.map((status) => [
          String(status),
          {
            description: say.statuses[status as keyof typeof say.statuses],
            headers: status === 429 || status === 503 ? { 'Retry-After': header('Retry-After') } : LIMITS,
            content: { 'application/problem+json': { schema: { $ref: `${REF}${SHAPES.get(problem)?.id}` } } },
          },
        ]),
      ),
      schemas: shapes(),
    },
  };
}
