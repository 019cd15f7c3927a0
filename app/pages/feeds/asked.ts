// What a public feed is asked for, with the words of its title. An unknown body, topic or round is a feed that is not there.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { TOPICS } from '../../core/topic';
import { feedAbout, type FeedScope } from '../../queries/public-feed';
import type { Text } from '../../text';
import { contextOf } from '../respond';

export async function feedAsked(args: LoaderFunctionArgs) {
  const here = contextOf(args);
  const about = await feedAbout(here.world, new URL(args.request.url).searchParams, here.locale);
  if (!about) throw new Response(null, { status: 404 });
  const { world, locale } = here;
  return {
    ...here,
    about,
    page: `${world.origin}/${locale}${about.page}`,
    name: about.name ?? topicName(here.t, about),
  };
}

const topicName = (t: Text, { value }: FeedScope): string => {
  const topic = TOPICS.find((one) => one === value);
  return topic ? t.topics[topic] : value;
};

/** 'news.atom?body=ministry', below the address of a language. */
export const feedPath = (file: 'news.atom' | 'duties.ics', { what, value }: FeedScope): string =>
  `${file}?${what}=${encodeURIComponent(value)}`;
