// Rounds on the Today page: those that ask this organisation or person now, promises that wait for its word, answers that came to its
// comments, comments that wait for theirs. Each part only where there is something in it.
import type { ReactNode } from 'react';
import type { AnsweredComment, AwaitedWord, ClosingRound, Waiting, WaitingComment } from '../../queries/rounds-today';
import type { Locale, Text } from '../../text';
import { longDay, number, numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { Details } from '../../ui/details';
import { Card, Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';
import { commentAddress, roundAddress, roundsAddress } from './addresses';

type Common = { t: Text; locale: Locale };
/** The newest or nearest stand open, the rest behind a fold. */
const OPEN = 5;

type ClosingProps = Common & { rounds: readonly ClosingRound[]; soon: number; open: number };

export function ClosingRounds({ t, locale, rounds, soon, open }: ClosingProps) {
  const say = t.rounds.today;
  const all = roundsAddress(locale, { stage: 'open' });
  if (rounds.length === 0)
    return open > 0 ? (
      <p className="section">
        <a href={all}>{t.rounds.openNow(open)}</a>
      </p>
    ) : null;
  return (
    <Section
      title={say.closing}
      lead={say.closingLead(soon)}
      id="rounds"
      action={<a href={all}>{t.rounds.openNow(open)}</a>}
    >
      <Grid min="l">
        {rounds.map((round) => (
          <Card
            key={round.number}
            title={<Named locale={locale} of={round} />}
            href={roundAddress(locale, round.number)}
            tone={round.daysLeft === 0 ? 'clock' : 'plain'}
            meta={`${round.number} · ${say.why[round.why]}`}
            footer={
              <LinkButton href={`${roundAddress(locale, round.number)}/comment`} size="small">
                {say.comment}
                <span className="unseen">: {round.number}</span>
              </LinkButton>
            }
          >
            <p>{round.body}</p>
            <Deadline
              nearness={round.daysLeft === 0 ? 'today' : round.daysLeft <= soon ? 'soon' : 'calm'}
              day={round.closesDay}
              dayText={longDay(locale, round.closesDay)}
              note={round.daysLeft === 0 ? t.rounds.closes.today : t.clocks.left(round.daysLeft)}
            />
            <p>{say.own(round.own)}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

/** A title in its own language. */
const Named = ({ locale, of: { title, language } }: { locale: Locale; of: { title: string; language: string } }) => (
  <span lang={language === locale ? undefined : language}>{title}</span>
);

export function AwaitedWords({ t, locale, promises }: Common & { promises: readonly AwaitedWord[] }) {
  const say = t.rounds.today.promises;
  if (promises.length === 0) return null;
  return (
    <Section title={say.title} lead={say.lead} id="promises">
      <Grid min="l">
        {promises.map(({ round, commitmentId, text, dueDay, reportedDay, ...titled }) => (
          <Card
            key={commitmentId}
            title={<span lang={text.lang === locale ? undefined : text.lang}>{text.text}</span>}
            href={`${roundAddress(locale, round)}#commitment-${commitmentId}`}
            meta={round}
          >
            <p>
              <Named locale={locale} of={titled} />
            </p>
            <p>{say.days(dueDay, reportedDay)}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

export function AnsweredComments({ t, locale, came }: Common & { came: readonly AnsweredComment[] }) {
  const say = t.rounds.today;
  if (came.length === 0) return null;
  const table = (rows: readonly AnsweredComment[], caption: string) => (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'comment', label: say.columns.comment, width: 'wide' },
        { key: 'answer', label: say.columns.answer },
        { key: 'day', label: say.columns.day, width: 'fit' },
      ]}
      rows={rows.map((one) => ({
        id: one.number,
        cells: {
          comment: <CommentLink locale={locale} of={one} />,
          answer: one.codeName,
          day: (
            <span className="term-words">
              <time dateTime={one.endedDay}>{numericDay(locale, one.endedDay)}</time>
              {one.late ? <small>{say.late}</small> : null}
            </span>
          ),
        },
      }))}
    />
  );
  return (
    <Section title={say.came} id="answers">
      <Folded rows={came} caption={say.came} table={table} rest={say.rest} />
    </Section>
  );
}

export function WaitingComments({ t, locale, waiting: { rows, total } }: Common & { waiting: Waiting }) {
  const say = t.rounds.today;
  if (rows.length === 0) return null;
  const late = ({ daysLeft }: WaitingComment) => daysLeft < 0;
  const table = (some: readonly WaitingComment[], caption: string) => (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'comment', label: say.columns.comment, width: 'wide' },
        { key: 'due', label: say.waiting.due, width: 'fit' },
      ]}
      rows={some.map((one) => ({
        id: one.number,
        tone: late(one) ? 'danger' : 'plain',
        cells: {
          comment: <CommentLink locale={locale} of={one} note={one.open ? <Tag>{say.waiting.open}</Tag> : undefined} />,
          due: (
            <Deadline
              nearness={late(one) ? 'overdue' : one.daysLeft === 0 ? 'today' : 'calm'}
              day={one.dueDay}
              dayText={numericDay(locale, one.dueDay)}
              note={
                late(one)
                  ? t.clocks.overdue(-one.daysLeft)
                  : one.daysLeft === 0
                    ? t.clocks.today
                    : t.clocks.left(one.daysLeft)
              }
            />
          ),
        },
      }))}
    />
  );
  return (
    <Section title={say.waiting.title} lead={say.waiting.lead(number(locale, total))} id="waiting">
      <Folded rows={rows} caption={say.waiting.title} table={table} rest={say.rest} />
    </Section>
  );
}

/** One link a line: two above each other are too close for a finger. The comment leads on to its round. */
type LinkProps = { locale: Locale; of: { number: string; title: string; language: string } };

const CommentLink = ({ locale, of, note }: LinkProps & { note?: ReactNode }) => (
  <span className="term-words">
    <a href={commentAddress(locale, of.number)}>{of.number}</a>
    <small>
      <Named locale={locale} of={of} />
    </small>
    {note ? <span>{note}</span> : null}
  </span>
);

type FoldedProps<T> = {
  rows: readonly T[];
  caption: string;
  table: (rows: readonly T[], caption: string) => ReactNode;
  rest: (n: number) => string;
};

/** The first few stand open, each part under a name of its own. */
export const Folded = <T,>({ rows, caption, table, rest }: FoldedProps<T>) => (
  <Stack gap="s">
    {table(rows.slice(0, OPEN), caption)}
    {rows.length > OPEN ? (
      <Details summary={rest(rows.length - OPEN)}>{table(rows.slice(OPEN), rest(rows.length - OPEN))}</Details>
    ) : null}
  </Stack>
);
