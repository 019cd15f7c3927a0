// What happens around cases of the invented country beside their main line: at desks (notes, redaction, joined appeals answered together) and
// with applicants (several bodies, public later, numbers elsewhere, follows). Called by live.ts; draws by a chance of its own.
import { joinAppeals } from '../app/commands/appeals/join';
import { redactAppeal } from '../app/commands/appeals/redact';
import { remarkOnAppeal } from '../app/commands/appeals/remark';
import { setExternal } from '../app/commands/appeals/set-external';
import { setPublicity } from '../app/commands/appeals/set-publicity';
import { follow } from '../app/commands/follows/follow';
import { addDays, dayOf, type Day } from '../app/core/day';
import { isHonest, type Case, type Place } from './case';
import type { Chance } from './chance';
import type { Life } from './life';
import { canBeRefused, liveHearing } from './live-hearing';
import { liveOffices, type Offices } from './live-offices';
import type { Story } from './stories';
import { ALIKE, CONTACT, NOTES } from './stories-desk';

/** `every`: one case in so many gets each of them, so few where it is high; `awayEvery`: days between absences at a body; `refusals`: of the cases that can end so, one in so many is heard and refused. */
export type DeskCourse = { every: number; awayEvery: number; refusals?: number; chance: Chance };
type Filing = {
  bodyId: string[];
  text: string;
  visibility: 'public' | 'private' | 'later';
  publicDay: string;
  publishPersonal: boolean;
};
export type Desks = {
  chance: Chance;
  offices: Offices;
  /** How the n-th appeal is filed, changed by what this applicant does otherwise. */
  filing(n: number, at: { place: Place; story: Story }, plain: Filing): Filing;
  /** What happens around the n-th case, now that it is filed. `again`: files another like it, by somebody else. */
  filed(
    n: number,
    it: Case,
    of: { story: Story; filing: Filing; again: Again; complain: () => Promise<unknown> },
  ): void;
  /** Whether the case goes the way of those that are refused, and is not answered otherwise. */
  refuses(it: Case): boolean;
  /** The cases that are answered in one go with this one, itself first. */
  together(it: Case): Case[];
};
/** Gives the new case; null where it was refused. */
type Again = (text: string) => Promise<Case | null>;

/** An own case for each: which of `every` places it has decides what happens around it. */
const PLACE = { contact: 0, several: 1, later: 2, alike: 3, number: 4, note: 5, followed: 6 } as const;
const PUBLIC_IN = 20;

export function liveDesks(life: Life, course: DeskCourse, days: { from: Day; until: Day }): Desks {
  const { world, country, todo, counted, clock, inWorkingDays } = life;
  const { every, awayEvery, refusals = 0, chance } = course;
  const offices = liveOffices(life, { ...days, awayEvery, chance });
  const groups = new Map<string, Case[]>();
  const refused = new Set<string>();
  let refusable = 0;
  const is = (n: number, what: keyof typeof PLACE) => n % every === PLACE[what];
  const put = (after: number, act: () => Promise<unknown>) =>
    todo.put(inWorkingDays(after), async () => void (await act()));

  return {
    chance,
    offices,
    filing(n, { place, story }, plain) {
      const { filed_with } = world.guide.inForceOn(dayOf(clock())).procedures[story.kind];
      if (is(n, 'contact') && isHonest(place))
        return {
          ...plain,
          text: `${story.text} ${CONTACT[story.language].text}`,
          visibility: 'public',
          publishPersonal: true,
        };
      if (is(n, 'several') && filed_with === 'competent_body') {
        const other = chance.pick(country.bodies.filter(({ id }) => id !== place.id));
        return { ...plain, bodyId: [...plain.bodyId, other.id] };
      }
      if (is(n, 'later'))
        return { ...plain, visibility: 'later', publicDay: addDays(dayOf(clock()), PUBLIC_IN + chance.between(0, 20)) };
      return plain;
    },
    filed(n, it, { story, filing, again, complain }) {
      const { post } = it.place;
      const appealId = it.id;
      if (filing.publishPersonal) {
        const part = { appealId, part: 'text' };
        const words = CONTACT[it.language];
        const hidden = { ...part, step: 'hide', text: story.text, ground: 'personal_data', reason: words.reason };
        put(1, async () => {
          if ((await counted(redactAppeal(world, post.registrar, hidden))) && chance.happens(0.4))
            put(4, () => counted(redactAppeal(world, post.registrar, { ...part, step: 'show', reason: words.shown })));
        });
      }
      if (filing.visibility === 'later' && chance.happens(0.4))
        put(5, () =>
          counted(
            setPublicity(world, it.applicant.viewer, { appealId, publicDay: addDays(dayOf(clock()), PUBLIC_IN * 3) }),
          ),
        );
      if (is(n, 'number')) {
        const number = `ЖТ-${dayOf(clock()).slice(0, 4)}-${String(chance.between(10_000, 9_999_999)).padStart(8, '0')}`;
        const by = chance.happens(0.5) ? it.applicant.viewer : post.registrar;
        put(1, () => counted(setExternal(world, by, { appealId, system: 'e-Otinish', number })));
      }
      if (is(n, 'note') && it.place.body.temper !== 'silent')
        put(2, () =>
          counted(
            remarkOnAppeal(world, offices.inPlaceOf(chance.pick(post.executors)), {
              appealId,
              text: chance.pick(NOTES[it.language]),
            }),
          ),
        );
      if (is(n, 'followed') && filing.visibility === 'public')
        put(0, () => counted(follow(world, chance.pick(country.citizens), { what: 'appeal', value: it.number })));
      const mayBe = refusals > 0 && isHonest(it.place) && canBeRefused(life, it) && !is(n, 'alike');
      if (mayBe && (refusable += 1) % refusals === 0) {
        liveHearing(life, it, { chance, offices, turn: refused.size, complain });
        refused.add(it.id);
      }
      if (is(n, 'alike') && isHonest(it.place) && it.kind !== 'complaint')
        put(0, async () => {
          const other = await again(ALIKE[it.language].text(story.text));
          if (!other) return;
          put(1, async () => {
            const asked = { appealIds: [it.id, other.id], reason: ALIKE[it.language].reason };
            if (!(await counted(joinAppeals(world, post.registrar, asked)))) return;
            groups.set(it.id, [it, other]);
            groups.set(other.id, [other, it]);
          });
        });
    },
    refuses: (it) => refused.has(it.id),
    together: (it) => groups.get(it.id) ?? [it],
  };
}
