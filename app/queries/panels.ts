// A panel of a wave as the pages of taking a right and of answering show it; and the rights that somebody holds. Nothing here reads an
// answer, and what concerns a person is read only for that person.
import type { Direction, Instrument, Openness } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { stageOfWave, waveOf, type WaveStage } from '../core/wave';
import { isUuid } from '../core/storable';
import type { World } from '../world';
import { namesOf } from './bodies';

export type PanelView = {
  panelId: string;
  number: string;
  title: string;
  direction: Direction;
  bodyId: string;
  body: string;
  opensDay: Day;
  closesDay: Day;
  stage: WaveStage;
  openness: Openness;
  minutes: number;
  publicKey: string;
  instrument: Instrument;
  /** As the wave's edition says "don't know". */
  dontKnow: string;
};
type Locale = 'kk' | 'ru' | 'en';
const panelFields = {
  ...{ id: true, bodyId: true, direction: true, publicKey: true, waveId: true },
  wave: { select: { facts: true } },
} as const;

/** A panel; null where there is none. */
export async function panelView(world: World, panelId: string, locale: Locale): Promise<PanelView | null> {
  if (!isUuid(panelId)) return null;
  const { prisma } = world.db;
  const panel = await prisma.panel.findUnique({ where: { id: panelId }, select: panelFields });
  if (!panel) return null;
  const body = await prisma.body.findUniqueOrThrow({ where: { id: panel.bodyId } });
  const wave = waveOf(panel.wave);
  const { number, title, opensDay, closesDay, openness, instrument } = wave;
  return {
    ...{ panelId, number, title: title[locale], direction: panel.direction as Direction, bodyId: panel.bodyId },
    ...{ body: namesOf(body)[locale], opensDay, closesDay, stage: stageOfWave(wave, dayOf(world.now())), openness },
    ...{ minutes: instrument.minutes, publicKey: panel.publicKey, instrument },
    dontKnow: world.guide.edition(wave.edition).texts[locale]['answer.dont_know.name'] ?? '',
  };
}

/** Whether whoever looks may take a right in this panel: it waits, it was taken, or there is none for them. */
export type RightState = 'waits' | 'taken' | 'none';

export async function rightState(
  world: World,
  viewer: Viewer,
  { panelId, direction, bodyId, openness }: Pick<PanelView, 'panelId' | 'direction' | 'bodyId' | 'openness'>,
): Promise<RightState> {
  const right = await world.db.prisma.surveyRight.findUnique({
    where: { panelId_personId: { panelId, personId: viewer.personId } },
    select: { taken: true },
  });
  if (right) return right.taken ? 'taken' : 'waits';
  return openness === 'open' && may(viewer, 'right.take', { direction, bodyId, holderId: null }) ? 'waits' : 'none';
}

export type RightView = Pick<PanelView, 'panelId' | 'title' | 'direction' | 'body' | 'closesDay' | 'minutes'> & {
  state: 'waits' | 'taken';
};

/**
 * What a person may answer in waves that take answers today: the rights they hold, and the open waves that ask people like them. Those
 * that wait first, the last day soonest first.
 */
export async function rightsOf(world: World, viewer: Viewer, locale: Locale): Promise<RightView[]> {
  const { prisma } = world.db;
  const { personId } = viewer;
  const taking = { phase: 'opened', closesDay: { gte: dayOf(world.now()) } };
  const [held, open] = await Promise.all([
    prisma.surveyRight.findMany({
      where: { personId, panel: { wave: taking } },
      select: { taken: true, panel: { select: panelFields } },
    }),
    prisma.panel.findMany({
      where: { wave: { ...taking, openness: 'open' }, rights: { none: { personId } } },
      select: panelFields,
    }),
  ]);
  const offered = open.filter(({ bodyId, direction }) =>
    may(viewer, 'right.take', { direction: direction as Direction, bodyId, holderId: null }),
  );
  const rights = [...held, ...offered.map((panel) => ({ taken: false, panel }))];
  const bodies = await prisma.body.findMany({ where: { id: { in: rights.map(({ panel }) => panel.bodyId) } } });
  const names = new Map(bodies.map((body) => [body.id, namesOf(body)[locale]]));
  return rights
    .map(({ taken, panel }): RightView => {
      const { title, closesDay, instrument } = waveOf(panel.wave);
      return {
        ...{ panelId: panel.id, title: title[locale], direction: panel.direction as Direction },
        ...{ body: names.get(panel.bodyId) ?? '', closesDay, minutes: instrument.minutes },
        state: taken ? 'taken' : 'waits',
      };
    })
    .sort(
      (a, b) => Number(a.state === 'taken') - Number(b.state === 'taken') || a.closesDay.localeCompare(b.closesDay),
    );
}
