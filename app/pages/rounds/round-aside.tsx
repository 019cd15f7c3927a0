// Beside a round: until when and how to take part, what it is, what else there is of it, and the proof that its record is whole.
import { readsIn } from '../../core/said';
import { longDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { CopyField, Details } from '../../ui/details';
import { Deadline } from '../../ui/deadline';
import { Card } from '../../ui/layout';
import { DefinitionList } from '../../ui/words';
import { FeedLinks } from '../feeds/feed-links';
import { regionName } from '../region-choice';
import { addressOf, commentsAddress, roundAddress, roundsAddress } from './addresses';
import type { Part } from './part';

/** Until when comments are taken and how to make one; afterwards by which day every one is answered. */
export function TakePart({ t, locale, view }: Part) {
  const say = t.round.part;
  const { period, open, today, contributors, duties, number, counts } = view;
  const answers = duties.find(({ rule }) => rule === 'dispose');
  const lastDay = period.closesDay === today;
  if (today < period.opensDay)
    return (
      <Card title={say.soon} level={2} tone="tint">
        <Deadline
          nearness="calm"
          size="large"
          label={say.opens}
          day={period.opensDay}
          dayText={longDay(locale, period.opensDay)}
        />
      </Card>
    );
  if (open)
    return (
      <Card title={say.open} level={2} tone="tint" footer={<a href="#clock">{say.why}</a>}>
        <Deadline
          nearness={lastDay ? 'today' : 'calm'}
          size="large"
          label={say.until}
          day={period.closesDay}
          dayText={longDay(locale, period.closesDay)}
          note={lastDay ? t.rounds.closes.today : t.clocks.left(period.daysLeft)}
        />
        {contributors === 'everyone' ? (
          <>
            <p>{say.promise}</p>
            <p>
              <LinkButton href={`${roundAddress(locale, number)}/comment`} weight="primary">
                {t.round.comment}
              </LinkButton>
            </p>
          </>
        ) : null}
      </Card>
    );
  if (!answers) return null;
  const done = answers.clock === 'kept' || answers.clock === 'late' || answers.clock === 'released';
  return (
    <Card title={say.answers} level={2} tone="tint" footer={<a href="#duties">{say.why}</a>}>
      <Deadline
        nearness={
          done ? (answers.clock === 'late' ? 'late' : 'kept') : answers.clock === 'overdue' ? 'overdue' : 'calm'
        }
        size="large"
        label={say.answersBy}
        day={answers.dueDay}
        dayText={longDay(locale, answers.dueDay)}
        note={
          done
            ? t.clocks.state[answers.clock]
            : answers.clock === 'overdue'
              ? t.clocks.overdue(Math.max(0, -answers.daysLeft))
              : t.clocks.left(answers.daysLeft)
        }
      />
      <p>
        {counts.total > 0 ? (
          <a href={commentsAddress(locale, number)}>{say.answered(counts.total - counts.open, counts.total)}</a>
        ) : (
          t.rounds.comments(0)
        )}
      </p>
    </Card>
  );
}

export function RoundFactsCard({ t, locale, view }: Part) {
  const say = t.round.facts;
  const { body, council, kind, kindName, topic, regions, openedDay, edition, title } = view;
  const topicKey = topic as keyof typeof t.topics;
  return (
    <Card title={say.title} level={2}>
      <DefinitionList
        items={[
          { term: say.body, value: <a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a> },
          ...(council ? [{ term: say.council, value: council }] : []),
          { term: say.kind, value: <a href={`/${locale}/guide/rounds/${kind}`}>{kindName}</a> },
          { term: say.topic, value: <a href={roundsAddress(locale, { topic: topicKey })}>{t.topics[topicKey]}</a> },
          {
            term: say.regions,
            value: regions.length > 0 ? regions.map((one) => regionName(t, one)).join(', ') : say.country,
          },
          ...(openedDay
            ? [{ term: say.opened, value: <time dateTime={openedDay}>{longDay(locale, openedDay)}</time> }]
            : []),
          ...(title.lang === readsIn(locale) || locale === 'en'
            ? []
            : [{ term: say.text, value: t.round.text[title.lang] }]),
          { term: say.edition, value: edition },
        ]}
      />
    </Card>
  );
}

/** The other pages of the round, and its topic, body and feeds to follow. */
export function MoreOfRound({ t, locale, view }: Part) {
  const say = t.round.more;
  const home = roundAddress(locale, view.number);
  return (
    <Card title={say.title} level={2}>
      <ul className="steps">
        {view.stage === 'preparing' ? null : (
          <>
            <li>
              <a href={`${home}/comments`}>{say.comments}</a>
            </li>
            <li>
              <a href={`${home}/moderation`}>{t.moderation.log.link}</a>
            </li>
            <li>
              <a href={`${home}#dossier`}>{t.dossier.section}</a>
            </li>
            <li>
              <a href={`${home}/reach`}>{say.reach}</a>
            </li>
          </>
        )}
        <li>
          <a href={addressOf(`/${locale}/rounds.ics`, { body: view.body.slug })}>{say.ics}</a>
        </li>
        <li>
          <a href={addressOf(`/${locale}/rounds.atom`, { body: view.body.slug })}>{say.atom}</a>
        </li>
      </ul>
      {view.stage === 'preparing' ? null : <FeedLinks {...{ t, locale, of: { what: 'round', value: view.number } }} />}
    </Card>
  );
}

export function RoundProof({ t, view }: Pick<Part, 't' | 'view'>) {
  const say = t.case.chain;
  const { events, hash } = view.chain;
  return (
    <Details summary={say.title} id="proof">
      <p>{t.round.chain}</p>
      <DefinitionList items={[{ term: say.events, value: t.case.count(events) }]} />
      <CopyField id="hash" label={say.hash} value={hash} copy={say.copy} copied={say.copied} />
    </Details>
  );
}
