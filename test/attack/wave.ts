// The attacked wave: planned, opened, taken part in as people do (some answer at once, some days later, some not at all), backed up at
// random moments, counted. What is known of it afterwards is in two hands: the insider's holdings, and who really answered what.
import { castAnswer } from '../../app/commands/waves/cast';
import { countWaves } from '../../app/commands/waves/count';
import { inviteAsked, remindAsked } from '../../app/commands/waves/invite';
import { openWaves } from '../../app/commands/waves/open';
import { planWave } from '../../app/commands/waves/plan';
import { takeRight } from '../../app/commands/waves/take-right';
import { addDays, dayOf, instantOf, type Day, type Instant } from '../../app/core/day';
import { readSheet } from '../../app/core/sheet';
import { waveOf } from '../../app/core/wave';
import { readCredential, takeFor } from '../../app/data/credentials';
import { boxNameOf } from '../../app/data/sealing';
import { openSession } from '../../app/data/sessions';
import { viewerOf } from '../../app/queries/viewer';
import type { World } from '../../app/world';
import { agenda } from '../../prisma/agenda';
import type { Chance } from '../../prisma/chance';
import { deliver } from '../../workers/deliver';
import { must } from '../help/rounds';
import { backup, type Backup, type Holdings } from './holdings';
import { gathered, sheetOf } from './people';
import { sorted, type Truth } from './score';

/** A world whose clock is moved by hand and whose every log line is kept. */
export type Scene = { world: World; at(moment: Instant): void; logs: string[] };
/** How participants reach the house: by commands, or by its pages. */
export type Way = {
  /** Has a blinded message signed for whoever has this session; throws where that is refused. */
  sign(token: string, panelId: string, blinded: string): Promise<string>;
  answer(panelId: string, credential: string, sheet: Record<string, string | string[]>): Promise<void>;
};

export const byCommands = ({ world }: Scene): Way => ({
  async sign(token, panelId, blinded) {
    return (await must(takeRight(world, await viewerOf(world, token), { panelId, blinded }))).signature;
  },
  async answer(panelId, credential, sheet) {
    await must(castAnswer(world, { panelId, credential, sheet }));
  },
});

const PLANNED: Day = '2026-02-02';
const OPENS: Day = '2026-03-02';
const CLOSES: Day = '2026-03-30';
const MINUTE = 60_000;
/** Of those invited, and of those who took their right. */
const TAKE = 0.92;
const ANSWER = 0.95;

type Asked = {
  scene: Scene;
  chance: Chance;
  /** How many are asked, by body. */
  sizes: readonly number[];
  /** At so many random moments, or after every act, as whoever reads the database's own journal would have them. */
  backups: number | 'every_act';
  /** Share of those who answer that do so right after taking their right. */
  atOnce: number;
  way: Way;
};

export type Attacked = { holdings: Holdings; truths: Truth[]; seal: Uint8Array };

export async function attackedWave({ scene, chance, sizes, backups, atOnce, way }: Asked): Promise<Attacked> {
  const { world, at, logs } = scene;
  at(instantOf(PLANNED, '10:00'));
  const { administrator, participants } = await gathered(world, { sizes, chance });
  await must(
    planWave(world, administrator, {
      ...{ instrument: 'yearly', titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave' },
      ...{ openness: 'closed', opensDay: OPENS, closesDay: CLOSES },
    }),
  );
  at(instantOf(OPENS, '08:00'));
  await openWaves(world);
  await inviteAsked(world);
  const row = await world.db.prisma.wave.findFirstOrThrow({ where: { occasion: 'yearly' } });
  const { id: waveId, instrument } = waveOf(row);
  const panels = new Map(
    (await world.db.prisma.panel.findMany({ where: { waveId, direction: 'ngo_to_body' } })).map((one) => [
      one.bodyId,
      one,
    ]),
  );

  const truths: Truth[] = [];
  const kept: Backup[] = [];
  const todo = agenda();
  const [first, last] = [instantOf(OPENS, '09:00'), instantOf(CLOSES, '23:00')];
  const moment = (from: number) => from + Math.floor(chance.next() * (last - from));
  for (let day = OPENS; day <= CLOSES; day = addDays(day, 1))
    todo.put(instantOf(day, '08:30'), async () => {
      await remindAsked(world);
      await deliver(world, new AbortController().signal);
    });
  const keep = async () => void kept.push(await backup(world, kept.at(-1)));
  if (backups !== 'every_act') for (let n = 0; n < backups; n += 1) todo.put(moment(first), keep);
  for (const one of participants.filter(() => chance.happens(TAKE))) {
    const panel = panels.get(one.bodyId);
    if (!panel) throw new Error('a participant is asked in no panel');
    todo.put(moment(first), async () => {
      const token = await openSession(world, world.db.prisma, one.viewer.personId, { agent: 'attack', address: '' });
      const credential = await takeFor(panel.publicKey, async (blinded) =>
        Buffer.from(await way.sign(token, panel.id, Buffer.from(blinded).toString('base64url')), 'base64url'),
      );
      if (!credential || !chance.happens(ANSWER)) return;
      const answer = async () => {
        const sheet = sheetOf(instrument, chance);
        await way.answer(panel.id, credential, sheet);
        const read = readSheet(instrument, 'ngo_to_body', sheet);
        const hash = readCredential(credential)?.hash;
        const held = await world.seals.read(waveId);
        if (!read.ok || !hash || !held) throw new Error('a sheet of the attack does not fit');
        const isText = (item: string) => instrument.items[item]?.kind === 'text';
        const entries = Object.entries(read.values);
        truths.push({
          ...{ personId: one.viewer.personId, panelId: panel.id, hash, name: boxNameOf(held, hash) },
          sheet: sorted(Object.fromEntries(entries.filter(([item]) => !isText(item)))),
          texts: entries.flatMap(([item, value]) => (isText(item) && typeof value === 'string' ? [value] : [])),
        });
      };
      todo.put(chance.happens(atOnce) ? world.now() + chance.between(4, 15) * MINUTE : moment(world.now()), answer);
    });
  }
  for (let next = todo.next(); next; next = todo.next()) {
    at(next.at);
    // Who began a few minutes before midnight of the last day comes too late; nobody here does.
    if (dayOf(next.at) > CLOSES) continue;
    await next.happen();
    if (backups === 'every_act') await keep();
  }

  const seal = await world.seals.read(waveId);
  if (!seal) throw new Error('the open wave has no seal');
  at(instantOf(addDays(CLOSES, 1), '01:00'));
  await countWaves(world);
  await deliver(world, new AbortController().signal);
  const { tables } = await backup(world);
  return { holdings: { backups: kept, final: tables, logs: [...logs] }, truths, seal: new Uint8Array(seal) };
}
