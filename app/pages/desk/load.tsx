// What is due on each of the coming working days, holidays counted: drawn on the desk above the list.
import type { LoadForecast } from '../../core/load-forecast';
import type { Locale, Text } from '../../text';
import { fullDay, number } from '../../text/format';
import { Details } from '../../ui/details';
import { BarChart } from '../../ui/figure';

export function Load({ t, locale, load, mine }: { t: Text; locale: Locale; load: LoadForecast; mine: boolean }) {
  const say = t.desk.load;
  const all = load.days.reduce((sum, { due }) => sum + due, 0);
  return (
    <Details summary={say.title(all)}>
      <BarChart
        title={say.caption}
        desc={`${say.until(load.until)} ${say.daysOff(load.daysOff)}`}
        columns={{
          ...{ label: say.day, value: say.due },
          note: load.days.some(({ away }) => away > 0) ? t.office.absences.column : undefined,
        }}
        bars={load.days.map(({ day, working, due, away }) => ({
          id: day,
          label: working ? fullDay(locale, day) : say.off(day),
          value: due,
          text: number(locale, due),
          note: away === 0 ? undefined : mine ? t.office.absences.youAway : t.office.absences.people(away),
          tone: working ? ('brand' as const) : ('muted' as const),
        }))}
      />
    </Details>
  );
}
