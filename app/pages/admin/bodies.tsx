// Administration: the whole tree of bodies, and the administrators of Kenes.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endMembership } from '../../commands/accounts/end-membership';
import { inviteOfficial } from '../../commands/accounts/invite-official';
import { flatten } from '../../core/tree';
import { wholeBodyTree } from '../../queries/bodies';
import { staffOf } from '../../queries/staff';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Section } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { regionName } from '../region-choice';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { Staff, toKenes, type Invited } from './staff';
import { AdminCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = requireMay(args, 'body.manage', undefined);
  const [tree, staff] = await Promise.all([wholeBodyTree(world, locale), staffOf(world, { role: 'administrator' })]);
  const ended = new URL(args.request.url).searchParams.get('done') === 'ended';
  return {
    locale,
    title: t.administration.bodies,
    bodies: flatten(tree),
    staff,
    ended,
    origin: world.origin,
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'person.invite', undefined);
  const typed = await typedIn(args.request);
  if (textOf(typed, 'intent') === 'end') {
    const ended = await endMembership(here.world, here.viewer, typed);
    return ended.ok ? redirect(`/${here.locale}/admin/bodies?done=ended`) : refusalResponse(here, ended.refusal, typed);
  }
  const invited = await inviteOfficial(here.world, here.viewer, typed);
  return invited.ok ? { invited: invited.value } : refusalResponse(here, invited.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Bodies() {
  const { locale, title, bodies, staff, ended, origin } = useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() ?? {}) as Answered & { invited?: Invited };
  const t = textFor(locale);
  const words = t.administration;
  const ending = textOf(answer.typed, 'intent') === 'end';
  return (
    <>
      <PageHead
        crumbs={<AdminCrumbs t={t} locale={locale} />}
        title={title}
        lead={words.bodiesLead}
        actions={
          <>
            <LinkButton weight="primary" icon="plus" href={`/${locale}/admin/bodies/new`}>
              {words.add}
            </LinkButton>
            <LinkButton href={`/${locale}/admin/imports`}>{t.imports.title}</LinkButton>
          </>
        }
      />
      {ended && !answer.refused ? <Alert tone="success">{words.ended}</Alert> : null}
      <Section title={words.tree}>
        {bodies.length === 0 ? (
          <EmptyState title={words.bodiesNone}>{words.bodiesNoneText}</EmptyState>
        ) : (
          <Table
            caption={words.tree}
            captionHidden
            density="dense"
            columns={[
              { key: 'body', label: words.body },
              { key: 'level', label: words.level },
              { key: 'region', label: words.region },
              { key: 'state', label: words.state, width: 'fit' },
            ]}
            rows={bodies.map(({ id, slug, names, depth, level, region, closed }) => ({
              id,
              cells: {
                body: (
                  <>
                    <span aria-hidden="true">{'— '.repeat(depth)}</span>
                    <a href={`/${locale}/admin/bodies/${slug}`}>{names[locale]}</a>
                  </>
                ),
                level: words.levels[level],
                region: regionName(t, region) || words.wholeCountry,
                state: closed ? <Tag>{words.closed}</Tag> : <Tag tone="good">{words.open}</Tag>,
              },
            }))}
          />
        )}
      </Section>
      <Staff
        t={t}
        locale={locale}
        origin={origin}
        staff={staff}
        invites={toKenes(t)}
        title={words.administrators}
        ending={ending ? answer : {}}
        inviting={ending ? {} : answer}
        invited={answer.invited}
      />
    </>
  );
}
