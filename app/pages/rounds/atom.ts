// The feed of rounds for readers (Atom, RFC 4287): the rounds opened last, each as of the last thing that was recorded about it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Feed } from 'feed';
import { roundDays } from '../../queries/round-days';
import { addressOf } from './addresses';
import { asHtml } from './as-html';
import { fedFrom } from './feed-query';

const ENTRIES = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, asked, title } = await fedFrom(args);
  const say = t.rounds.feeds;
  const rounds = await roundDays(world, asked, { latest: ENTRIES }, locale);
  const page = addressOf(`${world.origin}/${locale}/rounds`, asked);
  const latest = rounds.reduce((last, { changedAt }) => Math.max(last, changedAt), 0);
  const feed = new Feed({
    ...{ id: page, link: page, title, description: say.description, language: locale, generator: 'Kenes' },
    copyright: '',
    updated: new Date(latest || world.now()),
    feedLinks: { atom: addressOf(`${world.origin}/${locale}/rounds.atom`, asked) },
  });
  for (const round of rounds) {
    const url = `${world.origin}/${locale}/rounds/${round.number}`;
    feed.addItem({
      ...{ id: url, link: url, title: asHtml(round.title), author: [{ name: round.body }] },
      ...{ published: new Date(round.openedAt), date: new Date(round.changedAt) },
      description: asHtml([say.period(round.opensDay, round.closesDay), round.summary].filter(Boolean).join(' ')),
      category: [{ name: round.kindName, term: round.kind }],
    });
  }
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
