// What a complaint does to the execution of the act it is about, as the case of the act has recorded it: for the page of that case and for
// the page of the complaint, wherever it was passed on to. `nothing`: there is no act; `untied`: the complaint names no case.
import type { Locale } from '../../guide/schema';
import type { Day } from '../core/day';
import { may } from '../core/permission';
import { visibilityOn, type Publicity } from '../core/publicity';
import type { Steps, Suspension } from '../core/steps';
import type { Viewer } from '../core/viewer';
import { actComplainedOf } from '../data/act-complained-of';
import type { World } from '../world';
import type { CaseFacts } from './case-facts';
import { sourceOf, type Source } from './reasons';

export type SuspensionView = {
  state: 'suspended' | 'goes_on' | 'lifted' | 'ended' | 'annulled' | 'nothing' | 'untied';
  day: Day | null;
  /** Why the complaint does not suspend the act, where the viewer may read the act. */
  reason: { name: string; text: string } | null;
  /** The case of the act, where the viewer may open it and this is not it. */
  act: string | null;
  sources: Source[];
};
type Asked = { facts: CaseFacts; viewer: Viewer | null; locale: Locale; today: Day };

/** Null where the case is no complaint and none was filed about its act. */
export async function suspensionView(world: World, asked: Asked): Promise<SuspensionView | null> {
  const { appeal } = asked.facts;
  if (appeal.kind !== 'complaint') return appeal.steps.suspension ? shown(world, asked, appeal.steps.suspension) : null;
  if (!world.guide.edition(appeal.edition).procedures.complaint.suspension) return null;
  const id = await actComplainedOf(world.db, appeal.id);
  if (id === null) return shown(world, asked, null, 'untied');
  const row = await world.db.prisma.appeal.findUnique({ where: { id }, select: FACTS });
  const act = row && { ...row, visibility: visibilityOn(row as typeof row & Publicity, asked.today) };
  const found = (row?.steps as Steps | undefined)?.suspension;
  // A later complaint about the same act has its own page.
  const open = act !== null && may(asked.viewer, 'appeal.read', act);
  return { ...shown(world, asked, found ?? null, 'nothing', open), act: open ? act.number : null };
}

const FACTS = {
  ...{ number: true, bodyId: true, personId: true, organisationId: true },
  ...{ visibility: true, publicDay: true, steps: true },
} as const;

function shown(
  world: World,
  { facts, locale, today }: Asked,
  recorded: Suspension | null,
  without: 'nothing' | 'untied' = 'nothing',
  readable = true,
): SuspensionView {
  const edition = world.guide.inForceOn(facts.appeal.receivedDay);
  const { suspension } = edition.procedures.complaint;
  const cite = (bases: NonNullable<typeof suspension>['basis'] = []) =>
    bases.map((one) => sourceOf(edition, locale, one));
  const plain = { reason: null, act: null, sources: cite(suspension?.basis) };
  if (!recorded || recorded.day > today) return { ...plain, state: without, day: null };
  const { day, exception, endedDay, stands } = recorded;
  if (endedDay !== null && endedDay <= today)
    return { ...plain, state: !stands ? 'annulled' : exception ? 'ended' : 'lifted', day: endedDay };
  if (!exception)
    return { ...plain, state: 'suspended', day, sources: [...plain.sources, ...cite(suspension?.until_basis)] };
  const found = suspension?.exceptions.find(({ id }) => id === exception.ground);
  const name = edition.texts[locale][`suspension_exception.${exception.ground}.name`] ?? exception.ground;
  return {
    ...{ state: 'goes_on', day, act: null, sources: cite(found?.basis) },
    reason: readable ? { name, text: exception.reason } : null,
  };
}
