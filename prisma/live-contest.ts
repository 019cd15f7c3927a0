// One contested case of the invented country: its head says that a late answer was handed over in time, the council rules for it, and the
// published figure is restated. Called by the seed once figures stand.
import { makeContest } from '../app/commands/contests/make';
import { ruleOnContest } from '../app/commands/contests/rule';
import { addWorkingDays } from '../app/core/calendar';
import { dayOf, instantOf, type Day } from '../app/core/day';
import { periodAfter, periodOf } from '../app/core/score/period';
import type { World } from '../app/world';
import type { Chance } from './chance';
import type { Country } from './populate';

const CLAIMED = {
  reasonsKk: 'Жауап мерзімінде қолхат алып табысталған, жүйеге кейін енгізілген. Қолхаттың көшірмесі істе сақтаулы.',
  reasonsRu: 'Ответ вручён под роспись в срок, а в систему внесён позже. Копия расписки хранится в деле.',
};
const RULED = {
  reasonsKk: 'Кеңес қолхатты көрді: жауап бастапқы мерзімнің соңғы күні табысталған.',
  reasonsRu: 'Совет видел расписку: ответ вручён в последний день первоначального срока.',
};
/** Working days before today on which the head may have contested: the nearest at which the guide still lets it. */
const BACK = [4, 8, 14, 22, 32, 44];
/** Working days until the council rules. */
const RULED_AFTER = 3;

type Late = { id: string; lawfulDue: Day; endedDay: Day };

/** Contests and rules. Gives the contest's number; null where the body has no late answer that it may contest. */
export async function liveContest(
  house: World,
  { country, slug, chance }: { country: Country; slug: string; chance: Chance },
): Promise<string | null> {
  const today = dayOf(house.now());
  const place = country.bodies.find(({ body }) => body.slug === slug);
  const council = country.councils.find(({ bodyId }) => bodyId === place?.id);
  if (!place || !council) return null;
  const on = (day: Day): World => {
    const clock = Math.min(instantOf(day, '11:00'), house.now());
    return { ...house, post: null, limits: null, now: () => clock, newId: () => chance.id(clock), wake: () => {} };
  };
  for (const { id: appealId, lawfulDue, endedDay } of await lateOnes(house, place.id, today))
    for (const back of BACK) {
      const day = addWorkingDays(house.guide.calendar, today, -back);
      if (day <= endedDay) continue;
      const claim = { appealId, claim: 'ended_day', day: lawfulDue, ...CLAIMED };
      const made = await makeContest(on(day), place.post.head, claim);
      if (!made.ok) continue;
      const { number } = made.value;
      const { id } = await house.db.prisma.contest.findUniqueOrThrow({ where: { number }, select: { id: true } });
      const ruled = await ruleOnContest(on(addWorkingDays(house.guide.calendar, day, RULED_AFTER)), council.secretary, {
        ...{ contestId: id, ruling: 'upheld', ...RULED },
        votes: [council.chair, ...council.members].map(({ personId }) => ({ personId, vote: 'for', dissent: '' })),
      });
      return ruled.ok ? number : null;
    }
  return null;
}

/** Public cases of the body that were answered after their original term, in the quarter before this one: the latest first. */
async function lateOnes({ db }: World, bodyId: string, today: Day): Promise<Late[]> {
  const rows = await db.prisma.appeal.findMany({
    where: { bodyId, phase: 'answered', visibility: 'public', endedDay: { not: null } },
    orderBy: [{ endedDay: 'desc' }, { number: 'asc' }],
    select: { id: true, registeredDay: true, lawfulDue: true, endedDay: true },
  });
  const last = periodAfter(periodOf(today), -1);
  return rows.flatMap(({ id, registeredDay, lawfulDue, endedDay }) =>
    endedDay !== null && endedDay > lawfulDue && periodOf(registeredDay as Day) <= last
      ? [{ id, lawfulDue: lawfulDue as Day, endedDay: endedDay as Day }]
      : [],
  );
}
