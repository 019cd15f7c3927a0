// What somebody chooses from when planning a wave: instruments of the guide in force and those published beside it, bodies, rounds.
import { instrumentOf } from '../../guide/instrument';
import { instrumentSchema, NEUTRAL_QUESTIONS, type Instrument } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import { readsIn } from '../core/said';
import type { Viewer } from '../core/viewer';
import { stageOfWave, waveOf } from '../core/wave';
import type { World } from '../world';
import { namesOf } from './bodies';
import { preparedRound } from './round-prepare';

type Locale = 'kk' | 'ru' | 'en';
export type InstrumentChoice = { id: string; name: string; minutes: number };
export type HostedRound = {
  id: string;
  number: string;
  title: string;
  opensDay: Day;
  closesDay: Day;
  neutral: { id: string; text: string }[];
};
export type Planning = {
  councilId: string | null;
  council: { slug: string; name: string } | null;
  /** The round in preparation beside whose draft its host asks, with the checklist to be signed. */
  hosted: HostedRound | null;
  instruments: InstrumentChoice[];
  /** Rounds at the council's body that take comments. */
  rounds: { id: string; label: string }[];
  today: Day;
};

const choiceOf = ({ id, minutes, texts }: Instrument, locale: Locale): InstrumentChoice => ({
  ...{ id, minutes },
  name: texts[locale][`instrument.${id}.name`] ?? id,
});

/** For the administrator (no council), the people of a council, or the host of a round in preparation; null where there is no such council, `false` where it is not theirs. */
export async function planning(
  world: World,
  viewer: Viewer,
  { slug, round: number = null, locale }: { slug: string | null; round?: string | null; locale: Locale },
): Promise<Planning | null | false> {
  const { prisma } = world.db;
  const council = slug === null ? null : await prisma.council.findUnique({ where: { slug } });
  if (slug !== null && !council) return null;
  const hosted = number === null ? null : await hostedRound(world, viewer, number, locale);
  if (number !== null && !hosted) return null;
  if (!hosted && !may(viewer, 'wave.plan', { councilId: council?.id ?? null })) return false;
  const today = dayOf(world.now());
  const edition = world.guide.inForceOn(today);
  const own = Object.keys(edition.surveys?.instruments ?? {}).flatMap((id) => instrumentOf(edition, id) ?? []);
  const published = await prisma.publishedInstrument.findMany({
    orderBy: [{ slug: 'asc' }, { version: 'desc' }],
    distinct: ['slug'],
  });
  const all = new Map(
    [...own, ...published.map(({ data }) => instrumentSchema.parse(data))].map((instrument) => [
      instrument.id,
      instrument,
    ]),
  );
  const rounds = council
    ? await prisma.round.findMany({
        where: { bodyId: council.bodyId, phase: 'opened' },
        orderBy: { closesDay: 'desc' },
        select: { id: true, number: true, titleKk: true, titleRu: true },
        take: 50,
      })
    : [];
  return {
    councilId: council?.id ?? null,
    council: council && {
      slug: council.slug,
      name: namesOf(council)[locale],
    },
    hosted,
    // After cases the guide's own timetable asks.
    instruments: [...all.values()]
      .filter(({ occasion }) => occasion !== 'after_case' && (!hosted || occasion === 'free'))
      .map((one) => choiceOf(one, locale)),
    rounds: rounds.map(({ id, number, titleKk, titleRu }) => ({
      id,
      label: `${number} · ${locale === 'kk' ? titleKk : titleRu}`,
    })),
    today,
  };
}

/** The round of this number as its host sees it while it is prepared; null for everybody else and afterwards. */
async function hostedRound(world: World, viewer: Viewer, number: string, locale: Locale): Promise<HostedRound | null> {
  const round = await preparedRound(world, viewer, number);
  if (round?.phase !== 'preparing' || round.councilId !== null) return null;
  const { texts } = world.guide.edition(round.edition);
  const { title, opensDay, closesDay } = round.settings;
  return {
    ...{ id: round.id, number, title: title[readsIn(locale)], opensDay, closesDay },
    neutral: NEUTRAL_QUESTIONS.map((id) => ({ id, text: texts[locale][`neutral.${id}.text`] ?? id })),
  };
}

export type CancelView = { id: string; number: string; title: string; councilId: string | null; over: boolean };

/** A wave as whoever may cancel it sees it; null where there is none. */
export async function cancelView(world: World, number: string, locale: Locale): Promise<CancelView | null> {
  const row = await world.db.prisma.wave.findUnique({ where: { number }, select: { id: true, facts: true } });
  if (!row) return null;
  const wave = waveOf(row);
  const stage = stageOfWave(wave, dayOf(world.now()));
  return {
    ...{ id: row.id, number, title: wave.title[locale], councilId: wave.councilId },
    over: stage === 'counted' || stage === 'cancelled',
  };
}
