// The card of a body: the newest published share in time with its interval, and what is open now.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicBody } from '../../queries/public-bodies';
import { bodyScores } from '../../queries/scores';
import { number } from '../../text/format';
import { contextOf } from '../respond';
import { periodName, shareText } from '../scores/words';
import { cardAnswer } from './card';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const slug = args.params.slug ?? '';
  const [body, scores] = await Promise.all([publicBody(world, slug, locale), bodyScores(world, slug, null, locale)]);
  if (!body) throw new Response(null, { status: 404 });
  const say = t.embeds;
  const page = `${world.origin}/${locale}/bodies/${body.slug}`;
  const share = scores?.figures?.clocks.lawful.share;
  const { overdue, ...later } = body.owes;
  const open = Object.values(later).reduce((sum, n) => sum + n, overdue);
  return cardAnswer({
    locale,
    above: t.bodies.levels[body.level],
    heading: { href: page, text: body.name },
    facts: [
      ...(share && scores.origin
        ? [{ id: 'share', term: say.share, value: shareText(t, share), note: periodName(t, scores.origin.period) }]
        : []),
      { id: 'open', term: say.open, value: number(locale, open), note: say.overdue(overdue) },
    ],
    act: null,
    credit: { href: `${page}/scores`, text: say.credit },
  });
}
