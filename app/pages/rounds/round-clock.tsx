// The clocks of a round: until which day comments are taken and why, how that day was moved and by whom, and everything the body owes in
// the round with its day, each opened to every day it was counted from.
import type { MoveView } from '../../queries/round-clock';
import type { ReasonedTerm } from '../../queries/reasons';
import { longDay, numericDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Details } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { TermBar } from '../../ui/term-bar';
import { Quote } from '../../ui/words';
import { clockNote, NEARNESS } from '../clock-look';
import { Sources } from '../sources';
import { whySentences } from '../appeals/why';
import { DrawnTerm } from '../guide/parts';
import type { Part } from './part';
import { byline, Said } from './said';

export function RoundClock(part: Part) {
  const { t, locale, view } = part;
  const say = t.round.clock;
  const { period, today, open } = view;
  const { opensDay, closesDay, asked, given, moves, sources } = period;
  const point = (label: string, day: typeof today) => ({ day, label, dayText: longDay(locale, day) });
  const term = given ?? asked;
  return (
    <Section title={say.title} id="clock">
      <Stack>
        <Deadline
          nearness={open ? (closesDay === today ? 'today' : 'calm') : today < opensDay ? 'calm' : 'ended'}
          size="large"
          label={today <= closesDay ? say.until : say.wasUntil}
          day={closesDay}
          dayText={longDay(locale, closesDay)}
          note={open ? (closesDay === today ? t.rounds.closes.today : t.clocks.left(period.daysLeft)) : undefined}
          provisional={term?.provisional ? t.ledger.provisional : undefined}
        />
        <TermBar
          summary={say.summary(opensDay, closesDay)}
          start={point(say.first, opensDay)}
          due={asked && given ? point(say.byGuide, asked.due) : point(say.last, closesDay)}
          extended={asked && given && closesDay > asked.due ? point(say.last, closesDay) : undefined}
          today={today <= closesDay ? point(say.today, today) : undefined}
          ended={today > closesDay ? point(say.closed, closesDay) : undefined}
        />
        <p>
          {say.both(period.workingDays)}{' '}
          {asked ? (
            <>
              {say.guideAsks(t.ledger.term(asked.term.n, asked.term.unit), asked.due)}{' '}
              {given ? (closesDay > asked.due ? say.longer : say.shorter) : say.same}{' '}
            </>
          ) : null}
          {term ? whySentences(t, term, today).slice(1).join(' ') : null} <Sources sources={sources} />
        </p>
        {term ? <Drawn {...part} term={term} /> : null}
        {asked && given ? (
          <Details summary={say.guideDays}>
            <Drawn {...part} term={asked} />
          </Details>
        ) : null}
        {moves.map((move) => (
          <Move key={`${move.day} ${move.closesDay}`} {...part} move={move} />
        ))}
      </Stack>
    </Section>
  );
}

const Drawn = ({ t, locale, view, term }: Part & { term: ReasonedTerm }) => (
  <DrawnTerm
    t={t}
    locale={locale}
    term={term.term}
    start={term.from}
    due={term.due}
    days={term.days}
    today={view.today}
  />
);

function Move({ t, locale, move }: Part & { move: MoveView }) {
  const say = t.round.clock.moved;
  const { how, was, closesDay, reason, day, by } = move;
  return (
    <Quote source={`${byline(by)}, ${longDay(locale, day)}`}>
      <strong>{say[how](was, closesDay)}</strong>
      <Said said={reason} />
    </Quote>
  );
}

export function RoundDuties(part: Part) {
  const { t, locale, view } = part;
  const say = t.round.duties;
  const duties = view.duties.filter(({ rule }) => rule !== 'commitment');
  if (duties.length === 0) return null;
  return (
    <Section title={say.title} lead={say.lead} id="duties">
      <Stack>
        <Table
          caption={say.caption}
          captionHidden
          density="dense"
          columns={[
            { key: 'what', label: say.what, width: 'wide' },
            { key: 'due', label: say.due },
            { key: 'done', label: say.done, width: 'fit' },
            { key: 'basis', label: say.basis },
          ]}
          rows={duties.map((duty) => ({
            id: duty.key,
            tone: duty.clock === 'overdue' ? 'danger' : duty.clock === 'due_today' ? 'clock' : 'plain',
            cells: {
              what: (
                <>
                  {duty.name}
                  <small className="case-line">{duty.text}</small>
                </>
              ),
              due: (
                <>
                  <Deadline
                    nearness={NEARNESS[duty.clock]}
                    day={duty.dueDay}
                    dayText={numericDay(locale, duty.dueDay)}
                    note={clockNote(t, duty)}
                    provisional={duty.term.provisional ? t.clocks.provisional : undefined}
                  />
                  {duty.lawfulDue === duty.dueDay ? null : (
                    <small className="case-line">{say.was(duty.lawfulDue)}</small>
                  )}
                  {duty.shownBefore.map(({ due, until }) => (
                    <small key={until} className="case-line">
                      {t.corrections.clock(due, until)}
                    </small>
                  ))}
                </>
              ),
              done:
                duty.closedDay && duty.clock !== 'released' ? (
                  <time dateTime={duty.closedDay}>{numericDay(locale, duty.closedDay)}</time>
                ) : (
                  '–'
                ),
              basis:
                duty.sources.length > 0 ? (
                  <span>
                    <Sources sources={duty.sources} />
                  </span>
                ) : (
                  '–'
                ),
            },
          }))}
        />
        {duties
          .filter(({ term }) => term.days.length > 1)
          .map(({ key, name, term }) => (
            <Details key={key} summary={say.days(name)}>
              <p>{whySentences(t, term, view.today).join(' ')}</p>
              <Drawn {...part} term={term} />
            </Details>
          ))}
      </Stack>
    </Section>
  );
}
