// Somebody asks for their own data, for those of an organisation that they represent, or for a year of cases of a body that they speak for. It is
// noted who takes what, and for a day the file may be fetched: it is made while it is sent, and lies nowhere. Called by the page of one's data.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { sizeOf, type Whose } from '../../data/own-cases';
import type { World } from '../../world';
import { own } from '../accounts/own';
import { limited } from '../limited';

/** Milliseconds for which the file may be fetched, by whoever asked alone. */
const LASTS = 24 * 60 * 60 * 1000;
/** What one zip file takes along, well below what the format holds. */
const MOST = { cases: 20_000, bytes: 3_000_000_000 };

export const input = z.object({
  /** Neither: one's own. */
  organisationId: z.uuid().or(z.literal('')).default(''),
  bodyId: z.uuid().or(z.literal('')).default(''),
  /** Of a body: which year's cases. */
  year: z.coerce.number().int().min(2000).max(9999).optional(),
});

/** Resolves to the id by which the file is fetched. Refuses: not_signed_in, not_allowed, demo_account, invalid, export_too_large. */
export async function askExport(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'export', async () => {
    const who = await own(world, viewer);
    if (!viewer || !who.ok) return who.ok ? refuse('not_signed_in') : who;
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { year } = read.value;
    const [organisationId, bodyId] = [read.value.organisationId || null, read.value.bodyId || null];
    const { personId, name } = who.value;
    if (!may(viewer, 'data.export', { personId, organisationId, bodyId })) return refuse('not_allowed');
    if (bodyId && year === undefined) return refuse('invalid', { fields: { year: 'required' } });
    const whose: Whose = bodyId
      ? { of: 'body', id: bodyId, year: year ?? 0 }
      : organisationId
        ? { of: 'organisation', id: organisationId }
        : { of: 'person', id: personId };
    const { cases, bytes } = await sizeOf(world.db, whose);
    if (cases > MOST.cases || bytes > MOST.bytes)
      return refuse('export_too_large', { params: { cases, most: MOST.cases, bytes, limit: MOST.bytes } });
    const id = world.newId();
    const askedAt = new Date(world.now());
    await world.db.prisma.dataExport.create({
      data: {
        ...{ id, personId, name, organisationId, bodyId, askedAt },
        ...{ year: bodyId ? year : null, expiresAt: new Date(world.now() + LASTS) },
      },
    });
    return done({ id });
  });
}

/** Notes that the file was fetched. */
export const exportTaken = async ({ db, now }: Pick<World, 'db' | 'now'>, id: string): Promise<void> =>
  void (await db.prisma.dataExport.update({ where: { id }, data: { takenAt: new Date(now()) } }));
