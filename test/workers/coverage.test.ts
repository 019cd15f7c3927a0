// Reminder coverage: counted from obligations and letters that left, so that a reminder which was never written, or was taken away, is found.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { remindersOf, type Looked } from '../../app/commands/reminders/looked';
import { coverageOf, wholeCoverage } from '../../app/queries/coverage';
import type { Day } from '../../app/core/day';
import { cover } from '../../workers/cover';
import { drain } from '../../workers/work';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld();
let cast: Cast;

/** Every working day of February and March 2026 the workers run, at nine and at noon. */
async function days(from: Day, to: Day): Promise<void> {
  const last = Number(to.slice(8));
  for (let date = Number(from.slice(8)); date <= last; date += 1) {
    const day = `${from.slice(0, 8)}${String(date).padStart(2, '0')}` as Day;
    at(day, '09:05');
    await drain(world);
  }
}
beforeAll(async () => {
  cast = await castInto(world);
  at('2026-02-02');
  const filed = await fileAppeal(world, cast.ngo, anAppeal(cast));
  if (!filed.ok) throw new Error(filed.refusal.code);
  await acceptAppeal(world, cast.registrar, { appealId: filed.value.id });
  await days('2026-02-03', '2026-02-27');
  at('2026-02-28');
});
const february = async (): Promise<Looked[]> => {
  const found: Looked[] = [];
  for await (const some of remindersOf(world, '2026-02', null)) found.push(...some);
  return found.sort((a, b) => a.dueAt - b.dueAt);
};
const counted = async () => {
  await cover(world, never);
  const { rows } = await coverageOf(world, { month: '2026-02', locale: 'en' });
  return rows.map(({ slug, due, sent, late, none }) => ({ slug, due, sent, late, none }));
};

describe('reminders of an answer that is due on 23 February and never comes', () => {
  it('are due at every point of the plan, to whom the point names, and left on their days', async () => {
    const looked = (await february()).filter(({ obligation }) => obligation.rule === 'decide');
    expect(looked.map(({ point, side, day, covered }) => `${day} ${point} ${side} ${covered}`)).toEqual([
      '2026-02-11 half_term by_you sent',
      '2026-02-18 minus_3 by_you sent',
      '2026-02-20 minus_1 by_you sent',
      '2026-02-23 due_day by_you sent',
      '2026-02-24 plus_1 by_you sent',
      '2026-02-24 plus_1 to_you sent',
    ]);
    expect(await counted()).toEqual([{ slug: 'ministry', due: looked.length, sent: looked.length, late: 0, none: 0 }]);
  });

  it('one that is taken away is found, and so is one that left a day late, whatever else is kept of them', async () => {
    const letters = await world.db.prisma.letter.findMany({ where: { letter: 'deadline_reminder' } });
    const about = (point: string, owed: string) =>
      letters
        .filter(({ data }) => {
          const facts = data as { point: string; owed: string };
          return facts.point === point && facts.owed === owed;
        })
        .map(({ id }) => id);
    await world.db.prisma.letter.deleteMany({ where: { id: { in: about('plus_1', 'to_you') } } });
    await world.db.prisma.letter.updateMany({
      where: { id: { in: about('minus_1', 'by_you') } },
      data: { sentAt: new Date('2026-02-21T05:00:00Z') },
    });
    const missing = (await february()).filter(({ covered }) => covered !== 'sent');
    expect(missing.map(({ point, side, covered }) => `${point} ${side} ${covered}`)).toEqual([
      'minus_1 by_you late',
      'plus_1 to_you none',
    ]);
    expect(await counted()).toEqual([{ slug: 'ministry', due: 6, sent: 4, late: 1, none: 1 }]);
    expect(await wholeCoverage(world, 'en')).toContainEqual(
      expect.objectContaining({ month: '2026-02', slug: 'ministry', due: 6, sent: 4, late: 1, none: 1 }),
    );
  });

  it('that failed at the mail server never left', async () => {
    await world.db.prisma.letter.updateMany({ where: { letter: 'deadline_reminder' }, data: { state: 'failed' } });
    expect(await counted()).toEqual([{ slug: 'ministry', due: 6, sent: 0, late: 0, none: 6 }]);
  });
});
