// What administrators set: as it is in force, and its history. Asked by the frame of every page and before every act, so it is kept for a moment.
import type { Instant } from '../core/day';
import { SETTING_NAMES, settingsOf, type SettingName, type Settings } from '../core/setting';
import { signatory, type Signatory } from '../core/shape';
import type { Database } from '../data/connect';
import type { World } from '../world';

const ASKED_AGAIN_AFTER = 2_000;
const kept = new WeakMap<Database, { at: number; position: number; answer: Promise<Settings> }>();

/** In force: asked at most every two seconds in a process, and at once after an act of its own. */
export function settings({ db, now }: Pick<World, 'db' | 'now'>): Promise<Settings> {
  const known = kept.get(db);
  const [at, { position }] = [now(), db];
  if (known?.position === position && Math.abs(at - known.at) < ASKED_AGAIN_AFTER) return known.answer;
  const answer = db.pool
    .query<{ name: string; value: unknown }>({
      name: 'settings',
      text: `SELECT DISTINCT ON (name) name, value FROM "SettingChange" ORDER BY name, at DESC, id DESC`,
    })
    .then(({ rows }) => settingsOf(new Map(rows.map(({ name, value }) => [name, value]))));
  kept.set(db, { at, position, answer });
  answer.catch(() => kept.delete(db));
  return answer;
}

/** Until when acts are refused; null where they are not. A time of return that has passed lets everybody in again. */
export async function maintenanceUntil(world: Pick<World, 'db' | 'now'>): Promise<Instant | null> {
  const { until } = (await settings(world)).maintenance;
  return until !== null && until > world.now() ? until : null;
}

export type SettingChange = {
  id: string;
  name: SettingName;
  value: Settings[SettingName];
  reason: string;
  by: Signatory;
  at: Instant;
};

/** The latest changes, the newest first. */
export async function settingHistory({ db }: Pick<World, 'db'>): Promise<SettingChange[]> {
  const rows = await db.prisma.settingChange.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 100 });
  return rows.flatMap(({ id, name, value, reason, by, at }) => {
    const known = SETTING_NAMES.find((one) => one === name);
    if (!known) return [];
    return [
      {
        id,
        name: known,
        value: settingsOf(new Map([[name, value]]))[known],
        reason,
        by: signatory.parse(by),
        at: at.getTime(),
      },
    ];
  });
}
