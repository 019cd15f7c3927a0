// Erasures on lawful request: what was asked for and decided, one of them, and the fields of a record that could be erased.
import { openStream } from '../data/ledger';
import { recordNumbered } from '../data/records';
import { openingOf } from '../data/chain';
import { textsIn } from '../data/erased';
import { ERASURE_GROUNDS, type ErasureGround, type Signatory } from '../core/event';
import type { Instant } from '../core/day';
import { personalFieldsOf, personalValue } from '../core/personal-fields';
import { z } from 'zod';
import { signatory } from '../core/shape';
import type { World } from '../world';

const LATEST = 50;
const PREVIEW = 160;
const events = z.array(z.object({ version: z.int(), fields: z.array(z.string()) }));

export type ErasureView = {
  id: string;
  number: string;
  bodyId: string | null;
  fields: { version: number; name: string }[];
  ground: ErasureGround;
  reason: string;
  asked: Signatory;
  askedAt: Instant;
  state: 'asked' | 'done' | 'declined';
  decided: Signatory | null;
};
type Row = NonNullable<Awaited<ReturnType<World['db']['prisma']['erasure']['findUnique']>>>;

const viewOf = (row: Row): ErasureView => ({
  ...{ id: row.id, number: row.number, bodyId: row.bodyId, reason: row.reason, askedAt: row.askedAt.getTime() },
  fields: events.parse(row.events).flatMap(({ version, fields }) => fields.map((name) => ({ version, name }))),
  ground: z.enum(ERASURE_GROUNDS).parse(row.ground),
  asked: signatory.parse(row.asked),
  state: z.enum(['asked', 'done', 'declined']).parse(row.state),
  decided: row.decided === null ? null : signatory.parse(row.decided),
});

/** What waits first, then the latest that were decided. */
export async function erasures({ db }: Pick<World, 'db'>): Promise<ErasureView[]> {
  const of = (state: object) =>
    db.prisma.erasure.findMany({ where: { state }, orderBy: { askedAt: 'desc' }, take: LATEST });
  return [...(await of({ equals: 'asked' })), ...(await of({ not: 'asked' }))].map(viewOf);
}

export async function erasure({ db }: Pick<World, 'db'>, id: string): Promise<ErasureView | null> {
  const row = z.uuid().safeParse(id).success ? await db.prisma.erasure.findUnique({ where: { id } }) : null;
  return row && viewOf(row);
}

export type ErasableField = { value: string; version: number; name: string; says: string };

/** The personal fields of a record that still say something; null where no record has this number. */
export async function erasableFields({ db }: Pick<World, 'db'>, number: string): Promise<ErasableField[] | null> {
  const found = await recordNumbered(db, number);
  if (!found) return null;
  const [{ events: all }, rows] = await Promise.all([
    openStream(db, found.stream),
    db.prisma.event.findMany({ where: { stream: found.stream }, select: { version: true, seed: true, erased: true } }),
  ]);
  const openings = new Map(rows.map((row) => [row.version, openingOf(row)]));
  return all.flatMap((event) => {
    const { seed, erased } = openings.get(event.version) ?? { seed: null, erased: null };
    if (!seed && !erased) return [];
    return personalFieldsOf(event)
      .filter((name) => !erased?.commitments[name])
      .map((name) => ({
        value: `${event.version} ${name}`,
        version: event.version,
        name,
        says: said(personalValue(event, name)),
      }))
      .filter(({ says }) => says !== '');
  });
}

/** What a field says, in short: its words without the names of its parts. */
function said(value: unknown): string {
  const text = textsIn(value).join(', ');
  return text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
}
