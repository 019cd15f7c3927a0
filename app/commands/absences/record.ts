// How an absence is kept in the ledger, and who is told of it: whoever acts in the place of another, and the one who is away.
import { absenceStream, foldAbsence } from '../../core/absence';
import { signatoryAt } from '../../core/acting';
import { dayOf } from '../../core/day';
import type { Event, FactOf, Signatory } from '../../core/event';
import type { LetterOrder } from '../../core/letter';
import { may } from '../../core/permission';
import type { Viewer } from '../../core/viewer';
import { record, type Head } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import { absenceRow } from '../../data/projections';
import type { World } from '../../world';
import { chapterOf, OWES_NOTHING } from '../chapter';

type Writing = {
  id: string;
  bodyId: string;
  before: readonly Event[];
  head: Head;
  change: 'named' | 'ended';
  fact: (officer: Signatory) => FactOf<'absence.announced' | 'absence.ended'>;
};

export async function recordAbsence(
  world: World,
  viewer: Viewer,
  { id, bodyId, before, head, change, fact }: Writing,
): Promise<void> {
  const now = world.now();
  const today = dayOf(now);
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'desk.read', { bodyId }));
  const actor = { kind: 'person' as const, ...officer };
  const { guide } = world;
  const { chapter, state: absence } = chapterOf({
    ...{ before, head, facts: [fact(officer)] },
    around: { edition: guide.inForceOn(today), calendar: guide.calendar, now, today, actor },
    book: {
      ...OWES_NOTHING,
      stream: absenceStream(id),
      fold: foldAbsence,
      projection: (state) => ({ table: 'Absence', row: absenceRow(state) }),
      about: () => ({ number: '', title: '', edition: '', procedure: 'absence' }),
    },
  });
  const body = await world.db.prisma.body.findUniqueOrThrow({ where: { id: bodyId } });
  const { person, cover, fromDay, untilDay } = absence;
  const orders = [person, cover]
    .filter(({ personId }) => personId !== viewer.personId)
    .map(({ personId }): LetterOrder => ({
      letter: 'cover_named',
      key: `absence:${id}:${head.version + 1}`,
      to: { party: { kind: 'person', id: personId } },
      data: {
        ...{ change, person: person.name, cover: cover.name, by: officer.name, fromDay, path: '/desk/office#absences' },
        untilDay: change === 'named' ? untilDay : null,
        body: { kk: body.nameKk, ru: body.nameRu, en: body.nameEn },
      },
    }));
  await record(world, {
    ...{ actor, at: now, day: today },
    chapters: [chapter],
    letters: letterRows(
      orders,
      await readersOf(
        world,
        orders.map(({ to }) => to),
      ),
    ),
  });
  world.wake('deliver');
}
