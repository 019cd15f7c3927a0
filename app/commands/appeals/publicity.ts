// From which day a private appeal is to be public: a day to come, within what the guide allows. Asked at filing and when it is changed.
import { addMonths, dayOf, isDay, type Day } from '../../core/day';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { World } from '../../world';

type Asked = { visibility: 'public' | 'private' | 'later'; publicDay: string };

/** The day; null where none is asked for. Refuses invalid, at the field `publicDay` or, where the guide knows no such day, `visibility`. */
export function publicDayIn(
  world: Pick<World, 'guide' | 'now'>,
  { visibility, publicDay }: Asked,
): Outcome<Day | null> {
  if (visibility !== 'later') return done(null);
  const today = dayOf(world.now());
  const { filing } = world.guide.inForceOn(today);
  if (!filing) return refuse('invalid', { fields: { visibility: 'bad_choice' } });
  if (!publicDay) return refuse('invalid', { fields: { publicDay: 'required' } });
  const last = addMonths(today, filing.public_later.months);
  return isDay(publicDay) && publicDay > today && publicDay <= last
    ? done(publicDay as Day)
    : refuse('invalid', { fields: { publicDay: 'bad_day' } });
}
