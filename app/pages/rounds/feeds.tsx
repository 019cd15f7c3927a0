// Where rounds can be subscribed to: the calendar for calendars, the feed for readers; of one body or topic where the list shows that.
import type { Topic } from '../../core/topic';
import type { Locale, Text } from '../../text';
import { addressOf } from './addresses';

type Props = { t: Text; locale: Locale; body: string; topic: Topic | null; about?: string };

export function Feeds({ t, locale, body, topic, about }: Props) {
  const say = t.rounds.feeds;
  const of = [about, topic ? t.topics[topic] : undefined].filter(Boolean).join(' · ');
  return (
    <p className="feeds">
      {of ? say.leadOf(of) : say.lead} <a href={addressOf(`/${locale}/rounds.ics`, { body, topic })}>{say.ics}</a>{' '}
      <a href={addressOf(`/${locale}/rounds.atom`, { body, topic })}>{say.atom}</a>
    </p>
  );
}
