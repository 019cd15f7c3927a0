// What this viewer may do with a round now: a list of acts, each with its own page.
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { readsIn } from '../../core/said';
import { openRoundActs, outcomeWaitsFor } from '../../queries/round-acts';
import { publicRound } from '../../queries/round-public';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Grid } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { requireViewer } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const round = await publicRound(world, args.params.number ?? '');
  if (!round) throw new Response(null, { status: 404 });
  if (round.phase === 'preparing') throw redirect(`/${locale}/rounds/${round.number}/prepare`);
  return {
    locale,
    number: round.number,
    about: round.settings.title,
    title: t.roundWork.actsTitle,
    acts: await openRoundActs(world, viewer, round),
    waits: outcomeWaitsFor(world, viewer, round),
    moderates: may(viewer, 'round.moderate', round),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function RoundActs() {
  const { locale, number, about, title, acts, waits, moderates } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${number}`;
  const lang = readsIn(locale);
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: number }]} />}
        eyebrow={<span lang={lang}>{about[lang]}</span>}
        title={title}
      />
      {waits ? <Alert tone="warning">{say.protocolOwed(waits)}</Alert> : null}
      {acts.length === 0 && !moderates ? (
        <EmptyState title={say.nothing} action={<LinkButton href={home}>{say.back}</LinkButton>} />
      ) : (
        <Grid>
          {acts.map((act) => (
            <Card key={act} level={2} title={say.acts[act]} href={`${home}/acts/${act}`}>
              <p>{say.actLead[act]}</p>
            </Card>
          ))}
          {moderates ? (
            <Card level={2} title={t.moderation.act.card.title} href={`${home}/comments?view=all`}>
              <p>{t.moderation.act.card.text}</p>
            </Card>
          ) : null}
        </Grid>
      )}
    </>
  );
}
