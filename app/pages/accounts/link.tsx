// Behind a one-time link: a page with a button. Looking at it takes nothing, so a mail scanner that follows links can't use
// it up; pressing signs in or finishes a registration.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { takeLink } from '../../commands/accounts/take-link';
import { linkBehind, type LinkView } from '../../queries/links';
import { textFor, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { DefinitionList, Muted } from '../../ui/words';
import { typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, refusalView, type Answered, type RefusalView } from '../respond';
import { enter, visitorOf } from './enter';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const link = await linkBehind(world, args.params.token ?? '');
  const words = t.accounts.link;
  const title = link?.purpose === 'registration' ? words.titleConfirm : words.titleSignIn;
  return { locale, title, link, spent: link ? null : refusalView(t, { code: 'link_spent' }) };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  const taken = await takeLink(here.world, { ...typed, token: args.params.token }, visitorOf(args));
  return taken.ok
    ? enter(args, taken.value.token, { to: taken.value.to })
    : refusalResponse(here, taken.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Link() {
  const { locale, title, link, spent } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  return (
    <Narrow>
      {link ? <Live t={t} title={title} link={link} refused={refused} /> : <PageHead title={title} />}
      {link ? null : (
        <Stack>
          <Refused t={t} refused={refused ?? spent ?? undefined} />
          <FormActions>
            <LinkButton href={`/${locale}/sign-in/link`}>{t.accounts.link.spentAsk}</LinkButton>
          </FormActions>
        </Stack>
      )}
    </Narrow>
  );
}

type LiveProps = { t: Text; title: string; link: LinkView; refused: RefusalView | undefined };

function Live({ t, title, link, refused }: LiveProps) {
  const words = t.accounts.link;
  const confirming = link.purpose === 'registration';
  const facts = [
    { term: words.name, value: link.name },
    ...(link.organisation
      ? [
          { term: words.organisation, value: link.organisation.name },
          { term: words.bin, value: link.organisation.bin },
        ]
      : []),
  ];
  const password = (
    <Field
      name="password"
      type="password"
      autoComplete="new-password"
      label={confirming ? words.passwordFirst : words.password}
      mark={t.accounts.optional}
      hint={confirming ? words.passwordOptional : words.passwordHint}
      error={refused?.fields.password}
    />
  );
  return (
    <>
      <PageHead
        title={title}
        lead={confirming ? words.leadConfirm(link.email) : words.leadSignIn(link.name, link.email)}
      />
      <Stack>
        <Refused t={t} refused={refused} labels={{ password: confirming ? words.passwordFirst : words.password }} />
        {confirming ? <DefinitionList items={facts} layout="pairs" /> : null}
        <Form>
          {confirming ? password : null}
          {!confirming && !link.demo ? (
            <Details summary={words.setPassword} open={refused !== undefined}>
              {password}
              <p>
                <Muted>{words.passwordEnds}</Muted>
              </p>
            </Details>
          ) : null}
          <FormActions>
            <SubmitButton>{confirming ? words.buttonConfirm : words.buttonSignIn}</SubmitButton>
          </FormActions>
        </Form>
        <p>
          <Muted>{words.notYou}</Muted>
        </p>
      </Stack>
    </>
  );
}
