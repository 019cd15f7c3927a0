// Waves of the invented country: the administrator plans a yearly one, NGOs and officials who are asked take their rights and answer, it
// is counted. What is planted is how far each body is trusted, and trusts. Called by live.ts; everything is done by calling commands.
import { castAnswer } from '../app/commands/waves/cast';
import { countWaves } from '../app/commands/waves/count';
import { inviteAsked, remindAsked } from '../app/commands/waves/invite';
import { openWaves } from '../app/commands/waves/open';
import { planWave } from '../app/commands/waves/plan';
import { takeRight } from '../app/commands/waves/take-right';
import { addDays, daysBetween, instantOf, type Day } from '../app/core/day';
import { DONT_KNOW } from '../app/core/sheet';
import type { Viewer } from '../app/core/viewer';
import { waveOf } from '../app/core/wave';
import type { Direction } from '../guide/schema';
import type { Chance } from './chance';
import { credentialMaker, type Maker } from './credential';
import type { Life } from './life';
import { levelFor, plantedSheet } from './planted';

/** `bodies`: the short names of those asked about; none: all with whom somebody had dealings. */
export type WaveCourse = { opens: Day; closes: Day; bodies?: readonly string[] };
/** What was planted: the level of each panel, how many answered, and how many of them with a point on `trust`. */
export type PlantedPanel = { bodyId: string; direction: Direction; level: number; answers: number; points: number };
/** `waveId` and `panels` are there from its first day on. */
export type PlantedWave = { waveId: string; panels: PlantedPanel[] };

const ANSWERS = 0.85;
const TITLES = { titleKk: 'Жылдық сенім толқыны', titleRu: 'Ежегодная волна доверия', titleEn: 'Yearly wave of trust' };
/** Days that a wave of the simulation is open. */
const OPEN_DAYS = 28;

/** So many waves evenly over a life, each closed before it ends. Throws where they do not fit in. */
export function yearly({ waves, from, until }: { waves: number; from: Day; until: Day }): WaveCourse[] {
  const apart = Math.floor(daysBetween(from, until) / Math.max(1, waves));
  if (waves > 0 && apart <= OPEN_DAYS + 1)
    throw new Error(`${waves} waves of ${OPEN_DAYS} days do not fit in between ${from} and ${until}`);
  return Array.from({ length: waves }, (_, n) => {
    const closes = addDays(from, apart * (n + 1) - 1);
    return { opens: addDays(closes, -OPEN_DAYS), closes };
  });
}

/** Puts the waves into the agenda; answers are drawn by a chance of their own. What was planted is complete once they are counted. */
export function liveWaves(life: Life, courses: readonly WaveCourse[], chance: Chance): PlantedWave[] {
  const { world, todo, country, counted } = life;
  const make = credentialMaker();
  return courses.map((course) => {
    const planted: PlantedWave = { waveId: '', panels: [] };
    const { opens, closes, bodies = [] } = course;
    todo.put(instantOf(addDays(opens, -1), '11:00'), async () => {
      const bodyIds = country.bodies.filter(({ body }) => bodies.includes(body.slug)).map(({ id }) => id);
      await counted(
        planWave(world, country.administrator, {
          ...{ instrument: 'yearly', ...TITLES, openness: 'closed', opensDay: opens, closesDay: closes, bodyIds },
        }),
      );
    });
    todo.put(instantOf(opens, '00:30'), async () => {
      await openWaves(world);
      await inviteAsked(world);
      await answering(life, { course, planted, chance, make });
    });
    for (let day = addDays(opens, 1); day <= closes; day = addDays(day, 1))
      todo.put(instantOf(day, '00:40'), async () => void (await remindAsked(world)));
    todo.put(instantOf(addDays(closes, 1), '00:30'), async () => void (await countWaves(world)));
    return planted;
  });
}

type Answering = { course: WaveCourse; planted: PlantedWave; chance: Chance; make: Maker };

/** Puts into the agenda who answers what, and when. */
async function answering(life: Life, { course, planted, chance, make }: Answering): Promise<void> {
  const { world, todo, country, counted } = life;
  const { prisma } = world.db;
  const row = await prisma.wave.findFirst({ where: { occasion: 'yearly', opensDay: course.opens, phase: 'opened' } });
  if (!row) return;
  planted.waveId = row.id;
  const { instrument } = waveOf(row);
  const rights = await prisma.surveyRight.findMany({
    where: { panel: { waveId: row.id } },
    select: { personId: true, panel: { select: { id: true, bodyId: true, direction: true, publicKey: true } } },
    orderBy: [{ panel: { bodyId: 'asc' } }, { panel: { direction: 'asc' } }, { personId: 'asc' }],
  });
  const everyone = [
    ...country.applicants.map(({ viewer }) => viewer),
    ...country.bodies.flatMap(({ post }) => [post.registrar, ...post.executors, post.head]),
  ];
  const people = new Map<string, Viewer>(everyone.map((viewer) => [viewer.personId, viewer]));
  const panels = new Map<string, PlantedPanel>();
  const planting = (id: string, bodyId: string, direction: Direction): PlantedPanel => {
    const before = panels.get(id);
    if (before) return before;
    const temper = country.bodies.find((one) => one.id === bodyId)?.body.temper ?? 'steady';
    const made = { bodyId, direction, level: levelFor(direction, temper, chance), answers: 0, points: 0 };
    panels.set(id, made);
    planted.panels.push(made);
    return made;
  };
  const [from, to] = [instantOf(course.opens, '09:00'), instantOf(course.closes, '18:00')];
  for (const { personId, panel } of rights) {
    const { id: panelId, bodyId, publicKey } = panel;
    const of = planting(panelId, bodyId, panel.direction as Direction);
    const viewer = people.get(personId);
    if (!viewer || !chance.happens(ANSWERS)) continue;
    const sheet = plantedSheet(instrument, of.level, chance);
    todo.put(from + Math.floor(chance.next() * (to - from)), async () => {
      const credential = await make(publicKey, async (message) => {
        const blinded = message.toString('base64url');
        const taken = await counted(takeRight(world, viewer, { panelId, blinded }));
        return taken && Buffer.from(taken.signature, 'base64url');
      });
      const cast = credential && (await counted(castAnswer(world, { panelId, credential, sheet })));
      of.answers += Number(Boolean(cast));
      of.points += Number(Boolean(cast) && sheet.trust !== DONT_KNOW);
    });
  }
}
