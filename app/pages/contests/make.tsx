// An official's head contests what a case counts as on the body's scores. Other officials of the body read what is needed.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { makeContest } from '../../commands/contests/make';
import { caseFacts } from '../../queries/case-facts';
import { contestingOf } from '../../queries/contesting';
import { ACCEPTED_FILES } from '../../queries/filing';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { AttachField } from '../appeals/attach-field';
import { sentForm } from '../appeals/attachments';
import { interrupted, resumedIn } from '../carry';
import { textOf } from '../form';
import { Refused } from '../refused';
import { contextOf, requireViewer } from '../respond';
import { Resumed } from '../resumed';
import { refusalWithFiles, type WithFiles } from '../round-work/kept-files';
import { ClaimDay, InBoth } from './fields';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const { world, viewer, locale } = known;
  const facts = await caseFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const contesting = await contestingOf(world, viewer, facts.appeal, locale);
  if (!contesting) throw new Response(null, { status: 403 });
  return { ...known, appeal: facts.appeal, contesting };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, appeal, contesting } = await here(args);
  const { number, subject, language } = appeal;
  return {
    ...{ locale, number, subject, language, contesting, title: t.contests.make.title, accept: ACCEPTED_FILES },
    ...{ key: world.newId(), draftKey: `contest-${number}:${viewer.personId}` },
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const known = await here(args);
  const { world, viewer, locale, appeal } = known;
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const made = refusal
    ? { ok: false as const, refusal }
    : await makeContest(world, viewer, { ...typed, files, appealId: appeal.id });
  return made.ok
    ? redirect(`/${locale}/contests/${made.value.number}?done=made`, 303)
    : refusalWithFiles(known, made.refusal, { typed, files });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function MakeContest() {
  const { locale, number, subject, language, contesting, title, accept, key, draftKey } =
    useLoaderData<typeof loader>();
  const { refused, typed, kept = [], resumed } = (useActionData<typeof action>() ?? {}) as WithFiles;
  const t = textFor(locale);
  const say = t.contests;
  const home = `/${locale}/appeals/${number}`;
  const { counts, until, claims, contest, over } = contesting;
  const counted = t.scores.body.counted;
  const filled = {
    t,
    value: (name: string) => textOf(typed, name),
    wrong: (name: string) => refused?.fields[name],
  };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: number }]} />}
        eyebrow={<span lang={language}>{subject}</span>}
        title={title}
        lead={say.make.lead}
        meta={
          <p>
            {say.make.counts(counted[counts.lawful], counted[counts.extended])}{' '}
            {until === null ? say.make.anytime : say.make.until(until)}
          </p>
        }
      />
      <Narrow>
        <Stack>
          <Resumed t={t} resumed={resumed} />
          <Refused t={t} refused={refused} labels={say.fields} />
          {!contesting.may ? (
            <EmptyState
              title={say.make.headSigns.title}
              action={<LinkButton href={home}>{t.contests.theCase}</LinkButton>}
            >
              {say.make.headSigns.text}
            </EmptyState>
          ) : contest && !refused ? (
            <EmptyState
              title={say.make.already(contest)}
              action={<LinkButton href={`/${locale}/contests/${contest}`}>{say.about(contest)}</LinkButton>}
            />
          ) : over && !refused ? (
            <EmptyState title={say.notNow.title} action={<LinkButton href={home}>{say.theCase}</LinkButton>}>
              {until === null ? null : say.make.until(until)}
            </EmptyState>
          ) : (
            <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true} multipart>
              <Hidden values={{ key: textOf(typed, 'key') || key }} />
              <RadioCards
                name="claim"
                legend={say.fields.claim}
                layout="list"
                value={filled.value('claim')}
                error={filled.wrong('claim')}
                required
                options={claims.map(({ id, name, text }) => ({ value: id, label: name, text }))}
              />
              <ClaimDay {...filled} />
              <InBoth {...filled} name="reasons" most={10_000} />
              <AttachField {...{ t, accept, kept }} error={filled.wrong('files')} />
              <FormActions>
                <SubmitButton busy={t.acts.sending}>{say.make.send}</SubmitButton>
                <LinkButton href={home} weight="quiet">
                  {t.contests.theCase}
                </LinkButton>
              </FormActions>
            </Form>
          )}
        </Stack>
      </Narrow>
    </>
  );
}
