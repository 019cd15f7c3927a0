// What an administrator may set while Kenes runs, each with its shape and what it is before anybody set it. Never a number of the law or of the
// guide: nothing that is owed, counted or published depends on a setting.
import { z } from 'zod';
import { ASKED_OF } from './second-factor';

export const SETTINGS = {
  /** Acts are refused until about then (an instant); reading goes on, and so do terms. Null: no maintenance. */
  maintenance: { shape: z.object({ until: z.number().int().nullable() }), before: { until: null } },
  /** A sentence for everybody above every page, in each language; empty where there is none. */
  notice: {
    shape: z.object({ kk: z.string().max(300), ru: z.string().max(300), en: z.string().max(300) }),
    before: { kk: '', ru: '', en: '' },
  },
  /** Whose mandates rest until a second factor was proved. */
  second_factor: { shape: z.object({ askedOf: z.enum(ASKED_OF) }), before: { askedOf: 'nobody' } },
} as const satisfies Record<string, { shape: z.ZodType; before: unknown }>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export type Settings = { [N in SettingName]: z.output<(typeof SETTINGS)[N]['shape']> };

/** Settings out of their latest changes, by name; what was never set, or does not fit its shape any more, is as before. */
export function settingsOf(latest: ReadonlyMap<string, unknown>): Settings {
  const valueOf = (name: SettingName): unknown => {
    const read = SETTINGS[name].shape.safeParse(latest.get(name));
    return read.success ? read.data : SETTINGS[name].before;
  };
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, valueOf(name)])) as Settings;
}
