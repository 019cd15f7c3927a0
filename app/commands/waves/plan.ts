// A wave is planned: by the administrator for the country, by a council for its own question, or by the guide's timetable after cases.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instrumentOf } from '../../../guide/instrument';
import { instrumentSchema, LOCALES, NEUTRAL_QUESTIONS, OPENNESS, type Instrument } from '../../../guide/schema';
import { addDays, dayOf, type Day } from '../../core/day';
import { dayField } from '../../core/fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Round } from '../../core/round';
import { mandateOn, type Viewer } from '../../core/viewer';
import { waveStream } from '../../core/wave';
import { idMade, madeBy, madeFirst, taking } from '../../data/forms';
import { NO_HEAD, Overtaken } from '../../data/ledger';
import { nextWaveNumber } from '../../data/numbers';
import type { World } from '../../world';
import { limited } from '../limited';
import { recordWave, type WaveFact } from './act';

const title = z.string().trim().min(1, 'required').max(200, 'too_long');
export const input = z.object({
  /** An instrument of the guide in force, or the short name of one that was published beside it. */
  instrument: z.string().min(1, 'required'),
  titleKk: title,
  titleRu: title,
  titleEn: title,
  openness: z.enum(OPENNESS),
  opensDay: dayField,
  closesDay: dayField,
  /** The bodies asked about; none: every body with someone to ask. */
  bodyIds: listOf(z.uuid()),
  councilId: z.union([z.uuid(), z.literal('')]).default(''),
  roundId: z.union([z.uuid(), z.literal('')]).default(''),
  /** What the host of a round signs of the questions beside its draft: all of the checklist. */
  answers: listOf(z.enum(NEUTRAL_QUESTIONS)),
  key: z.union([z.uuid(), z.literal('')]).default(''),
});

type Planned = Extract<WaveFact, { type: 'wave.planned' }>['payload'];
const LONGEST_DAYS = 366;

/**
 * Plans a wave; the host of a round in preparation one beside its draft. Refuses: invalid (also a first day in the past or before the
 * round's, a last one before the first, an open wave without bodies, or a checklist not signed whole), not_signed_in, not_allowed, not_found (a body or round that is not there), instrument_unknown.
 */
export async function planWave(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { openness, opensDay, closesDay, key, answers } = read.value;
    const councilId = read.value.councilId || null;
    const roundId = read.value.roundId || null;
    const hosted = roundId && councilId === null ? await hostedRound(world, viewer, roundId) : null;
    if (!hosted && !may(viewer, 'wave.plan', { councilId })) return refuse('not_allowed');
    const form = key ? { personId: viewer.personId, key } : null;
    const before = form && (await madeBy(world, form));
    if (before) return numberOf(world, before);
    const today = dayOf(world.now());
    if (opensDay < today) return refuse('invalid', { fields: { opensDay: 'bad_day' } });
    if (closesDay < opensDay || closesDay > addDays(opensDay, LONGEST_DAYS))
      return refuse('invalid', { fields: { closesDay: 'bad_day' } });
    if (hosted && opensDay < hosted.settings.opensDay) return refuse('invalid', { fields: { opensDay: 'bad_day' } });
    if (hosted && !NEUTRAL_QUESTIONS.every((one) => answers.includes(one)))
      return refuse('invalid', { fields: { answers: 'required' } });
    // Beside a draft of its own a body is asked about itself alone.
    const bodyIds = hosted ? [hosted.bodyId] : read.value.bodyIds;
    if (openness === 'open' && bodyIds.length === 0) return refuse('invalid', { fields: { bodyIds: 'required' } });
    const instrument = await instrumentFor(world, read.value.instrument);
    if (!instrument) return refuse('instrument_unknown');
    const { db } = world;
    const [bodies, round] = await Promise.all([
      db.prisma.body.count({ where: { id: { in: bodyIds } } }),
      roundId && !hosted ? countRounds(world, roundId, councilId) : 1,
    ]);
    if (bodies !== new Set(bodyIds).size || round === 0) return refuse('not_found');
    const id = world.newId();
    const edition = world.guide.inForceOn(today);
    const payload: Planned = {
      number: await nextWaveNumber(world),
      occasion: instrument.occasion,
      edition: edition.id,
      instrument,
      title: { kk: read.value.titleKk, ru: read.value.titleRu, en: read.value.titleEn },
      openness,
      window: openness === 'open' ? null : windowOf(edition.surveys, instrument, opensDay),
      ...{ opensDay, closesDay, bodyIds, councilId, roundId },
      ...(hosted && { checked: [...NEUTRAL_QUESTIONS] }),
      signatory: {
        personId: viewer.personId,
        name: viewer.name,
        post: postOf(viewer, { councilId, hosted }),
      },
    };
    try {
      await recordWave(world, {
        ...{ id, edition: edition.id, head: NO_HEAD, fact: { type: 'wave.planned', payload } },
        actor: { kind: 'person', personId: viewer.personId, name: viewer.name, post: payload.signatory?.post ?? null },
        also: form ? taking(form, { stream: waveStream(id), at: world.now() }) : [],
      });
    } catch (error) {
      return numberOf(world, await madeFirst(world, form, error));
    }
    world.wake('survey');
    return done({ number: payload.number });
  });
}

/** The round in preparation that the viewer's body hosts, or null: what is asked beside a draft is settled before it opens. */
async function hostedRound({ db }: World, viewer: Viewer, roundId: string): Promise<Round | null> {
  const row = await db.prisma.round.findUnique({ where: { id: roundId }, select: { facts: true } });
  const round = row && (row.facts as unknown as Round);
  return round?.phase === 'preparing' && round.councilId === null && may(viewer, 'round.prepare', round) ? round : null;
}

const postOf = (viewer: Viewer, { councilId, hosted }: { councilId: string | null; hosted: Round | null }) => {
  if (councilId) return mandateOn(viewer, councilId, ['council_secretary', 'council_chair'])?.post ?? null;
  return (hosted && viewer.mandates.find(({ bodyId }) => bodyId === hosted.bodyId)?.post) ?? null;
};

/** Whether there is such a round to ask beside: published, not completed, and, where a council asks, its own or one at its body. */
async function countRounds({ db }: World, roundId: string, councilId: string | null): Promise<number> {
  const council =
    councilId && (await db.prisma.council.findUnique({ where: { id: councilId }, select: { bodyId: true } }));
  return db.prisma.round.count({
    where: {
      id: roundId,
      phase: { notIn: ['preparing', 'completed'] },
      ...(councilId ? { OR: [{ councilId }, { bodyId: council ? council.bodyId : councilId }] } : {}),
    },
  });
}

async function numberOf({ db }: World, stream: string): Promise<Outcome<{ number: string }>> {
  const found = await db.prisma.wave.findUnique({
    where: { id: idMade('wave', stream) },
    select: { number: true },
  });
  return found ? done(found) : refuse('not_found');
}

/** An instrument by name: the latest that was published under it, else the guide's in force today. */
async function instrumentFor({ db, guide, now }: World, name: string): Promise<Instrument | null> {
  const published = await db.prisma.publishedInstrument.findFirst({
    where: { slug: name },
    orderBy: { version: 'desc' },
  });
  if (published) return instrumentSchema.parse(published.data);
  return instrumentOf(guide.inForceOn(dayOf(now())), name);
}

type Surveys = ReturnType<World['guide']['inForceOn']>['surveys'];

/** Which facts decide who is asked: what happened in the days before the opening. */
function windowOf(surveys: Surveys, { occasion }: Instrument, opensDay: Day): Planned['window'] {
  if (!surveys) throw new Error('an edition without surveys has no waves');
  return { from: addDays(opensDay, -surveys.waves[occasion].window_days.n), to: addDays(opensDay, -1) };
}

const QUARTER_MONTHS = 3;
const two = (n: number) => String(n).padStart(2, '0');

/** First and last day of the quarter that a day is in, and its name. */
export function quarterOf(day: Day): { from: Day; to: Day; name: string } {
  const [year, quarter] = [Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / QUARTER_MONTHS)];
  const first = (n: number) => `${year + Math.floor(n / 4)}-${two((n % 4) * QUARTER_MONTHS + 1)}-01` as Day;
  return { from: first(quarter - 1), to: addDays(first(quarter), -1), name: `${year}-Q${quarter}` };
}

/** The guide asks after every case: plans the wave of this quarter where there is none. Gives how many it planned. */
export async function planQuarter(world: World): Promise<number> {
  const today = dayOf(world.now());
  const edition = world.guide.inForceOn(today);
  const instrument = instrumentOf(edition, 'after_case');
  if (!instrument) return 0;
  const { from, to, name } = quarterOf(today);
  const id = idOf(`after_case ${name}`);
  if (await world.db.prisma.wave.count({ where: { id } })) return 0;
  const titles = LOCALES.map((locale) => [
    locale,
    `${instrument.texts[locale]['instrument.after_case.name']}, ${name}`,
  ]);
  // Who is asked on the quarter's last day has as long as anyone else.
  const closesDay = addDays(to, edition.surveys?.waves.after_case.open_days.n ?? 0);
  const payload: Planned = {
    number: await nextWaveNumber(world),
    ...{ occasion: 'after_case', edition: edition.id, instrument, openness: 'closed' },
    title: Object.fromEntries(titles) as Planned['title'],
    window: { from, to },
    ...{ opensDay: today > from ? today : from, closesDay, bodyIds: [], councilId: null, roundId: null },
    signatory: null,
  };
  try {
    await recordWave(world, {
      ...{ id, edition: edition.id, head: NO_HEAD, fact: { type: 'wave.planned', payload } },
      actor: { kind: 'time' },
    });
  } catch (error) {
    if (error instanceof Overtaken) return 0;
    throw error;
  }
  return 1;
}

/** An id that follows from a name (RFC 9562, version 8): whoever plans the same wave at the same moment plans one. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
