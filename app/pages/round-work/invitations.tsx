// Whom to invite: the register of organisations, those of the round's field and regions first, found by name or BIN.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { inviteToRound } from '../../commands/rounds/invite';
import { inviteesOf } from '../../queries/round-prepare';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Form, FormActions, SearchBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { listIn, typedIn } from '../form';
import { Refused } from '../refused';
import { regionName } from '../region-choice';
import { refusalResponse, type Answered } from '../respond';
import { workCrumbs, workingOn } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, round } = await workingOn(args);
  const words = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  return {
    ...{ locale, number: round.number, words, title: t.roundPrepare.invitePageTitle(round.number) },
    invitees: await inviteesOf(world, round, words),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { round, ...here } = await workingOn(args);
  const typed = await typedIn(args.request);
  const invited = await inviteToRound(here.world, here.viewer, { ...typed, roundId: round.id });
  return invited.ok
    ? redirect(`/${here.locale}/rounds/${round.number}/prepare?done=invited`, 303)
    : refusalResponse(here, invited.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function RoundInvitations() {
  const { locale, number, title, words, invitees } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundPrepare;
  const ticked = listIn(typed, 'organisationIds');
  const about = (region: string | null, fits: boolean) =>
    [regionName(t, region), fits ? say.fits : ''].filter(Boolean).join('; ');
  return (
    <Narrow>
      <PageHead title={title} lead={say.inviteLead} crumbs={workCrumbs(t, locale, number)} />
      <Stack>
        <SearchBar
          action={`/${locale}/rounds/${number}/invitations`}
          label={say.search}
          button={say.searchButton}
          value={words}
        />
        <Refused t={t} refused={refused} labels={{ organisationIds: say.inviteTitle }} />
        {invitees.length === 0 ? (
          <EmptyState title={say.found} />
        ) : (
          <Form>
            <div id="organisationIds" tabIndex={-1}>
              {invitees.map(({ id, name, region, fits, invited }) =>
                invited ? (
                  <p key={id}>
                    ✓ {name} <span className="muted">({say.isInvited})</span>
                  </p>
                ) : (
                  <Checkbox
                    key={id}
                    name="organisationIds"
                    id={`organisation-${id}`}
                    value={id}
                    label={name}
                    hint={about(region, fits)}
                    checked={typed ? ticked.includes(id) : false}
                  />
                ),
              )}
            </div>
            <FormActions>
              <SubmitButton busy={t.acts.sending}>{say.invite}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Stack>
    </Narrow>
  );
}
