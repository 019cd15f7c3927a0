// Public numbers of cases: year and a running number, never given twice; a number lost to a failed act leaves a gap.
import { dayOf } from '../core/day';
import type { World } from '../world';

type Numbered = Pick<World, 'db' | 'now'>;

const nextOf = async ({ db }: Numbered, sequence: 'appeal_number' | 'round_number' | 'comment_number' | 'meeting_number' | 'wave_number' | 'contest_number'): Promise<string> => {
  const { rows } = await db.pool.query<{ n: string }>({ name: `next_${sequence}`, text: `SELECT nextval('${sequence}') AS n` });
  return String(rows[0]?.n);
};
const yearOf = ({ now }: Numbered): string => dayOf(now()).slice(0, 4);

/** '2026-000123'. */
export const nextNumber = async (world: Numbered): Promise<string> =>
  `${yearOf(world)}-${(await nextOf(world, 'appeal_number')).padStart(6, '0')}`;

/** 'R-2026-000045'. */
export const nextRoundNumber = async (world: Numbered): Promise<string> =>
  `R-${yearOf(world)}-${(await nextOf(world, 'round_number')).padStart(6, '0')}`;

/** 'C-2026-000678'. */
export const nextCommentNumber = async (world: Numbered): Promise<string> =>
  `C-${yearOf(world)}-${(await nextOf(world, 'comment_number')).padStart(6, '0')}`;

/** 'M-2026-000009'. */
export const nextMeetingNumber = async (world: Numbered): Promise<string> =>
  `M-${yearOf(world)}-${(await nextOf(world, 'meeting_number')).padStart(6, '0')}`;

/** 'W-2026-000003'. */
export const nextWaveNumber = async (world: Numbered): Promise<string> =>
  `W-${yearOf(world)}-${(await nextOf(world, 'wave_number')).padStart(6, '0')}`;

/** 'K-2026-000004'. */
export const nextContestNumber = async (world: Numbered): Promise<string> =>
  `K-${yearOf(world)}-${(await nextOf(world, 'contest_number')).padStart(6, '0')}`;
