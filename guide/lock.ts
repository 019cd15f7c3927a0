/**
 * Has something that was published been changed? Compares the guide with guide/lock.json (sha-256 of every published edition and
 * calendar year). Called by guide/check.ts and at the start; publishing only ever adds, but for a projected year made official.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Guide } from './schema';

const lockSchema = z.record(
  z.string(),
  z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    status: z.enum(['published', 'official', 'projected']),
  }),
);
export type Lock = z.infer<typeof lockSchema>;

export function readLock(dir: string): Lock {
  const file = path.join(dir, 'lock.json');
  return existsSync(file) ? lockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** What the lock would say of the guide as it is. */
export function lockOf(guide: Guide): Lock {
  const statusOf = (name: string) =>
    guide.calendarYears.find(({ year }) => name === `calendar ${year}`)?.status ?? 'published';
  return Object.fromEntries(
    Object.entries(guide.hashes).map(([name, sha256]) => [name, { sha256, status: statusOf(name) }]),
  );
}

/** Sentences about everything published that was changed or removed. Empty when nothing was. */
export function changedSincePublished(guide: Guide, lock: Lock): string[] {
  const now = lockOf(guide);
  return Object.entries(lock).flatMap(([name, { sha256, status }]) => {
    const current = now[name];
    if (!current)
      return [
        `The guide lost ${name}, which was published. Cases keep the edition and calendar they were opened under: put it back.`,
      ];
    if (current.sha256 === sha256) return [];
    if (status === 'projected') return [];
    return [
      `${name} was published and has been changed since. Cases rest on it: undo the change and add a new edition instead.`,
    ];
  });
}

/** Names that are not in the lock, or are there as a projection that has changed since. */
export function unpublished(guide: Guide, lock: Lock): string[] {
  return Object.entries(lockOf(guide))
    .filter(([name, { sha256 }]) => lock[name]?.sha256 !== sha256)
    .map(([name]) => name);
}

/** Adds what is new to the lock. Refuses (with the sentences) when something published was changed. */
export function publish(dir: string, guide: Guide): { added: string[]; refused: string[] } {
  const lock = readLock(dir);
  const refused = changedSincePublished(guide, lock);
  if (refused.length > 0) return { added: [], refused };
  const added = unpublished(guide, lock);
  const next = { ...lock, ...lockOf(guide) };
  writeFileSync(
    path.join(dir, 'lock.json'),
    `${JSON.stringify(next, Object.keys(next).sort().concat('sha256', 'status'), 2)}\n`,
  );
  return { added, refused };
}
