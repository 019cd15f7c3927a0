// Part of the account page: who else represents one's organisation, who is invited, and the form that invites.
import type { AccountView } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';
import { Colleague } from './account-colleague';
import { HandOver } from './hand-over';
import { LastDay } from './last-day';
import { LocaleChoice } from './locale-choice';

export type Invited = { email: string; path: string | null; organisationId: string };
type Props = {
  t: Text;
  locale: Locale;
  account: AccountView;
  origin: string;
  /** The invitation that was written by this very request. */
  invited: Invited | undefined;
  /** What the last request answered about an organisation's form. */
  answerOf: (organisationId: string) => Answered;
  /** The same about a form of one colleague. */
  arranged: (organisationId: string) => Answered;
};

export function Colleagues({ account, ...props }: Props) {
  const organisations = account.mandates.flatMap(({ role, organisation }) =>
    role === 'representative' && organisation ? [organisation] : [],
  );
  return (
    <>
      {organisations.map((organisation) => (
        <Organisation key={organisation.id} account={account} organisation={organisation} {...props} />
      ))}
    </>
  );
}

function Organisation({
  t,
  locale,
  account,
  organisation,
  origin,
  invited,
  answerOf,
  arranged,
}: Props & { organisation: { id: string; name: string } }) {
  const words = t.accounts.account;
  const { id, name } = organisation;
  const colleagues = account.colleagues.filter(({ organisationId }) => organisationId === id);
  const waiting = account.invited.filter(({ organisationId }) => organisationId === id);
  const { refused, typed } = answerOf(id);
  const prefix = `invite-${id}-`;
  const written = invited?.organisationId === id ? invited : undefined;
  return (
    <Section title={words.colleagues} lead={words.colleaguesLead(name)} id={`colleagues-${id}`}>
      <Stack>
        {written ? <Alert tone="success">{words.invitedDone(written.email)}</Alert> : null}
        {written?.path ? <HandOver t={t} locale={locale} origin={origin} path={written.path} for="other" /> : null}
        {colleagues.length === 0 ? <p>{words.colleaguesNone}</p> : null}
        {colleagues.map((colleague) => (
          <Colleague
            key={colleague.membershipId}
            {...{ t, colleague, demo: account.demo }}
            answer={arranged(colleague.membershipId)}
          />
        ))}
        {waiting.length > 0 ? (
          <div>
            <h3>{words.invited}</h3>
            <ul>
              {waiting.map(({ email, expiresAt, lastDay }) => (
                <li key={email}>
                  {email}
                  <small className="case-line">
                    {words.until(expiresAt)}
                    {lastDay ? `; ${words.lastDayOn(lastDay)}` : null}
                  </small>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Section level={3} title={words.inviteTitle}>
          <Stack>
            <Refused
              t={t}
              refused={refused}
              labels={{ email: words.inviteEmail, lastDay: words.lastDay }}
              prefix={prefix}
            />
            <Form>
              <Hidden values={{ intent: 'invite', organisationId: id }} />
              <Field
                name="email"
                id={`${prefix}email`}
                type="email"
                required
                label={words.inviteEmail}
                value={textOf(typed, 'email')}
                error={refused?.fields.email}
              />
              <LastDay {...{ t, prefix }} value={textOf(typed, 'lastDay')} error={refused?.fields.lastDay} />
              <LocaleChoice
                t={t}
                id={`${prefix}locale`}
                legend={words.inviteLocale}
                value={textOf(typed, 'locale')}
                fallback={locale}
              />
              <FormActions>
                <SubmitButton weight="secondary">{words.inviteButton}</SubmitButton>
              </FormActions>
            </Form>
          </Stack>
        </Section>
      </Stack>
    </Section>
  );
}
