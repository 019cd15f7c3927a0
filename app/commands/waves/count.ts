// Waves whose last day has passed are counted: boxes are closed and unsealed, what fits is shuffled and kept without its credential, small
// panels without their body, the figures are computed, and the seal is destroyed. Called by the job survey; done again after a crash at
// any point it comes to the same.
import { createHash, randomInt } from 'node:crypto';
import type { Direction, Instrument } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { fieldsOf, readSheet, type Values } from '../../core/sheet';
import type { PanelCount, Wave } from '../../core/wave';
import { closeBoxes } from '../../data/boxes';
import { answerOpener, boxNameOf } from '../../data/sealing';
import type { World } from '../../world';
import { openedWave, recordWave } from './act';
import { hashOfTables, tabulate } from './tabulate';

/** Names the way figures are computed; changed with the code that computes them. */
const METHOD = 'trust-1';

/** Counts what is due and destroys seals that a crash left. Gives how many waves it counted. */
export async function countWaves(world: World, signal?: AbortSignal): Promise<number> {
  const due = await world.db.prisma.wave.findMany({
    where: { phase: 'opened', closesDay: { lt: dayOf(world.now()) } },
    select: { id: true },
    orderBy: { closesDay: 'asc' },
  });
  let counted = 0;
  for (const { id } of due) {
    if (signal?.aborted) return counted;
    counted += Number(await countWave(world, id));
  }
  const over = await world.db.prisma.wave.findMany({
    where: { phase: { in: ['counted', 'cancelled'] } },
    select: { id: true },
  });
  for (const { id } of over) if (await world.seals.read(id)) await world.seals.destroy(id);
  return counted;
}

/** An answer is sealed behind the hash of its credential, in hexadecimal digits. */
const HASH_LENGTH = 64;

type Panel = { id: string; bodyId: string; direction: Direction; invited: number; taken: number };
type Answer = { panel: Panel; values: Values };

async function countWave(world: World, waveId: string): Promise<boolean> {
  const found = await openedWave(world, waveId);
  if (!found || found.wave.counted || found.wave.cancelled) return false;
  const { wave, events, head } = found;
  const seal = await world.seals.read(waveId);
  if (!seal)
    throw new Error(`the seal of wave ${wave.number} is not in the data folder: it can't be counted without it`);
  const panels = await panelsOf(world, waveId);
  const { answers, spoiled, receipts } = await unsealed(
    wave.instrument,
    seal,
    panels,
    await closeBoxes(world.db, waveId),
  );
  const surveys = world.guide.edition(wave.edition).surveys;
  if (!surveys) throw new Error(`edition ${wave.edition} has no surveys`);
  const { publishing } = surveys;
  const counted = tally(answers, ({ panel }) => panel);
  const spoilt = tally(spoiled, ({ panel }) => panel);
  const isSmall = (panel: Panel) => counted(panel) < publishing.internal.n;
  const kept = keptOf(answers, isSmall, publishing.internal.n);
  const rows = rowsOf(world, wave, kept.answers);
  const cuts = await tabulate(world, {
    ...{ wave, publishing, panels: [...panels.values()] },
    answers: answers.map(({ panel, values }) => ({
      ...{ direction: panel.direction, bodyId: panel.bodyId, pooled: isSmall(panel), values },
    })),
  });
  const counts: PanelCount[] = [...panels.values()].map((panel) => ({
    ...{ bodyId: panel.bodyId, direction: panel.direction, invited: panel.invited, taken: panel.taken },
    ...{ counted: counted(panel), spoiled: spoilt(panel) },
  }));
  try {
    await recordWave(world, {
      ...{ id: waveId, edition: wave.edition, before: events, head, actor: { kind: 'time' } },
      fact: {
        type: 'wave.counted',
        payload: {
          panels: counts,
          withheld: kept.withheld,
          receipts: sha256(receipts.join('\n')),
          figures: hashOfTables(cuts),
          method: METHOD,
        },
      },
      also: [
        { table: 'SurveyAnswer', rows: rows.answers },
        { table: 'SurveyText', rows: rows.texts },
        { table: 'SurveyCut', rows: cuts },
        { table: 'SurveyReceipt', rows: receipts.map((hash) => ({ waveId, hash })) },
      ],
      updates: [
        {
          table: 'Panel',
          rows: [...panels.values()].map((panel) => ({ id: panel.id, counted: counted(panel) })),
          by: ['id'],
          types: { id: 'uuid', counted: 'int' },
        },
        {
          table: 'SurveyBox',
          rows: [...panels.values()].map(({ id }) => ({ panelId: id, sealed: {} })),
          by: ['panelId'],
          types: { panelId: 'uuid', sealed: 'jsonb' },
        },
      ],
    });
  } catch (error) {
    // Someone else counted it at the same moment: one statement wrote all, the other nothing.
    if ((await openedWave(world, waveId))?.wave.counted) return false;
    throw error;
  }
  await world.seals.destroy(waveId);
  return true;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function panelsOf({ db }: World, waveId: string): Promise<Map<string, Panel>> {
  const { rows } = await db.pool.query<Panel>(
    `SELECT p.id, p."bodyId", p.direction, count(r."invitedDay")::int AS invited, count(*) FILTER (WHERE r.taken)::int AS taken
       FROM "Panel" p LEFT JOIN "SurveyRight" r ON r."panelId" = p.id WHERE p."waveId" = $1 GROUP BY p.id ORDER BY p."bodyId", p.direction`,
    [waveId],
  );
  return new Map(rows.map((panel) => [panel.id, panel]));
}

/** What was in the boxes: answers that fit the instrument, those that do not, and the receipts of the first in their own order. */
async function unsealed(
  instrument: Instrument,
  seal: Uint8Array,
  panels: ReadonlyMap<string, Panel>,
  boxes: Awaited<ReturnType<typeof closeBoxes>>,
): Promise<{ answers: Answer[]; spoiled: { panel: Panel }[]; receipts: string[] }> {
  const open = await answerOpener(seal);
  const answers: Answer[] = [];
  const spoiled: { panel: Panel }[] = [];
  const receipts: string[] = [];
  for (const { panelId, name, sealed } of boxes) {
    const panel = panels.get(panelId);
    if (!panel) throw new Error(`a box is of panel ${panelId}, which is not there`);
    const text = await open(sealed, name);
    const hash = text?.slice(0, HASH_LENGTH) ?? '';
    const values = readAnswer(instrument, panel.direction, text?.slice(HASH_LENGTH) ?? null);
    if (values && boxNameOf(seal, hash) === name) {
      answers.push({ panel, values });
      receipts.push(hash);
    } else spoiled.push({ panel });
  }
  return { answers, spoiled, receipts: receipts.sort() };
}

function readAnswer(instrument: Instrument, direction: Direction, text: string | null): Values | null {
  if (text === null) return null;
  try {
    const sheet = readSheet(instrument, direction, fieldsOf(JSON.parse(text) as Values));
    return sheet.ok ? sheet.values : null;
  } catch {
    return null;
  }
}

type Kept = { bodyId: string | null; direction: Direction; values: Values };

/** How many of a list there are of each kind. */
function tally<T, K>(list: readonly T[], kindOf: (one: T) => K): (kind: K) => number {
  const counts = new Map<K, number>();
  for (const one of list) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1);
  return (kind) => counts.get(kind) ?? 0;
}

/**
 * Answers as they are kept: those of small panels without their body, together with others of the kind; where even together they are
 * fewer than `least`, not at all.
 */
function keptOf(answers: readonly Answer[], isSmall: (panel: Panel) => boolean, least: number) {
  const pooled = tally(
    answers.filter(({ panel }) => isSmall(panel)),
    ({ panel }) => panel.direction,
  );
  const kept = answers.flatMap(({ panel, values }): Kept[] => {
    const { bodyId, direction } = panel;
    if (!isSmall(panel)) return [{ bodyId, direction, values }];
    return pooled(direction) < least ? [] : [{ bodyId: null, direction, values }];
  });
  return { answers: kept, withheld: answers.length - kept.length };
}

/** Rows in an order drawn anew, words apart from the sheets they came with. */
function rowsOf(world: World, { id: waveId, instrument }: Wave, answers: readonly Kept[]) {
  const isText = (item: string) => instrument.items[item]?.kind === 'text';
  const entries = answers.map(({ values, ...rest }) => ({ ...rest, entries: Object.entries(values) }));
  const sheets = shuffled(entries).map(({ entries: values, ...rest }) => ({
    ...{ id: world.newId(), waveId, ...rest },
    values: Object.fromEntries(values.filter(([item]) => !isText(item))),
  }));
  const texts = shuffled(
    entries.flatMap(({ entries: values, ...rest }) =>
      values.flatMap(([item, text]) => (isText(item) ? [{ ...rest, item, text }] : [])),
    ),
  ).map((row) => ({ id: world.newId(), waveId, ...row }));
  return { answers: sheets, texts };
}

/** The same in an order drawn by the system's own source of chance (Fisher and Yates). */
function shuffled<T>(list: readonly T[]): T[] {
  const drawn = [...list];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other] as T, drawn[last] as T];
  }
  return drawn;
}
