// What tests of cases ask over and over: a case filed, its row, its obligations by the beginning of their key, its letters.
import { fileAppeal } from '../../app/commands/appeals/file';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { must } from './rounds';
import { anAppeal, type Cast } from './world';

export const steps = (world: World, cast: () => Cast) => ({
  file: async (more: object = {}, viewer: Viewer = cast().ngo) =>
    (await must(fileAppeal(world, viewer, { ...anAppeal(cast()), ...more }))).id,
  row: (id: string) => world.db.prisma.appeal.findUniqueOrThrow({ where: { id } }),
  /** The last obligation whose key is `key` or begins with it and a colon. */
  owed: (id: string, key: string) =>
    world.db.prisma.obligation.findFirstOrThrow({
      where: { stream: `appeal:${id}`, OR: [{ key }, { key: { startsWith: `${key}:` } }] },
      orderBy: { openedBy: 'desc' },
    }),
  letters: (id: string, letter: string, to?: Viewer) =>
    world.db.prisma.letter.findMany({
      where: { stream: `appeal:${id}`, letter, ...(to && { personId: to.personId }) },
      orderBy: { key: 'asc' },
      select: { personId: true, data: true },
    }),
});
