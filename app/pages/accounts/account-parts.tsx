// Parts of the account page: the profile's form, the roles held, the password's form.
import { dayOf } from '../../core/day';
import type { AccountView } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { DefinitionList, Muted } from '../../ui/words';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';
import { LocaleChoice } from './locale-choice';
import { roleAt } from './place';

type PartProps = { t: Text; account: AccountView; answer: Answered };

export function Profile({ t, account, answer: { refused, typed } }: PartProps) {
  const words = t.accounts.account;
  if (account.demo)
    return (
      <Section title={words.profile} id="profile">
        <DefinitionList
          layout="pairs"
          items={[
            { term: words.name, value: account.name },
            { term: words.locale, value: t.accounts.languages[account.locale] },
          ]}
        />
      </Section>
    );
  return (
    <Section title={words.profile} id="profile">
      <Stack>
        <Refused t={t} refused={refused} labels={{ name: words.name, address: words.address }} />
        <Form>
          <Hidden values={{ intent: 'profile' }} />
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            autoComplete="name"
            required
            value={typed ? textOf(typed, 'name') : account.name}
            error={refused?.fields.name}
          />
          <Field
            name="address"
            label={words.address}
            mark={t.accounts.optional}
            autoComplete="street-address"
            value={typed ? textOf(typed, 'address') : (account.address ?? '')}
            error={refused?.fields.address}
          />
          <LocaleChoice t={t} legend={words.locale} value={textOf(typed, 'locale')} fallback={account.locale} />
          <FormActions>
            <SubmitButton>{words.save}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}

export function Roles({ t, locale, account, answer: { refused } }: PartProps & { locale: Locale }) {
  const words = t.accounts.account;
  return (
    <Section title={words.roles} id="roles">
      <Stack>
        <Refused t={t} refused={refused} />
        {account.mandates.length === 0 ? <p>{words.rolesNone}</p> : null}
        {account.mandates.map((held) => (
          <Stack gap="s" key={held.membershipId}>
            <p>
              <strong>{roleAt(t, locale, held)}</strong>
              {held.post ? <> · {held.post}</> : null}
              <br />
              <Muted>
                {words.since(dayOf(held.since))}
                {held.lastDay ? `, ${words.lastDayOn(held.lastDay)}` : null}
              </Muted>
            </p>
            {account.demo ? null : (
              <Details summary={words.leave}>
                <p>{words.leaveAsk}</p>
                <form method="post">
                  <Hidden values={{ intent: 'end', membershipId: held.membershipId }} />
                  <SubmitButton weight="danger" size="small">
                    {words.leave}
                  </SubmitButton>
                </form>
              </Details>
            )}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

export function Password({ t, account, answer: { refused } }: PartProps) {
  const words = t.accounts.account;
  if (account.demo) return null;
  return (
    <Section title={words.password} id="password-section">
      <Stack>
        <Refused t={t} refused={refused} labels={{ current: words.current, password: words.next }} />
        {account.hasPassword ? null : <p>{words.passwordNone}</p>}
        <Form>
          <Hidden values={{ intent: 'password' }} />
          {account.hasPassword ? (
            <Field
              name="current"
              type="password"
              autoComplete="current-password"
              required
              width="l"
              label={words.current}
              error={refused?.fields.current}
            />
          ) : null}
          <Field
            name="password"
            type="password"
            autoComplete="new-password"
            required
            width="l"
            label={words.next}
            hint={words.nextHint}
            error={refused?.fields.password}
          />
          <FormActions>
            <SubmitButton weight="secondary">{account.hasPassword ? words.change : words.set}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
