// The clock of a case: by which day and why. The due day, the term as a bar with both clocks where it was extended, and every
// day of it with the act behind each day off.
import type { CaseView } from '../../queries/case';
import type { ReasonedTerm } from '../../queries/reasons';
import type { Locale, Text } from '../../text';
import { longDay } from '../../text/format';
import { Section, Stack } from '../../ui/layout';
import { TermBar } from '../../ui/term-bar';
import { Details } from '../../ui/details';
import { DrawnTerm } from '../guide/parts';
import { ShownBeforeLines } from '../shown-before';
import { Due } from './due';
import { Sources } from '../sources';
import { whySentences } from './why';

type Props = { t: Text; locale: Locale; view: CaseView };

export function CaseClock({ t, locale, view }: Props) {
  const say = t.case.clock;
  const { clock, today, endedDay } = view;
  const { lawful, extended } = clock;
  const point = (label: string, day: typeof today) => ({ day, label, dayText: longDay(locale, day) });
  const drawn = (term: ReasonedTerm) => (
    <DrawnTerm
      t={t}
      locale={locale}
      term={term.term}
      start={term.from}
      due={term.due}
      days={term.days}
      today={endedDay ? undefined : today}
    />
  );
  const passed = endedDay === null && today <= clock.dueDay;
  return (
    <Section title={say.title} id="clock">
      <Stack>
        <Due
          t={t}
          locale={locale}
          facts={{ ...view, dueDay: clock.dueDay, provisional: clock.provisional, daysLeft: clock.daysLeft }}
          size="large"
          label={passed ? say.due : say.wasDue}
        />
        <TermBar
          summary={
            extended ? say.summaryExtended(lawful.from, lawful.due, extended.due) : say.summary(lawful.from, lawful.due)
          }
          start={point(say.start, lawful.from)}
          due={point(say.lawful, lawful.due)}
          extended={extended ? point(say.extendedTo, extended.due) : undefined}
          today={point(say.today, today)}
          ended={endedDay ? point(say.ended, endedDay) : undefined}
        />
        {extended ? <p>{say.twoClocks}</p> : null}
        <ShownBeforeLines t={t} days={clock.shownBefore} />
        <p>
          {[...whySentences(t, lawful, today), ...(extended ? [t.clocks.why.untilMoved(extended.due)] : [])].join(' ')}{' '}
          <Sources sources={clock.sources} />
        </p>
        {extended ? (
          <>
            <h3>{say.lawfulTitle}</h3>
            {drawn(lawful)}
            <Details summary={say.extendedTitle}>{drawn(extended)}</Details>
          </>
        ) : (
          drawn(lawful)
        )}
      </Stack>
    </Section>
  );
}
