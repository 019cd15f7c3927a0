// The landing page: what this is in one breath, who can do what here, how bodies answer now, the clock of an appeal filed now,
// the latest public cases. Every figure leads to the cases behind it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf, weekday, type Day } from '../core/day';
import { listAppeals } from '../queries/appeals';
import { filterOf } from '../queries/appeal-filter';
import { figures, freshTerm, lawToday, openRounds } from '../queries/front';
import { roundFilterOf } from '../queries/round-filter';
import { listRounds } from '../queries/rounds';
import { textFor, type Text } from '../text';
import { longDay, weekdayNames, type Locale } from '../text/format';
import { LinkButton } from '../ui/button';
import { Drawn } from '../ui/drawn';
import { Hero } from '../ui/head';
import { Card, Grid, Section } from '../ui/layout';
import { Muted } from '../ui/words';
import { DrawnTerm, Laws } from './guide/parts';
import { FiguresPart, Latest, OpenRounds } from './home-parts';
import { contextOf } from './respond';

const LATEST = 6;
/** Open rounds shown, those that close first. */
const ROUNDS = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const [rounds, open, figured, latest] = await Promise.all([
    listRounds(world, { filter: roundFilterOf(new URLSearchParams({ stage: 'open' })), limit: ROUNDS, locale }),
    openRounds(world),
    figures(world),
    listAppeals(world, null, { filter: filterOf(new URLSearchParams()), limit: LATEST, locale }),
  ]);
  return {
    ...{ locale, figures: figured, latest: latest.rows, fresh: freshTerm(world, locale), law: lawToday(world) },
    rounds: { rows: rounds.rows, open, today: dayOf(world.now()) },
  };
}
type Fresh = ReturnType<typeof freshTerm>;
type LawNow = ReturnType<typeof lawToday>;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { home, frame } = textFor(data?.locale ?? 'kk');
  return [{ title: `Kenes — ${frame.motto}` }, { name: 'description', content: home.lead }];
};

export default function Home() {
  const { locale, figures: figured, latest, fresh, law, rounds } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const { home } = t;
  const to = (path: string) => `/${locale}${path}`;
  return (
    <>
      <Hero
        title={home.title}
        lead={home.lead}
        actions={
          <>
            <LinkButton weight="primary" href={to('/appeals/new')}>
              {home.fileAction}
            </LinkButton>
            <LinkButton href={to('/appeals')}>{home.readAction}</LinkButton>
          </>
        }
        aside={<FiledNow {...{ t, locale, fresh }} />}
      />
      <Readers {...{ t, to }} />
      <OpenRounds {...{ t, locale }} {...rounds} />
      <FiguresPart {...{ t, locale, figures: figured }} />
      <Section
        id="term"
        title={home.term.title}
        lead={home.term.lead(fresh.time, longDay(locale, fresh.today))}
        action={<a href={to(`/calculator?${fresh.query}`)}>{home.term.action}</a>}
      >
        <DrawnTerm
          {...{ t, locale }}
          term={fresh.term}
          start={fresh.start}
          due={fresh.due}
          days={fresh.days}
          today={fresh.today}
        />
      </Section>
      <Latest {...{ t, locale, latest }} />
      <Section
        id="trust"
        title={t.trust.title}
        lead={t.trust.lead}
        action={<a href={to('/trust')}>{t.trust.levels.title}</a>}
      >
        <p>
          <a href={to('/trust/method')}>{t.trust.method}</a>
        </p>
      </Section>
      <Section id="how" title={home.steps.title}>
        <Drawn of={home.steps} tag="ol" className="how">
          {() => (
            <>
              {home.steps.items.map(({ title, text }) => (
                <li key={title}>
                  <h3>{title}</h3>
                  <p>{text}</p>
                </li>
              ))}
            </>
          )}
        </Drawn>
      </Section>
      <WhereTheLawStands {...{ t, to, law, locale, year: fresh.today.slice(0, 4), query: fresh.query }} />
    </>
  );
}

const weekdayOf = (locale: Locale, day: Day): string => weekdayNames(locale)[weekday(day) - 1]?.long ?? '';

function FiledNow({ t, locale, fresh }: { t: Text; locale: Locale; fresh: Fresh }) {
  const { hero } = t.home;
  return (
    <div className="now-card">
      <p className="eyebrow">{hero.eyebrow}</p>
      <p>
        {hero.label}
        <time className="now-day" dateTime={fresh.due}>
          {longDay(locale, fresh.due)}
        </time>
        <Muted>{weekdayOf(locale, fresh.due)}</Muted>
      </p>
      <ul>
        <li>{hero.because(t.ledger.term(fresh.term.n, fresh.term.unit))}</li>
        {fresh.daysOff > 0 ? <li>{hero.off(fresh.daysOff)}</li> : null}
        {fresh.provisional ? <li>{t.ledger.provisional}</li> : null}
      </ul>
      <Laws laws={fresh.laws} />
      <p>
        <a href="#term">{hero.more}</a>
      </p>
    </div>
  );
}

function Readers({ t, to }: { t: Text; to: (path: string) => string }) {
  const { readers } = t.home;
  const cards = [
    { ...readers.ngo, href: to('/appeals/new') },
    { ...readers.official, href: to('/desk') },
    { ...readers.council, href: to('/bodies') },
    { ...readers.public, href: to('/appeals') },
  ];
  return (
    <Drawn of={readers} tag="section" className="section reader-cards" labelledBy="readers">
      {() => (
        <>
          <h2 className="unseen" id="readers">
            {readers.title}
          </h2>
          <Grid min="s">
            {cards.map(({ title, text, action, href }) => (
              <Card key={title} title={title} footer={<LinkButton href={href}>{action}</LinkButton>}>
                <p>{text}</p>
              </Card>
            ))}
          </Grid>
        </>
      )}
    </Drawn>
  );
}

type LawProps = { t: Text; to: (path: string) => string; law: LawNow; locale: Locale; year: string; query: string };

function WhereTheLawStands({ t, to, law, locale, year, query }: LawProps) {
  const say = t.home.law;
  return (
    <Section id="law" title={say.title} lead={say.lead(law.edition, law.from)}>
      <p>
        {say.counts(law.read, law.unsure)} {say.verified(law.verified)}
      </p>
      <p className="row row-m after-table">
        <a href={to('/guide')}>{say.guide}</a>
        <a href={to(`/guide/calendar/${year}`)}>{say.calendar(year)}</a>
        <a href={`/api/v1/term?${query}&lang=${locale}`}>{say.api}</a>
      </p>
    </Section>
  );
}
