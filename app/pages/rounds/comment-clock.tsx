// By which day a comment is answered, and why: the day, the sentences, every day of the term.
import type { CommentView } from '../../queries/comment';
import { longDay } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Deadline } from '../../ui/deadline';
import { Details } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { whySentences } from '../appeals/why';
import { clockNote, NEARNESS } from '../clock-look';
import { DrawnTerm } from '../guide/parts';
import { ShownBeforeLines } from '../shown-before';
import { Sources } from '../sources';

type Props = { t: Text; locale: Locale; view: CommentView };

export function CommentDue({ t, locale, view: { clock } }: Props) {
  const say = t.comments.clock;
  return (
    <Deadline
      nearness={NEARNESS[clock.clock]}
      size="large"
      label={say.by}
      day={clock.dueDay}
      dayText={longDay(locale, clock.dueDay)}
      note={clockNote(t, clock)}
      provisional={clock.term.provisional ? t.ledger.provisional : undefined}
    />
  );
}

export function CommentClock({ t, locale, view }: Props) {
  const say = t.comments.clock;
  const { term, sources, dueDay, lawfulDue } = view.clock;
  const today = view.today;
  return (
    <Section title={say.title} id="clock">
      <Stack>
        <p>
          {say.from(term.from)} {whySentences(t, term, today).join(' ')}{' '}
          {lawfulDue === dueDay ? null : `${say.moved(lawfulDue)} `}
          <Sources sources={sources} />
        </p>
        <ShownBeforeLines t={t} days={view.clock.shownBefore} />
        <Details summary={say.days}>
          <DrawnTerm {...{ t, locale, today }} term={term.term} start={term.from} due={term.due} days={term.days} />
        </Details>
      </Stack>
    </Section>
  );
}
