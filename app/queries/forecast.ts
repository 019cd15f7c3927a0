// What the filing form foretells: how long cases of this kind took at this body, else cases of every kind there. One kind is counted from
// the rows of one body and year, by their index; every kind from the figures that are published of each quarter.
import type { Filing, Kind, Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { forecastOfCases, forecastOfCurves, quartersOf, type Forecast } from '../core/forecast';
import { daysOf, type Period } from '../core/score/period';
import type { CaseSeen } from '../core/score/time';
import { isUuid } from '../core/storable';
import { latestCurves } from '../data/scores';
import type { World } from '../world';
import { AS_RULED } from './as-ruled';
import { sourceOf, type Source } from './reasons';

export type Foretold = {
  /** Null where there are fewer cases than the guide asks for. */
  forecast: Forecast | null;
  /** The kind it is of; null where it is of every kind at the body. */
  kind: Kind | null;
  kindName: string;
  /** Registered from this day to that one. */
  from: Day;
  to: Day;
  minimum: number;
  sources: Source[];
};

/** Null where the guide in force foretells nothing, or there is no such body. */
export async function foretell(
  world: World,
  { bodyId, kind, locale }: { bodyId: string; kind: Kind; locale: Locale },
): Promise<Foretold | null> {
  const today = dayOf(world.now());
  const edition = world.guide.inForceOn(today);
  const { filing, scoring } = edition;
  if (!filing || !scoring || !isUuid(bodyId)) return null;
  const { calendar } = world.guide;
  const quarters = quartersOf(filing, { calendar, scoring, today });
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) return null;
  const days = { from: daysOf(first).first, to: daysOf(last).last };
  const cases = await casesOf(world, { bodyId, kind, ...days });
  const own = forecastOfCases(cases, { calendar, scoring, today, filing });
  const { forecast, of } = own ? { forecast: own, of: kind } : await ofEveryKind(world, { bodyId, quarters, filing });
  return {
    ...{ forecast, kind: of, ...days, minimum: filing.forecast.minimum },
    kindName: edition.texts[locale][`kind.${kind}.name`] ?? kind,
    sources: filing.forecast.basis.map((basis) => sourceOf(edition, locale, basis)),
  };
}

const ofEveryKind = async (
  { db }: World,
  { bodyId, quarters, filing }: { bodyId: string; quarters: readonly Period[]; filing: Filing },
) => ({
  forecast: forecastOfCurves(await latestCurves(db.pool, bodyId, quarters), filing),
  of: null,
});

type Asked = { bodyId: string; kind: Kind; from: Day; to: Day };

async function casesOf({ db }: World, { bodyId, kind, from, to }: Asked): Promise<CaseSeen[]> {
  const { rows } = await db.pool.query<CaseSeen>({
    name: 'forecast_cases',
    text: `SELECT a."registeredDay", a.phase, a."endedDay", count(*)::int AS count FROM ${AS_RULED} a
            WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar AND a.kind = $4 GROUP BY 1, 2, 3`,
    values: [bodyId, from, to, kind],
  });
  return rows;
}
