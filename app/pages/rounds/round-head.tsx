// The opening of a round's page: what it is called, where it stands, what may be done; the stages it goes through; what is overdue.
import type { RoundDuty } from '../../queries/round-clock';
import { numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Tabs } from '../../ui/details';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { StageBadge } from '../../ui/stage';
import { StageBar } from '../../ui/term-bar';
import { Tag } from '../../ui/words';
import { Sources } from '../sources';
import type { StateLanguage } from '../../../guide/schema';
import { addressOf, roundAddress } from './addresses';
import { FollowButton } from './follow-button';
import { textPart, type Part } from './part';

type HeadProps = Part & { lang: StateLanguage; follows: boolean; signedIn: boolean };

export function RoundHead({ t, locale, view, lang, follows, signedIn }: HeadProps) {
  const say = t.round;
  const { number, title, kindName, stage, stageName, body, period, open, contributors, council } = view;
  const home = roundAddress(locale, number);
  return (
    <PageHead
      crumbs={
        <Breadcrumbs
          label={t.frame.crumbs}
          items={[
            { href: `/${locale}/rounds`, label: t.rounds.title },
            { href: `/${locale}/bodies/${body.slug}`, label: body.name },
          ]}
        />
      }
      eyebrow={[number, kindName, council].filter(Boolean).join(' · ')}
      title={title.text}
      titleLang={title.lang === locale ? undefined : title.lang}
      meta={
        <>
          <StageBadge stage={stage}>{stage === 'preparing' ? say.preparing : stageName}</StageBadge>
          {open ? (
            <Tag tone="clock">
              {period.closesDay === view.today ? t.rounds.closes.today : t.clocks.left(period.daysLeft)}
            </Tag>
          ) : null}
          {view.silence.length > 0 ? <Tag tone="danger">{t.rounds.table.overdue}</Tag> : null}
        </>
      }
      actions={
        <>
          {open && contributors === 'everyone' ? (
            <LinkButton href={`${home}/comment`} weight="primary" icon="plus">
              {say.comment}
            </LinkButton>
          ) : null}
          {stage === 'preparing' ? null : (
            <FollowButton
              {...{ t, locale, follows, signedIn, about: title.text, what: 'round', value: number }}
              label={follows ? say.unfollow : say.follow}
              back={addressOf(home, { text: textPart(lang, locale) })}
            />
          )}
        </>
      }
    />
  );
}

/** Where it stands, stage after stage. */
export function Stages({ t, locale, view }: Part) {
  const say = t.round.stages;
  return (
    <StageBar
      label={say.label}
      short
      stages={view.stages.map(({ name, state, day }) => ({
        label: name,
        state,
        stateText: say[state],
        note: day ? <time dateTime={day}>{numericDay(locale, day)}</time> : undefined,
      }))}
    />
  );
}

/** Which of the state languages the round's own texts are read in. */
export function TextSwitch({
  t,
  lang,
  href,
}: Pick<Part, 't'> & { lang: StateLanguage; href: (lang: StateLanguage) => string }) {
  return (
    <Tabs
      label={t.round.text.label}
      look="within"
      tabs={(['kk', 'ru'] as const).map((one) => ({
        href: href(one),
        label: t.round.text[one],
        current: lang === one,
      }))}
    />
  );
}

/** What the body owes and has not done: said to everyone, with the day and the article. */
export function Silence({ t, view }: Pick<Part, 't' | 'view'>) {
  const say = t.round.silence;
  if (view.silence.length === 0) return null;
  const { counts } = view;
  const line = ({ key, name, dueDay, daysLeft, sources }: RoundDuty) => (
    <li key={key}>
      {say.line(name, dueDay)} ({t.clocks.overdue(Math.max(0, -daysLeft))}) <Sources sources={sources} />
    </li>
  );
  return (
    <Alert tone="danger" title={say.title} id="silence">
      <ul className="steps">{view.silence.map(line)}</ul>
      {counts.open > 0 ? <p>{say.unanswered(counts.open, counts.total)}</p> : null}
      <p>
        <a href="#clock">{say.why}</a>
      </p>
    </Alert>
  );
}
