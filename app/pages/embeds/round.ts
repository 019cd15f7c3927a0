// The card of a round: what is asked, by whom, until which day, and where to say it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readsIn } from '../../core/said';
import { roundView } from '../../queries/round';
import { roundFacts } from '../../queries/round-facts';
import { longDay } from '../../text/format';
import { contextOf } from '../respond';
import { roundAddress } from '../rounds/addresses';
import { cardAnswer } from './card';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const facts = await roundFacts(world, null, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const lang = readsIn(locale);
  const { number, title, body, kindName, stageName, period, open, contributors, counts } = roundView(world, facts, {
    locale,
    lang,
  });
  const page = `${world.origin}${roundAddress(locale, number)}`;
  return cardAnswer({
    locale,
    above: `${kindName}. ${body.name}`,
    heading: { href: page, text: title.text, lang: title.lang },
    facts: [
      { id: 'stage', term: t.embeds.stage, value: stageName },
      {
        id: 'closes',
        term: open ? t.round.part.until : t.embeds.days,
        value: open ? longDay(locale, period.closesDay) : t.embeds.from(period.opensDay, period.closesDay),
      },
      { id: 'comments', term: t.embeds.comments, value: t.rounds.comments(counts.total) },
    ],
    act: open && contributors === 'everyone' ? { href: `${page}/comment`, text: t.round.comment } : null,
    credit: { href: page, text: t.embeds.credit },
  });
}
