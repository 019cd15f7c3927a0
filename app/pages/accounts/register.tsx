// Registering an organisation with its first representative, or oneself. Ends with "a letter is on its way": the account
// begins behind the letter's link. The two forms have addresses of their own, so that no script is needed to switch.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { register } from '../../commands/accounts/register';
import { CONFIRM_HOURS } from '../../core/session';
import { isOpenLetterbox } from '../../queries/letters';
import { textFor, type Locale, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Fieldset } from '../../ui/choice';
import { Tabs } from '../../ui/details';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { RegionChoice } from '../region-choice';
import { tickedIn, TopicChoice } from '../topic-choice';
import { contextOf, refusalResponse, safeReturn, withReturn, type Answered, type RefusalView } from '../respond';
import { visitorOf, workplace } from './enter';
import { HandOver } from './hand-over';
import { Kept } from './kept';
import { LocaleChoice } from './locale-choice';

type As = 'organisation' | 'person';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const to = safeReturn(asked.get('to'), '');
  if (viewer) throw redirect(to || `/${locale}${workplace(viewer)}`);
  const as: As = asked.get('as') === 'person' ? 'person' : 'organisation';
  const openLetterbox = await isOpenLetterbox(world, args.context.modes);
  return {
    locale,
    title: t.accounts.register.title,
    ...{ as, to },
    origin: world.origin,
    sendsMail: world.post !== null,
    openLetterbox,
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  const registered = await register(here.world, typed, visitorOf(args));
  return registered.ok ? { sent: registered.value } : refusalResponse(here, registered.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Register() {
  const { locale, as, to, origin, sendsMail, openLetterbox } = useLoaderData<typeof loader>();
  const { refused, typed, sent } = (useActionData<typeof action>() ?? {}) as Answered & {
    sent?: { email: string; path: string | null };
  };
  const t = textFor(locale);
  const words = t.accounts.register;
  const here = withReturn(`/${locale}/register`, to);
  if (sent)
    return (
      <Narrow>
        <PageHead title={sendsMail ? words.sentTitle : words.keptTitle} />
        <Stack>
          {sendsMail ? (
            <Alert tone="success">
              <p>{words.sent(sent.email)}</p>
              <p>{words.sentLasts(CONFIRM_HOURS)}</p>
              <p>{words.nothing}</p>
            </Alert>
          ) : sent.path ? (
            <HandOver t={t} locale={locale} origin={origin} path={sent.path} for="own" />
          ) : (
            <Kept t={t} locale={locale} email={sent.email} openLetterbox={openLetterbox} />
          )}
          <p>
            <a href={here}>{words.again}</a>
          </p>
        </Stack>
      </Narrow>
    );
  const { name, email, organisationName, organisationAddress, bin, region, fields, address } = words;
  return (
    <Narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <Tabs
          label={words.as}
          tabs={[
            { href: here, label: words.asOrganisation, current: as === 'organisation' },
            { href: withReturn(`/${locale}/register?as=person`, to), label: words.asPerson, current: as === 'person' },
          ]}
        />
        <p>{as === 'organisation' ? words.asOrganisationText : words.asPersonText}</p>
        <Refused
          t={t}
          refused={refused}
          labels={
            as === 'person'
              ? { name, email, address }
              : { bin, organisationName, organisationAddress, region, fields, name, email }
          }
        />
        <Form>
          <Hidden values={{ as, to: to || undefined }} />
          {as === 'organisation' ? <OrganisationFields t={t} locale={locale} refused={refused} typed={typed} /> : null}
          <OwnFields t={t} locale={locale} refused={refused} typed={typed} as={as} />
          <FormActions>
            <SubmitButton>{words.button}</SubmitButton>
          </FormActions>
        </Form>
        <p>
          {words.haveAccount} <a href={withReturn(`/${locale}/sign-in`, to)}>{t.accounts.signIn.button}</a>
        </p>
      </Stack>
    </Narrow>
  );
}

type FieldsProps = { t: Text; locale: Locale; refused: RefusalView | undefined; typed: Typed | undefined };

function OrganisationFields({ t, locale, refused, typed }: FieldsProps) {
  const words = t.accounts.register;
  const asked = (name: 'bin' | 'organisationName' | 'organisationAddress') => ({
    name,
    label: words[name],
    value: textOf(typed, name),
    error: refused?.fields[name],
    required: true,
  });
  return (
    <Fieldset size="large" legend={words.organisation}>
      <Field {...asked('bin')} hint={words.binHint} inputMode="numeric" width="m" maxLength={20} />
      <Field {...asked('organisationName')} autoComplete="organization" />
      <Field {...asked('organisationAddress')} />
      <RegionChoice
        t={t}
        locale={locale}
        label={words.region}
        empty={words.regionEmpty}
        mark={t.accounts.optional}
        value={textOf(typed, 'region')}
        error={refused?.fields.region}
      />
      <TopicChoice
        t={t}
        legend={words.fields}
        hint={words.fieldsHint}
        values={tickedIn(typed)}
        error={refused?.fields.fields}
      />
    </Fieldset>
  );
}

function OwnFields({ t, locale, refused, typed, as }: FieldsProps & { as: As }) {
  const words = t.accounts.register;
  const asked = (name: 'name' | 'email' | 'address') => ({
    name,
    label: words[name],
    value: textOf(typed, name),
    error: refused?.fields[name],
    required: true,
  });
  return (
    <Fieldset size="large" legend={words.you}>
      <Field {...asked('name')} autoComplete="name" />
      <Field {...asked('email')} type="email" hint={words.emailHint} autoComplete="email" />
      {as === 'person' ? <Field {...asked('address')} hint={words.addressHint} autoComplete="street-address" /> : null}
      <LocaleChoice
        t={t}
        legend={words.locale}
        value={textOf(typed, 'locale')}
        fallback={locale}
        error={refused?.fields.locale}
      />
    </Fieldset>
  );
}
