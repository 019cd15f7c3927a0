// How a body's template is kept in the ledger. Nothing is owed for it and nobody is written to.
import { signatoryAt } from '../../core/acting';
import { dayOf } from '../../core/day';
import type { Event, FactOf, Signatory } from '../../core/event';
import { may } from '../../core/permission';
import { foldTemplate, templateStream } from '../../core/template';
import type { Viewer } from '../../core/viewer';
import { record, type Head } from '../../data/ledger';
import type { World } from '../../world';

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
  const stream = templateStream(id);
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'template.write', { bodyId }));
  const around = { at: now, day: dayOf(now), actor: { kind: 'person' as const, ...officer } };
  const none = { opens: [], moves: [], closes: [] };
  const said = fact(officer);
  const state = foldTemplate([...before, { ...said, ...none, ...around, stream, version: head.version + 1 }]);
  await record(world, {
    ...around,
    letters: [],
    chapters: [
      {
        ...{ stream, head, before, plans: new Map() },
        entries: [{ fact: said, ...none }],
        state: state && { table: 'Template', row: state },
        about: { number: '', title: '', edition: '', procedure: 'template' },
      },
    ],
  });
}
