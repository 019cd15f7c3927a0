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
  const stream = absenceStream(id);
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'desk.read', { bodyId }));
  const actor = { kind: 'person' as const, ...officer };
  const none = { opens: [], moves: [], closes: [] };
  const said = fact(officer);
  const absence = foldAbsence([
    ...before,
    { ...said, ...none, stream, version: head.version + 1, at: now, day: today, actor },
  ]);
  if (!absence) throw new Error(`${stream}: no facts`);
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
    chapters: [
      {
        ...{ stream, head, before, plans: new Map() },
        entries: [{ fact: said, ...none }],
        state: { table: 'Absence', row: absenceRow(absence) },
        about: { number: '', title: '', edition: '', procedure: 'absence' },
      },
    ],
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
