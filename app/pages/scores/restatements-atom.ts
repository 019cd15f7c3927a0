// Restatements of published figures for readers of feeds (Atom).
import type { LoaderFunctionArgs } from '@remix-run/node';
import { restatements } from '../../queries/restatements';
import { scoreGuide } from '../../queries/scores';
import { atomAnswer } from '../feeds/made';
import { contextOf } from '../respond';
import { aboutOf, changeName, valueText } from './restated';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const slug = new URL(args.request.url).searchParams.get('body') ?? '';
  const say = t.contests.restatements;
  const words = scoreGuide(world, locale)?.words ?? {};
  const { items } = await restatements(world, { slug, after: null }, locale);
  const page = `${world.origin}/${locale}/scores/restatements`;
  return atomAnswer({
    ...{ locale, title: say.title, about: say.lead, page, self: `${page}.atom` },
    entries: items.map((item) => {
      const { id, at, causes, changes, names } = item;
      const changed = changes.map(
        (change) =>
          `${changeName({ t, words, names }, change)}: ${valueText(t, locale, change.measure, change.from)} → ${valueText(t, locale, change.measure, change.to)}`,
      );
      const url = `${page}#${id}`;
      const text = [...causes.map((cause) => say.cause[cause]), ...changed].join('. ');
      return { id: url, url, title: aboutOf({ t, locale }, item).title, text, author: 'Kenes', at };
    }),
  });
}
