// How a body's template is kept in the ledger. Nothing is owed for it and nobody is written to.
import { signatoryAt } from '../../core/acting';
import { dayOf } from '../../core/day';
import type { Event, FactOf, Signatory } from '../../core/event';
import { may } from '../../core/permission';
import { foldTemplate, templateStream } from '../../core/template';
import type { Viewer } from '../../core/viewer';
import { record, type Head } from '../../data/ledger';
import type { World } from '../../world';
import { chapterOf, OWES_NOTHING } from '../chapter';

type Writing = {
  id: string;
  bodyId: string;
  before: readonly Event[];
  head: Head;
  fact: (officer: Signatory) => FactOf<'template.written' | 'template.retired'>;
};

export async function recordTemplate(
  world: World,
  viewer: Viewer,
  { id, bodyId, before, head, fact }: Writing,
): Promise<void> {
  const now = world.now();
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'template.write', { bodyId }));
  const today = dayOf(now);
  const actor = { kind: 'person' as const, ...officer };
  const { guide } = world;
  const { chapter } = chapterOf({
    ...{ before, head, facts: [fact(officer)] },
    around: { edition: guide.inForceOn(today), calendar: guide.calendar, now, today, actor },
    book: {
      ...OWES_NOTHING,
      stream: templateStream(id),
      fold: foldTemplate,
      projection: (state) => ({ table: 'Template', row: state }),
      about: () => ({ number: '', title: '', edition: '', procedure: 'template' }),
    },
  });
  await record(world, { actor, at: now, day: today, chapters: [chapter], letters: [] });
}
