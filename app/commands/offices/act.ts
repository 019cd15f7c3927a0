// What every decision of a body about its own work does the same way: fold what it decided before, ask permission, record the facts.
import { signatoryAt } from '../../core/acting';
import type { FactOf } from '../../core/event';
import { dayOf } from '../../core/day';
import type { LetterOrder } from '../../core/letter';
import { foldOffice, officeStream, plainOffice, type Office } from '../../core/office';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Signatory } from '../../core/shape';
import type { Viewer } from '../../core/viewer';
import { openStream, record, type Chapter } from '../../data/ledger';
import { letterRows, readersOf } from '../../data/people';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';

type OfficeFact = FactOf<'office.four_eyes_chosen' | 'office.handed_over'>;
/** None where it is so already. `chapters`: of cases that the decision changes, with letters of its own. */
type Decided = { facts: OfficeFact[]; chapters?: Chapter[]; letters?: LetterOrder[] };
type Command = {
  bodyId: string;
  decide: (scene: { office: Office; officer: Signatory }) => Outcome<Decided> | Promise<Outcome<Decided>>;
};

/** Runs it. Refuses not_signed_in, not_allowed, changed_meanwhile, or what `decide` refuses. */
export const actOnOffice = (
  world: World,
  viewer: Viewer | null,
  command: Command,
): Promise<Outcome<{ bodyId: string }>> =>
  limited(world, viewer, 'act', () => again(() => attemptOn(world, viewer, command)));

async function attemptOn(
  world: World,
  viewer: Viewer | null,
  { bodyId, decide }: Command,
): Promise<Outcome<{ bodyId: string }>> {
  if (!viewer) return refuse('not_signed_in');
  if (!may(viewer, 'office.arrange', { bodyId })) return refuse('not_allowed');
  const stream = officeStream(bodyId);
  const { events: before, head } = await openStream(world.db, stream);
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'office.arrange', { bodyId }));
  const decided = await decide({ office: foldOffice(before) ?? plainOffice(bodyId), officer });
  if (!decided.ok) return decided;
  const now = world.now();
  const day = dayOf(now);
  const actor = { kind: 'person' as const, ...officer };
  const none = { opens: [], moves: [], closes: [] };
  const { facts, chapters = [], letters = [] } = decided.value;
  const events = facts.map((fact, n) => ({
    ...fact,
    ...none,
    stream,
    version: head.version + n + 1,
    at: now,
    day,
    actor,
  }));
  const state = foldOffice([...before, ...events]);
  if (events.length > 0 && state)
    await record(world, {
      ...{ actor, at: now, day },
      letters: letterRows(
        letters,
        await readersOf(
          world,
          letters.map(({ to }) => to),
        ),
      ),
      chapters: [
        {
          ...{ stream, head, before, plans: new Map() },
          entries: facts.map((fact) => ({ fact, ...none })),
          state: { table: 'Office', row: state },
          about: { number: '', title: '', edition: '', procedure: 'office' },
        },
        ...chapters,
      ],
    });
  if (letters.length > 0) world.wake('deliver');
  return done({ bodyId });
}
