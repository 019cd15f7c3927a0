// The feed of rounds for readers (Atom): the rounds opened last, each as of the last thing that was recorded about it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { roundDays } from '../../queries/round-days';
import { atomAnswer } from '../feeds/made';
import { addressOf } from './addresses';
import { fedFrom } from './feed-query';

const ENTRIES = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, asked, title } = await fedFrom(args);
  const say = t.rounds.feeds;
  const rounds = await roundDays(world, asked, { latest: ENTRIES }, locale);
  const root = `${world.origin}/${locale}`;
  return atomAnswer({
    ...{ locale, title, about: say.description, page: addressOf(`${root}/rounds`, asked) },
    self: addressOf(`${root}/rounds.atom`, asked),
    entries: rounds.map(({ number, title: name, body, opensDay, closesDay, summary, kind, kindName, ...round }) => {
      const url = `${root}/rounds/${number}`;
      return {
        ...{ id: url, url, title: name, author: body, at: round.changedAt, published: round.openedAt },
        text: [say.period(opensDay, closesDay), summary].filter(Boolean).join(' '),
        category: [{ name: kindName, term: kind }],
      };
    }),
  });
}
