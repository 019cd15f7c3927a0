// Behind an invitation: what is offered and by whom, a few fields for a newcomer, and the button that takes it.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { takeInvitation } from '../../commands/accounts/take-invitation';
import { COUNCIL_ROLES, type Role } from '../../core/viewer';
import { invitationBehind, type InvitationView } from '../../queries/links';
import { textFor, type Locale, type Text } from '../../text';
import { longDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList } from '../../ui/words';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, refusalView, type Answered, type RefusalView } from '../respond';
import { enter, visitorOf } from './enter';
import { LocaleChoice } from './locale-choice';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const invitation = await invitationBehind(world, args.params.token ?? '');
  return {
    locale,
    title: t.accounts.invitation.title,
    invitation,
    spent: invitation ? null : refusalView(t, { code: 'link_spent' }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  const taken = await takeInvitation(here.world, { ...typed, token: args.params.token }, visitorOf(args));
  return taken.ok ? enter(args, taken.value.token) : refusalResponse(here, taken.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Invitation() {
  const { locale, title, invitation, spent } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  if (!invitation)
    return (
      <Narrow>
        <PageHead title={title} />
        <Refused
          t={t}
          refused={spent ? { ...spent, now: { ...spent.now, steps: [t.accounts.invitation.spentWhy] } } : undefined}
        />
      </Narrow>
    );
  return (
    <Narrow>
      <PageHead title={title} lead={leadOf(t, invitation)} />
      <Offer t={t} locale={locale} invitation={invitation} refused={refused} typed={typed} />
    </Narrow>
  );
}

const isOnCouncil = (role: Role): boolean => (COUNCIL_ROLES as readonly Role[]).includes(role);

function leadOf(t: Text, { role, inviter }: InvitationView): string {
  const words = t.accounts.invitation;
  const by = inviter ?? t.accounts.kenes;
  if (role === 'administrator') return words.leadKenes(by);
  if (isOnCouncil(role)) return words.leadCouncil(by);
  return role === 'representative' ? words.leadOrganisation(by) : words.leadBody(by);
}

type OfferProps = {
  t: Text;
  locale: Locale;
  invitation: InvitationView;
  refused: RefusalView | undefined;
  typed: Typed | undefined;
};

function Offer({ t, locale, invitation, refused, typed }: OfferProps) {
  const words = t.accounts.invitation;
  const { email, role, post, place, known, lastDay } = invitation;
  const facts = [
    { term: words.place, value: place?.[locale] ?? t.accounts.kenes },
    { term: words.role, value: t.accounts.roles[role] },
    ...(post ? [{ term: isOnCouncil(role) ? t.councils.occupation : words.post, value: post }] : []),
    ...(lastDay ? [{ term: t.accounts.account.lastDay, value: longDay(locale, lastDay) }] : []),
    { term: words.email, value: email },
  ];
  return (
    <Stack>
      <DefinitionList items={facts} />
      <Alert tone="info">{known ? words.known : words.newcomer}</Alert>
      <Refused
        t={t}
        refused={refused}
        labels={{ name: words.name, locale: words.locale, password: t.accounts.link.passwordFirst }}
      />
      <Form>
        {known ? null : (
          <>
            <Field
              name="name"
              autoComplete="name"
              required
              label={words.name}
              hint={isOnCouncil(role) ? words.nameHintCouncil : words.nameHint}
              value={typed ? textOf(typed, 'name') : invitation.name}
              error={refused?.fields.name}
            />
            <LocaleChoice
              t={t}
              legend={words.locale}
              value={textOf(typed, 'locale')}
              fallback={locale}
              error={refused?.fields.locale}
            />
            <Field
              name="password"
              type="password"
              autoComplete="new-password"
              label={t.accounts.link.passwordFirst}
              mark={t.accounts.optional}
              hint={t.accounts.link.passwordOptional}
              error={refused?.fields.password}
            />
          </>
        )}
        <FormActions>
          <SubmitButton>{words.button}</SubmitButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
