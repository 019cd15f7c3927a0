// Holds the guide on disk against the guide this database has lived under: a published edition or an official calendar year
// that changed under its name stops the start with a sentence, for cases are pinned to what it said.
import type { World } from '../world';

/** Remembers new hashes; throws an Error naming each edition or year whose hash changed since it was first used here. */
export async function pinGuide({ db, guide, now }: World): Promise<void> {
  const known = new Map((await db.prisma.guideHash.findMany({ select: { path: true, hash: true } })).map(({ path, hash }) => [path, hash]));
  const fixed = Object.entries(guide.hashes).filter(([name]) => isFixed(guide, name));
  const changed = fixed.filter(([name, hash]) => known.has(name) && known.get(name) !== hash).map(([name]) => name);
  if (changed.length > 0)
    throw new Error(`The guide's ${changed.join(', ')} was changed after it came into use here. Restore it, or publish the change as a new edition (guide/README.md).`);
  const since = new Date(now());
  await db.prisma.guideHash.createMany({ data: fixed.filter(([name]) => !known.has(name)).map(([path, hash]) => ({ path, hash, since })), skipDuplicates: true });
}

/** A projected calendar year may still change; an edition and an official year may not. */
const isFixed = (guide: World['guide'], name: string): boolean => {
  const year = /^calendar (\d{4})$/.exec(name)?.[1];
  return year === undefined || guide.calendarYears.some((it) => it.year === Number(year) && it.status === 'official');
};
