// What happened lately at a body, on a topic or in a round (Atom).
import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicNews } from '../../queries/public-feed';
import { feedAsked, feedPath } from './asked';
import { atomAnswer } from './made';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, about, name, page } = await feedAsked(args);
  const say = t.feeds;
  const root = `${world.origin}/${locale}`;
  return atomAnswer({
    ...{ locale, page, title: say.news(name), about: say.newsAbout, self: `${root}/${feedPath('news.atom', about)}` },
    entries: (await publicNews(world, about, locale)).map(({ kind, path, number, version, at, title, body }) => ({
      ...{ id: `${root}${path}#event-${version}`, url: `${root}${path}`, title: `${t.webhooks.kinds[kind]}: ${title}` },
      ...{ text: `${number}. ${body}`, author: body, at },
    })),
  });
}
