// The moderation log of a round, for everyone: what was hidden and shown again, on which ground, why, by whom.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MODERATION_GROUNDS } from '../../../guide/schema';
import { readsIn, saidIn } from '../../core/said';
import { wordOf } from '../../queries/guide';
import { moderationLog } from '../../queries/moderation';
import { roundFacts } from '../../queries/round-facts';
import { roundNumbers } from '../../queries/round-numbers';
import { textFor } from '../../text';
import { Section, Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { DefinitionList, EmptyState } from '../../ui/words';
import { ModerationTable } from '../moderation-table';
import { contextOf } from '../respond';
import { addressOf, commentAddress, commentsAddress, roundAddress } from './addresses';
import { RoundSubHead } from './sub-head';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts || facts.round.phase === 'preparing') throw new Response(null, { status: 404 });
  const after = /^\d{1,18}$/.exec(new URL(args.request.url).searchParams.get('after') ?? '')?.[0] ?? null;
  const [log, numbers] = await Promise.all([
    moderationLog(world, facts, { after }, locale),
    roundNumbers(world, facts.round.id),
  ]);
  const edition = world.guide.edition(facts.round.edition);
  return {
    ...{ locale, log, after, hiddenNow: numbers.hidden },
    round: { number: facts.round.number, title: saidIn(facts.round.settings.title, readsIn(locale)) },
    grounds: MODERATION_GROUNDS.map((id) => ({
      name: wordOf(edition, locale, `moderation.${id}.name`),
      text: wordOf(edition, locale, `moderation.${id}.text`),
    })),
    title: t.moderation.log.title,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.round.number} — Kenes` : 'Kenes' },
];

export default function Moderation() {
  const { locale, log, after, hiddenNow, round, grounds, title } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.moderation.log;
  const home = roundAddress(locale, round.number);
  return (
    <>
      <RoundSubHead {...{ t, locale, round }} title={title} lead={say.lead} />
      <Stack>
        {hiddenNow > 0 ? (
          <p>
            <a href={commentsAddress(locale, round.number, { answer: 'hidden' })}>{say.hiddenNow(hiddenNow)}</a>
          </p>
        ) : null}
        {log.entries.length === 0 ? (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        ) : (
          <ModerationTable
            {...{ t, locale, title: say.comment }}
            entries={log.entries}
            href={(number) => commentAddress(locale, number)}
          />
        )}
        {after || log.older ? (
          <Pagination
            label={say.pages}
            newer={after ? { href: `${home}/moderation`, label: t.comments.list.newer } : undefined}
            older={
              log.older ? { href: addressOf(`${home}/moderation`, { after: log.older }), label: say.older } : undefined
            }
          />
        ) : null}
      </Stack>
      <Section title={say.grounds} lead={say.groundsLead} id="grounds">
        <DefinitionList items={grounds.map(({ name, text }) => ({ term: name, value: text }))} />
      </Section>
    </>
  );
}
