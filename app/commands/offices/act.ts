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
import { chapterOf, OWES_NOTHING } from '../chapter';
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
  const { events: before, head } = await openStream(world.db, officeStream(bodyId));
  const officer = signatoryAt(viewer, bodyId, (one) => may(one, 'office.arrange', { bodyId }));
  const decided = await decide({ office: foldOffice(before) ?? plainOffice(bodyId), officer });
  if (!decided.ok) return decided;
  const { facts, chapters = [], letters = [] } = decided.value;
  if (facts.length > 0) {
    const { guide } = world;
    const now = world.now();
    const today = dayOf(now);
    const actor = { kind: 'person' as const, ...officer };
    const { chapter } = chapterOf({
      ...{ before, head, facts },
      around: { edition: guide.inForceOn(today), calendar: guide.calendar, now, today, actor },
      book: {
        ...OWES_NOTHING,
        stream: officeStream(bodyId),
        fold: foldOffice,
        projection: (state) => ({ table: 'Office', row: state }),
        about: () => ({ number: '', title: '', edition: '', procedure: 'office' }),
      },
    });
    await record(world, {
      ...{ actor, at: now, day: today },
      letters: letterRows(
        letters,
        await readersOf(
          world,
          letters.map(({ to }) => to),
        ),
      ),
      chapters: [chapter, ...chapters],
    });
  }
  if (letters.length > 0) world.wake('deliver');
  return done({ bodyId });
}
