// Restatements of published figures for readers of feeds (Atom, RFC 4287).
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Feed } from 'feed';
import { restatements } from '../../queries/restatements';
import { scoreGuide } from '../../queries/scores';
import { contextOf } from '../respond';
import { asHtml } from '../rounds/as-html';
import { aboutOf, changeName, valueText } from './restated';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const slug = new URL(args.request.url).searchParams.get('body') ?? '';
  const say = t.contests.restatements;
  const words = scoreGuide(world, locale)?.words ?? {};
  const { items } = await restatements(world, { slug, after: null }, locale);
  const page = `${world.origin}/${locale}/scores/restatements`;
  const feed = new Feed({
    ...{ id: page, link: page, title: say.title, description: say.lead, language: locale, generator: 'Kenes' },
    copyright: '',
    updated: new Date(items[0]?.at ?? world.now()),
    feedLinks: { atom: `${page}.atom` },
  });
  for (const item of items) {
    const { id, at, causes, changes, names } = item;
    const changed = changes.map(
      (change) =>
        `${changeName({ t, words, names }, change)}: ${valueText(t, locale, change.measure, change.from)} → ${valueText(t, locale, change.measure, change.to)}`,
    );
    feed.addItem({
      ...{ id: `${page}#${id}`, link: `${page}#${id}`, title: asHtml(aboutOf({ t, locale }, item).title) },
      ...{ date: new Date(at), author: [{ name: 'Kenes' }] },
      description: asHtml([...causes.map((cause) => say.cause[cause]), ...changed].join('. ')),
    });
  }
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
