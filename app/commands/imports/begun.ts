// An administrator says that a table is to be applied, or taken back: that is noted, and the worker does it (commands/imports/go-on).
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ importId: z.uuid() });

/** Each is begun once, from the standing that it needs. */
const BEGIN = {
  apply: `UPDATE "Import" SET "applyBegunAt" = $2::timestamptz, "appliedById" = $3::uuid
           WHERE id = $1::uuid AND "applyBegunAt" IS NULL AND "appliedAt" IS NULL`,
  undo: `UPDATE "Import" SET "undoBegunAt" = $2::timestamptz, "undoneById" = $3::uuid
          WHERE id = $1::uuid AND "appliedAt" IS NOT NULL AND "undoBegunAt" IS NULL AND "undoneAt" IS NULL`,
} as const;

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled. */
export const begin = (
  world: World,
  viewer: Viewer | null,
  what: keyof typeof BEGIN,
  raw: unknown,
): Promise<Outcome<{ id: string }>> =>
  limited(world, viewer, 'import', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'register.import', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { importId: id } = read.value;
    const { db, now } = world;
    const at = new Date(now()).toISOString();
    const begun = await db.pool.query({ text: BEGIN[what], values: [id, at, viewer.personId] });
    if (begun.rowCount === 0)
      return refuse((await db.prisma.import.count({ where: { id } })) > 0 ? 'import_settled' : 'not_found');
    world.wake('imports');
    return done({ id });
  });
