// The only reader of the environment. Everything that can be set, with its default; what can't work together is refused here
// with one sentence, before anything is opened.
import path from 'node:path';
import { z } from 'zod';

const url = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)), {
    error: `must start with ${schemes.join(':// or ')}://`,
  });
const filled = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === '' ? undefined : value), schema);

const environment = z.object({
  /** An outside PostgreSQL; unset: an embedded one in the data folder. */
  DATABASE_URL: filled(url('postgres', 'postgresql').optional()),
  /** An outside Redis for the queue; unset: the queue lives in PostgreSQL. */
  REDIS_URL: filled(url('redis', 'rediss', 'unix').optional()),
  /** A mail server; unset: letters stay in the database and are read on the site. */
  SMTP_URL: filled(url('smtp', 'smtps').optional()),
  MAIL_FROM: filled(z.string().optional()),
  /** What this process does; unset: both. */
  ROLE: filled(z.enum(['web', 'worker']).optional()),
  PORT: filled(z.coerce.number().int().min(0).max(65_535).optional()),
  HOST: filled(z.string().default('127.0.0.1')),
  /** The public address, such as https://kenes.example.kz: links in letters start with it. */
  ORIGIN: filled(z.url().optional()),
  /** Whom people tell of a weakness: an e-mail address, or an https: address. Unset: there is no /.well-known/security.txt. */
  SECURITY_CONTACT: filled(z.union([z.email(), z.url({ protocol: /^https$/ })]).optional()),
  DATA_DIR: filled(z.string().default('data')),
  /** Whether an empty database gets the demo country. Unset: yes with the embedded database, no with an outside one. */
  SEED: filled(z.enum(['demo', 'none']).optional()),
  /** On an empty database without the demo: the e-mail that gets the first administrator's invitation. */
  FIRST_ADMIN: filled(z.email().optional()),
  /** How many proxies in front are trusted to tell the visitor's address and protocol. */
  TRUST_PROXY: filled(z.coerce.number().int().min(0).max(5).default(0)),
  /** How many seconds a web that is told to end still takes requests while /readyz already says no. Unset: 5 behind a proxy, none otherwise. */
  DRAIN_SECONDS: filled(z.coerce.number().min(0).max(60).optional()),
  /** Keys that sign the public register (Ed25519, PKCS#8 PEM), the wanted one last. Unset: files in DATA_DIR/keys, made on first use. */
  REGISTER_KEY: filled(z.string().optional()),
  /** Whether webhooks may lead to this machine, also without TLS: for trying them out. Never set it where strangers have accounts. */
  WEBHOOKS: filled(z.enum(['loopback']).optional()),
  /** Where Prometheus finds this process's figures, at /metrics. Unset: nowhere. */
  METRICS_PORT: filled(z.coerce.number().int().min(0).max(65_535).optional()),
  /** The address it listens on: by default this machine alone. */
  METRICS_HOST: filled(z.string().default('127.0.0.1')),
  /** Where mail servers bring replies and reports about letters (SMTP). Unset: nowhere, and letters say that replies are not read. */
  INBOUND_PORT: filled(z.coerce.number().int().min(0).max(65_535).optional()),
  /** The address it listens on: by default this machine alone. */
  INBOUND_HOST: filled(z.string().default('127.0.0.1')),
  /** The domain of the addresses of replies; its MX record leads to INBOUND_PORT, and SMTP_URL's server may send for it. */
  REPLY_DOMAIN: filled(
    z
      .string()
      .regex(/^(?=.{4,180}$)([a-z0-9-]+\.)+[a-z]{2,}$/i, 'must be a domain, such as reply.kenes.example.kz')
      .optional(),
  ),
  /** A PEM key and certificate for STARTTLS. Unset: letters come in without encryption. */
  INBOUND_KEY_FILE: filled(z.string().optional()),
  INBOUND_CERT_FILE: filled(z.string().optional()),
  /** A clamd that looks through every file before it is kept: tcp://host:port or unix:///path. Unset: nobody does. */
  CLAMD: filled(
    z
      .string()
      .regex(/^(tcp:\/\/[^/:\s]+:\d{1,5}|unix:\/\/\/\S+)$/, 'must be tcp://host:port or unix:///path')
      .optional(),
  ),
  DATABASE_POOL: filled(z.coerce.number().int().min(2).max(200).default(12)),
  LOG_LEVEL: filled(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
});

export type Config = {
  databaseUrl: string | null;
  redisUrl: string | null;
  smtp: { url: string; from: string } | null;
  web: boolean;
  worker: boolean;
  port: number | null;
  host: string;
  origin: string | null;
  securityContact: string | null;
  dataDir: string;
  seed: boolean;
  firstAdmin: string | null;
  trustProxy: number;
  /** Milliseconds. */
  drain: number;
  registerKey: string | null;
  loopback: boolean;
  metrics: { port: number; host: string } | null;
  /** Replies are read: under this domain, and by this process where `server` says so. */
  replies: {
    domain: string;
    server: { port: number; host: string; tls: { keyFile: string; certFile: string } | null } | null;
  } | null;
  scanner: string | null;
  pool: number;
  logLevel: string;
};

/** The configuration in the environment. Throws an Error whose message is one sentence per thing that can't work. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'));
  const it = read.data;
  const wrong: string[] = [];
  if (it.ROLE && !it.DATABASE_URL)
    wrong.push(
      `ROLE=${it.ROLE} needs DATABASE_URL: the embedded database belongs to a single process that is both web and worker.`,
    );
  if (it.SMTP_URL && !it.MAIL_FROM)
    wrong.push('SMTP_URL needs MAIL_FROM: a mail server takes no letter without a sender.');
  if (it.SMTP_URL && !it.ORIGIN) wrong.push('SMTP_URL needs ORIGIN: links in letters must lead to the public address.');
  if (it.MAIL_FROM && !it.SMTP_URL) wrong.push('MAIL_FROM without SMTP_URL sends nothing: set both or neither.');
  if (it.REDIS_URL && !it.DATABASE_URL)
    wrong.push(
      'REDIS_URL needs DATABASE_URL: an outside queue is for several processes, which need an outside database too.',
    );
  if (it.FIRST_ADMIN && it.SEED === 'demo')
    wrong.push('FIRST_ADMIN and SEED=demo exclude each other: the demo country has its own administrator.');
  wrong.push(...wrongReplies(it));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return {
    databaseUrl: it.DATABASE_URL ?? null,
    redisUrl: it.REDIS_URL ?? null,
    smtp: it.SMTP_URL && it.MAIL_FROM ? { url: it.SMTP_URL, from: it.MAIL_FROM } : null,
    web: it.ROLE !== 'worker',
    worker: it.ROLE !== 'web',
    port: it.PORT ?? null,
    host: it.HOST,
    origin: it.ORIGIN?.replace(/\/$/, '') ?? null,
    securityContact: it.SECURITY_CONTACT ?? null,
    dataDir: path.resolve(it.DATA_DIR),
    seed: it.SEED ? it.SEED === 'demo' : !it.DATABASE_URL && !it.FIRST_ADMIN,
    firstAdmin: it.FIRST_ADMIN ?? null,
    trustProxy: it.TRUST_PROXY,
    drain: 1000 * (it.DRAIN_SECONDS ?? (it.TRUST_PROXY > 0 ? 5 : 0)),
    registerKey: it.REGISTER_KEY ?? null,
    loopback: it.WEBHOOKS === 'loopback',
    metrics: it.METRICS_PORT === undefined ? null : { port: it.METRICS_PORT, host: it.METRICS_HOST },
    replies: repliesOf(it),
    scanner: it.CLAMD ?? null,
    pool: it.DATABASE_POOL,
    logLevel: it.LOG_LEVEL,
  };
}

type Environment = z.output<typeof environment>;

function wrongReplies(it: Environment): string[] {
  const wrong: string[] = [];
  if (it.INBOUND_PORT !== undefined && !it.REPLY_DOMAIN)
    wrong.push('INBOUND_PORT needs REPLY_DOMAIN: letters come in to addresses of that domain alone.');
  if (it.REPLY_DOMAIN && it.INBOUND_PORT === undefined && !it.ROLE)
    wrong.push('REPLY_DOMAIN without INBOUND_PORT needs ROLE: another process must take the letters in.');
  if (it.REPLY_DOMAIN && !it.SMTP_URL)
    wrong.push('REPLY_DOMAIN needs SMTP_URL: nobody can reply to letters that are not sent.');
  if (Boolean(it.INBOUND_KEY_FILE) !== Boolean(it.INBOUND_CERT_FILE))
    wrong.push('INBOUND_KEY_FILE and INBOUND_CERT_FILE go together: set both or neither.');
  if (it.INBOUND_KEY_FILE && it.INBOUND_PORT === undefined)
    wrong.push('INBOUND_KEY_FILE needs INBOUND_PORT: no other port uses that key.');
  return wrong;
}

/** Letters are taken in by the worker; a web process only needs to know that they are. */
function repliesOf(it: Environment): Config['replies'] {
  if (!it.REPLY_DOMAIN) return null;
  const { INBOUND_PORT: port, INBOUND_HOST: host, INBOUND_KEY_FILE: keyFile, INBOUND_CERT_FILE: certFile } = it;
  const tls = keyFile && certFile ? { keyFile, certFile } : null;
  return {
    domain: it.REPLY_DOMAIN.toLowerCase(),
    server: port === undefined || it.ROLE === 'web' ? null : { port, host, tls },
  };
}
