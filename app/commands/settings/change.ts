// An administrator changes what applies to everybody: maintenance with the time of return, a notice above every page, of whom a second factor is
// asked. Kept with who, when and why.
import { z } from 'zod';
import { instantOf } from '../../core/day';
import { dayField } from '../../core/fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { ASKED_OF } from '../../core/second-factor';
import type { SettingName, Settings } from '../../core/setting';
import type { Viewer } from '../../core/viewer';
import { hasSecondFactor } from '../../data/sessions';
import type { World } from '../../world';
import { limited } from '../limited';

const reason = z.string().trim().min(5, 'too_short').max(500, 'too_long');
const line = z.string().trim().max(300, 'too_long').default('');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_value');

export const input = z.discriminatedUnion('name', [
  z.discriminatedUnion('step', [
    z.object({ name: z.literal('maintenance'), step: z.literal('begin'), day: dayField, time, reason }),
    z.object({ name: z.literal('maintenance'), step: z.literal('end'), reason }),
  ]),
  z.object({ name: z.literal('notice'), kk: line, ru: line, en: line, reason }),
  z.object({ name: z.literal('second_factor'), askedOf: z.enum(ASKED_OF), reason }),
]);

/** A maintenance that was to end long ago ends by itself this long after: nobody is shut out for ever by a slip. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Changes it for everybody. Refuses: not_signed_in, not_allowed, invalid (a return that has passed or is more than a day away),
 * second_factor_first (who asks one of others and has none would shut themselves out).
 */
export async function changeSetting(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ name: SettingName }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'setting.change', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const value = valueOf(read.value);
    const now = world.now();
    if ('until' in value && value.until !== null && (value.until <= now || value.until > now + LONGEST_MS))
      return refuse('invalid', { fields: { day: 'bad_value' } });
    if ('askedOf' in value && value.askedOf !== 'nobody' && !(await hasSecondFactor(world.db.prisma, viewer.personId)))
      return refuse('second_factor_first');
    await world.db.prisma.settingChange.create({
      data: {
        ...{ id: world.newId(), name: read.value.name, value, reason: read.value.reason, at: new Date(now) },
        by: { personId: viewer.personId, name: viewer.name, post: null },
      },
    });
    world.db.position += 1;
    return done({ name: read.value.name });
  });
}

function valueOf(given: z.output<typeof input>): Settings[SettingName] {
  if (given.name === 'second_factor') return { askedOf: given.askedOf };
  if (given.name === 'notice') return { kk: given.kk, ru: given.ru, en: given.en };
  return { until: given.step === 'begin' ? instantOf(given.day, given.time) : null };
}
