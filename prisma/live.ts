// Lets the invented country live: applicants file, officials act each in the temper of their body, time lapses, letters are
// written; all by calling commands with a moved clock. Used by the seed (a few weeks) and npm run simulate (years).
import { acceptAppeal } from '../app/commands/appeals/accept';
import { assignAppeal } from '../app/commands/appeals/assign';
import { decideExtension } from '../app/commands/appeals/decide-extension';
import { fileAppeal } from '../app/commands/appeals/file';
import { proposeExtension } from '../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../app/commands/appeals/redirect';
import { withdrawAppeal } from '../app/commands/appeals/withdraw';
import { nextWorkingDay } from '../app/core/calendar';
import { addDays, dayOf, instantOf, type Day, type Instant } from '../app/core/day';
import type { Outcome } from '../app/core/refusal';
import type { Viewer } from '../app/core/viewer';
import type { World } from '../app/world';
import { drain } from '../workers/work';
import { agenda } from './agenda';
import type { Case, Place } from './case';
import type { Chance } from './chance';
import type { Course } from './courses';
import type { Lived } from './held';
import { workingDayAfter, type Life } from './life';
import { close } from './live-close';
import { liveDesks, type DeskCourse } from './live-desks';
import { liveNotices } from './live-notices';
import { liveRounds } from './live-rounds';
import { liveWaves, type PlantedWave, type WaveCourse } from './live-waves';
import { populate, type Country } from './populate';
import { REASONS, STORIES, type Story } from './stories';
import { REFUSAL } from './stories-desk';

/** `focus`: a body that gets a share of the appeals beyond what the stories send it, so that its desk is worth looking at. */
type Lifetime = {
  appeals: number;
  from: Day;
  until: Instant;
  chance: Chance;
  focus?: { slug: string; share: number };
  /** Rounds that are held, given the world they are held in. */
  rounds?: (world: World) => readonly Course[];
  /** Yearly waves that are held, with the chance that answers are drawn by. */
  waves?: { courses: readonly WaveCourse[]; chance: Chance };
  /** What happens around cases beside their main line; none of it where it is left out. */
  desks?: DeskCourse;
  progress?: (done: number, day: Day) => void;
  /** Ends the life between two acts, by throwing its reason. */
  signal?: AbortSignal;
};

/** Working days after which the body complained of passes a complaint on. */
const FORWARDED_AFTER = 2;
/** Working days from filing to the answer by temper; null: never. */
const DELAYS: Record<Place['body']['temper'], (chance: Chance) => number | null> = {
  prompt: (chance) => chance.between(2, 9),
  steady: (chance) => (chance.happens(0.93) ? chance.between(5, 15) : chance.between(16, 22)),
  stretching: (chance) => (chance.happens(0.5) ? chance.between(8, 15) : chance.between(18, 45)),
  slow: (chance) => (chance.happens(0.15) ? null : chance.between(9, 26)),
  silent: (chance) => (chance.happens(0.6) ? null : chance.between(14, 50)),
  brushing: (chance) => chance.between(6, 14),
};

/** What of an appeal is not drawn: where, of what, by whom and in whose own words. */
type Told = { place: Place; story: Story; text: string; by: Case['applicant']; originId?: string };

/** Lives from `from` until `until`. Resolves to how many appeals were filed, and what was planted in the rounds. Commands that refuse (too late, already ended) are part of life. */
export async function live(
  house: World,
  { appeals, from, until, chance, focus, rounds, waves, desks: course, progress, signal }: Lifetime,
): Promise<{ filed: number; refused: number; rounds: Lived[]; waves: PlantedWave[]; country: Country }> {
  let clock: Instant = instantOf(from, '00:00');
  const world: World = {
    ...house,
    post: null,
    limits: null,
    now: () => clock,
    newId: () => chance.id(clock),
    wake: () => {},
  };
  const { calendar } = world.guide;
  const country = await populate(world, { chance, since: clock });
  const todo = agenda();
  const result = { filed: 0, refused: 0, rounds: [] as Lived[], waves: [] as PlantedWave[], country };
  const at = (day: Day, hour = chance.between(9, 17)): Instant =>
    instantOf(day, `${String(hour).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`);
  const notBefore = (moment: Instant): Instant => Math.max(clock + 60_000, moment);
  const counted = async <T>(outcome: Promise<Outcome<T>>): Promise<T | null> => {
    const it = await outcome;
    if (it.ok) return it.value;
    result.refused += 1;
    return null;
  };

  const later = (day: Day, hour?: number) => notBefore(at(day, hour));
  const inWorkingDays = (n: number): Instant => later(workingDayAfter(calendar, dayOf(clock), n));
  const life: Life = { world, chance, country, todo, counted, clock: () => clock, at: later, inWorkingDays };
  const desks = course ? liveDesks(life, course, { from, until: dayOf(until) }) : null;
  const inPlaceOf = (official: Viewer) => desks?.offices.inPlaceOf(official) ?? official;
  /** Cases whose officials are done with them. */
  const ended = new Set<string>();
  /** Appeals that were filed by turn; and cases that came beyond them, each in the place of a later one. */
  let [turn, beyond] = [0, 0];

  const file = async (told: Told | null = null): Promise<Case | null> => {
    const applicant = told?.by ?? chance.pick(country.applicants);
    const story = told?.story ?? chance.pick(STORIES.filter(({ language }) => applicant.languages.includes(language)));
    const slug = focus && chance.happens(focus.share) ? focus.slug : chance.pick(story.bodies);
    const place = told?.place ?? country.bodies.find(({ body }) => body.slug === slug);
    if (!place) throw new Error(`no body ${slug}`);
    const plain = {
      bodyId: [place.id],
      text: told?.text ?? story.text,
      visibility: chance.happens(0.9) ? ('public' as const) : ('private' as const),
      ...{ publicDay: '', publishPersonal: false },
    };
    const filing = desks && !told ? desks.filing((turn += 1), { place, story }, plain) : plain;
    const { kind, subject, language } = story;
    const filed = await counted(
      fileAppeal(world, applicant.viewer, {
        ...{ kind, organisationId: applicant.organisationId, subject, language, ...filing },
        nameHidden: chance.happens(0.08),
        originId: told?.originId ?? '',
      }),
    );
    if (!filed) return null;
    result.filed += 1 + filed.others.length;
    beyond += filed.others.length + (told ? 1 : 0);
    const { id, number } = filed;
    const it: Case = { id, number, place, kind, language, subject, applicant, redirected: false };
    handle(it, story);
    for (const other of filed.others) {
      const there = await caseOf({ number: other });
      if (there) handle({ ...it, ...there }, story);
    }
    const others = country.applicants.filter((one) => one !== applicant && one.languages.includes(language));
    if (!told)
      desks?.filed(turn, it, {
        ...{ story, filing },
        again: (text) => file({ place, story, text, by: chance.pick(others) }),
        complain: () => {
          const about = { ...story, kind: 'complaint' as const, ...REFUSAL[language].complaint };
          return file({ place, story: about, text: about.text, by: applicant, originId: it.id });
        },
      });
    return it;
  };
  /** A case that an act made at another body. */
  const caseOf = async (where: { number: string } | { originId: string; bodyId: string }) => {
    const row = await world.db.prisma.appeal.findFirst({ where, select: { id: true, number: true, bodyId: true } });
    const place = country.bodies.find(({ id }) => id === row?.bodyId);
    return row && place ? { id: row.id, number: row.number, place } : null;
  };

  /** Puts the future of a case into the agenda: what its officials and its applicant will do. */
  const handle = (it: Case, story: Story) => {
    const { post, body } = it.place;
    const executor = chance.pick(post.executors);
    const late = body.temper === 'silent' || body.temper === 'slow' ? chance.between(0, 2) : 0;
    todo.put(
      inWorkingDays(late),
      async () => void (await counted(acceptAppeal(world, post.registrar, { appealId: it.id }))),
    );
    const above = country.bodies.find((place) => place.body.slug === body.parent);
    if (it.kind === 'complaint' && !it.redirected && above) {
      todo.put(inWorkingDays(FORWARDED_AFTER), () => sendOn(it, story, above));
      return;
    }
    if (!it.redirected && it.kind !== 'complaint' && chance.happens(0.06)) {
      todo.put(inWorkingDays(chance.between(1, 4)), () => sendOn(it, story));
      return;
    }
    todo.put(
      inWorkingDays(1 + late),
      async () =>
        void (await counted(assignAppeal(world, post.registrar, { appealId: it.id, officialId: executor.personId }))),
    );
    if (chance.happens(0.03))
      todo.put(
        inWorkingDays(chance.between(2, 10)),
        async () =>
          void (await counted(
            withdrawAppeal(world, it.applicant.viewer, { appealId: it.id, statement: REASONS[it.language].withdraw }),
          )),
      );
    const delay = DELAYS[body.temper](chance);
    if (delay === null) return;
    if (delay > 15 && body.temper === 'stretching') {
      todo.put(inWorkingDays(chance.between(9, 13)), async () => {
        const end = workingDayAfter(calendar, dayOf(clock), chance.between(12, 36));
        if (
          !(await counted(
            proposeExtension(world, inPlaceOf(executor), {
              appealId: it.id,
              reason: REASONS[it.language].extend,
              until: end,
            }),
          ))
        )
          return;
        todo.put(
          inWorkingDays(1),
          async () =>
            void (await counted(
              decideExtension(world, inPlaceOf(post.head), {
                appealId: it.id,
                decision: chance.happens(0.85) ? 'approve' : 'decline',
                reason: REASONS[it.language].decline,
              }),
            )),
        );
      });
    }
    todo.put(inWorkingDays(delay), async () => {
      for (const one of desks?.together(it) ?? [it]) {
        if (ended.has(one.id) || desks?.refuses(one)) continue;
        ended.add(one.id);
        await close(life, one, { executor, desks });
      }
    });
  };

  const sendOn = async (it: Case, story: Story, above?: Place) => {
    const other = above ?? chance.pick(country.bodies.filter(({ id }) => id !== it.place.id));
    const sent = await counted(
      redirectAppeal(world, it.place.post.registrar, {
        appealId: it.id,
        toBodyId: other.id,
        reason: REASONS[it.language].redirect,
      }),
    );
    if (!sent) return;
    const there = await caseOf({ originId: it.id, bodyId: other.id });
    if (there) handle({ ...it, ...there, redirected: true }, story);
  };

  if (rounds) result.rounds = liveRounds(life, rounds(world), from);
  if (waves) result.waves = liveWaves(life, waves.courses, waves.chance);
  const span = until - clock;
  for (let n = 0; n < appeals; n++) {
    const day = dayOf(clock + chance.next() * span);
    const filing = at(
      chance.happens(0.85) ? nextWorkingDay(calendar, day) : day,
      chance.happens(0.9) ? chance.between(8, 17) : chance.between(18, 23),
    );
    if (filing < until)
      todo.put(filing, async () => {
        if (beyond > 0) beyond -= 1;
        else await file();
      });
  }
  for (let day = from; instantOf(day, '23:30') < until; day = addDays(day, 1)) {
    todo.put(instantOf(day, '23:30'), async () => {
      await drain(world);
      await liveNotices(life);
      progress?.(result.filed, dayOf(clock));
    });
  }
  for (let next = todo.next(); next && next.at <= until; next = todo.next()) {
    signal?.throwIfAborted();
    clock = next.at;
    await next.happen();
  }
  clock = until;
  await drain(world);
  await readUntil(world, until - UNREAD_MS);
  return result;
}

/** People of the country have read what is older than a few days. */
const UNREAD_MS = 5 * 86_400_000;

async function readUntil({ db }: World, before: Instant): Promise<void> {
  await db.pool.query(`UPDATE "Letter" SET "readAt" = "createdAt" WHERE "createdAt" < $1`, [
    new Date(before).toISOString(),
  ]);
}
