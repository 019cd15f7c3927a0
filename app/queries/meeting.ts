// One meeting of a council as its page shows it: agenda with dossiers, who was there and whether that was enough, decisions, minutes.
import type { Locale } from '../../guide/schema';
import { dayOf, instantOf, type Day } from '../core/day';
import { quorumOf, type Meeting, type Quorum } from '../core/meeting';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { seatsOf } from '../data/councils';
import type { World } from '../world';
import { sourceOf, type Source } from './reasons';
import { NAME_IN } from './statement';

export type MeetingView = {
  id: string;
  number: string;
  council: { id: string; slug: string; name: string };
  day: Day;
  time: string;
  place: string;
  agenda: {
    id: string;
    title: string;
    about: string;
    path: string | null;
    decision: { kk: string; ru: string } | null;
  }[];
  held: Omit<NonNullable<Meeting['held']>, 'decisions'> | null;
  quorum: Quorum | null;
  quorumSource: Source | null;
  /** Who sits on the council when it meets, for taking the attendance. */
  seats: { personId: string; name: string }[];
  mayRecord: boolean;
  came: boolean;
};

/** The page of an agenda's object by the form of its number. */
const pathOf = (about: string): string | null => {
  if (/^R-\d{4}-\d+$/.test(about)) return `/rounds/${about}`;
  return /^\d{4}-\d+$/.test(about) ? `/appeals/${about}` : null;
};

/** A meeting by number; null when there is none. Meetings are public. */
export async function meetingView(
  world: World,
  viewer: Viewer | null,
  number: string,
  locale: Locale,
): Promise<MeetingView | null> {
  const { rows } = await world.db.pool.query<{ facts: Meeting; slug: string; name: string }>({
    name: `meeting_${locale}`,
    text: `SELECT m.facts, c.slug, c.${NAME_IN[locale]} AS name FROM "Meeting" m JOIN "Council" c ON c.id = m."councilId" WHERE m.number = $1`,
    values: [number],
  });
  const [found] = rows;
  if (!found) return null;
  const { id, councilId, edition: editionId, day, time, place, agenda, held } = found.facts;
  const edition = world.guide.edition(editionId);
  const rules = edition.rounds?.council;
  const [basis] = rules?.quorum.basis ?? [];
  return {
    ...{ id, number, day, time, place, held },
    council: { id: councilId, slug: found.slug, name: found.name },
    agenda: agenda.map((item) => ({
      ...item,
      path: pathOf(item.about),
      decision: held?.decisions.find(({ itemId }) => itemId === item.id)?.text ?? null,
    })),
    quorum: held && rules ? quorumOf(rules, held.attendance) : null,
    quorumSource: basis ? sourceOf(edition, locale, basis) : null,
    seats: held ? [] : await seatsOf(world.db, councilId, instantOf(day, time)),
    mayRecord: held === null && may(viewer, 'council.record_view', { councilId }),
    came: day <= dayOf(world.now()),
  };
}
