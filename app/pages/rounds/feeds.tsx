// Where rounds can be subscribed to: the calendar for calendars, the feed for readers; of one body, topic or region where the list shows that.
import type { DaysAsked } from '../../queries/round-filter';
import type { Locale, Text } from '../../text';
import { addressOf } from './addresses';

type About = { name: string | null | undefined } & Pick<DaysAsked, 'topic' | 'region'>;

/** 'The ministry · Ecology · Almaty': what days or a feed are narrowed to; empty where it is everything. */
export const aboutOf = (t: Text, { name, topic, region }: About): string =>
  [name, topic ? t.topics[topic] : null, region ? t.regions[region] : null].filter(Boolean).join(' · ');

type Props = { t: Text; locale: Locale; asked: DaysAsked; about: string };

export function Feeds({ t, locale, asked, about }: Props) {
  const say = t.rounds.feeds;
  return (
    <p className="feeds">
      {about ? say.leadOf(about) : say.lead} <a href={addressOf(`/${locale}/rounds.ics`, asked)}>{say.ics}</a>{' '}
      <a href={addressOf(`/${locale}/rounds.atom`, asked)}>{say.atom}</a>
    </p>
  );
}
