// How bodies of the invented country arrange their work: a second pair of eyes, templates, absences with covers, work handed over. Says who
// acts for whom on a day, and with which words. Bodies that are silent arrange nothing.
import { announceAbsence } from '../app/commands/absences/announce';
import { endAbsence } from '../app/commands/absences/end';
import { chooseFourEyes } from '../app/commands/offices/choose-four-eyes';
import { handOver } from '../app/commands/offices/hand-over';
import { writeTemplate } from '../app/commands/templates/write';
import { addDays, dayOf, daysBetween, type Day } from '../app/core/day';
import { filled } from '../app/core/template';
import type { Viewer } from '../app/core/viewer';
import { workOf } from '../app/data/offices';
import type { Case, Place } from './case';
import type { Chance } from './chance';
import type { Life } from './life';
import { workingDayAfter } from './life';
import { HANDED_OVER, TEMPLATES, WRITTEN_ANEW } from './stories-desk';

export type Offices = {
  /** Who does today what is this official's to do. */
  inPlaceOf(official: Viewer): Viewer;
  /** The body's own words for such an answer; null where it keeps none. */
  template(it: Case): string | null;
};
type Away = { person: Viewer; cover: Viewer; from: Day; until: Day };

/** Working days before an absence on which it is announced. */
const ANNOUNCED = 3;
const LENGTHS = [4, 13] as const;
/** So many officials at least where work is handed from one to another. */
const MANY = 5;
const HANDED_EVERY = 60;

/** Puts it into the agenda, from `from` until `until`: at each body somebody is away every so many days. */
export function liveOffices(
  life: Life,
  { from, until, awayEvery, chance }: { from: Day; until: Day; awayEvery: number; chance: Chance },
): Offices {
  const { world, country, todo, counted, clock, at } = life;
  const { calendar } = world.guide;
  const away: Away[] = [];
  const written = new Map<string, string>();
  const keyOf = (body: string, kind: string, language: string) => `${body}/${kind}/${language}`;

  for (const { id: bodyId, body, post } of country.bodies)
    if (body.fourEyes)
      todo.put(
        at(from, 8),
        async () =>
          void (await counted(chooseFourEyes(world, post.head, { bodyId, kinds: [...(body.fourEyes ?? [])] }))),
      );

  for (const { body: slug, text, ...template } of TEMPLATES) {
    const place = country.bodies.find(({ body }) => body.slug === slug);
    const [author] = place?.post.executors ?? [];
    if (!place || !author) continue;
    const write = async (templateId: string, words: string) => {
      const made = await counted(
        writeTemplate(world, author, { ...template, templateId, bodyId: place.id, text: words }),
      );
      if (made) written.set(keyOf(slug, template.kind, template.language), words);
      return made?.id;
    };
    todo.put(at(workingDayAfter(calendar, addDays(from, 2), 0), 10), async () => {
      const id = await write('', text);
      if (id && chance.happens(0.5))
        todo.put(
          life.inWorkingDays(20),
          async () => void (await write(id, `${text} ${WRITTEN_ANEW[template.language]}`)),
        );
    });
  }

  const leave = (place: Place, person: Viewer, cover: Viewer, fromDay: Day) => {
    const untilDay = addDays(fromDay, chance.pick(LENGTHS));
    const early = chance.happens(0.2);
    todo.put(at(workingDayAfter(calendar, fromDay, -ANNOUNCED)), async () => {
      const asked = { bodyId: place.id, personId: person.personId, coverId: cover.personId, fromDay, untilDay };
      const made = await counted(announceAbsence(world, person, asked));
      if (!made) return;
      const one: Away = { person, cover, from: fromDay, until: untilDay };
      away.push(one);
      if (!early) return;
      const back = addDays(untilDay, -1);
      todo.put(at(back, 9), async () => {
        if (await counted(endAbsence(world, person, { absenceId: made.id }))) one.until = addDays(back, -1);
      });
    });
  };
  const span = daysBetween(from, until);
  for (const place of country.bodies.filter(({ body }) => body.temper !== 'silent')) {
    const [last, other] = place.post.executors.slice().reverse();
    if (!last || !other) continue;
    for (let n = 7 + chance.between(0, awayEvery), turn = 0; n < span + ANNOUNCED; n += awayEvery, turn++) {
      const day = workingDayAfter(calendar, addDays(from, n), 0);
      // A head whose signature others wait for is covered too.
      if (place.body.fourEyes && turn % 2 === 0) leave(place, place.post.head, other, day);
      else leave(place, last, other, day);
    }
  }

  for (const place of country.bodies.filter(({ post }) => post.executors.length >= MANY))
    for (let n = HANDED_EVERY; n < span; n += HANDED_EVERY)
      todo.put(at(workingDayAfter(calendar, addDays(from, n), 0), 17), async () => handedOver(life, place));

  return {
    inPlaceOf(official) {
      const today = dayOf(clock());
      const covered = away.find(
        ({ person, from: first, until: end }) => person === official && first <= today && today <= end,
      );
      if (!covered) return official;
      const { cover, person } = covered;
      const lentBy = { personId: person.personId, name: person.name };
      return { ...cover, mandates: [...cover.mandates, ...person.mandates.map((mandate) => ({ ...mandate, lentBy }))] };
    },
    template({ place, kind, language, number, subject }) {
      const text = written.get(keyOf(place.body.slug, kind, language));
      return text === undefined ? null : filled(text, { number, subject });
    },
  };
}

/** The one with the most open work, but for the first, leaves it all to the next. */
async function handedOver({ world, counted }: Life, { id: bodyId, post }: Place): Promise<void> {
  const [first, ...others] = post.executors;
  const loads: { person: Viewer; open: number }[] = [];
  for (const person of others) loads.push({ person, open: (await workOf(world.db, bodyId, person.personId)).length });
  const [most] = loads.sort((a, b) => b.open - a.open || (a.person.personId < b.person.personId ? -1 : 1));
  if (!first || !most || most.open === 0) return;
  const taker = others.find((one) => one !== most.person) ?? first;
  const said = { bodyId, fromId: most.person.personId, toId: taker.personId, reason: HANDED_OVER };
  await counted(handOver(world, post.head, said));
}
