// What a backup says of itself: from when it is, what made its database, and every file in it with its SHA-256.
import { z } from 'zod';

export const MANIFEST = 'backup.json';

const column = z.object({ name: z.string(), type: z.string() });
export const manifestShape = z.object({
  format: z.literal('kenes backup/1'),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({
      name: z.string().regex(/^\w+$/),
      columns: z.array(column),
      rows: z.int(),
      file: z.string().regex(/^database\/\w+\.gz$/),
      sha256: z.string(),
    })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** Attachments under their own hashes, and keys of the register. */
  files: z.array(z.string().regex(/^[0-9a-f]{2}\/[0-9a-f]{64}$/)),
  keys: z.array(z.string().regex(/^(\d+\.pem|reply\.key)$/)),
  /** Letters that came in. */
  mail: z.array(z.string().regex(/^[0-9a-f-]{36}$/)).default([]),
});
export type Manifest = z.infer<typeof manifestShape>;
