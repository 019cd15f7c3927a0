// Part of the account page: the address of one's calendar of duties, shown once when it is made.
import type { AccountView } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { CopyField } from '../../ui/details';
import { FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Refused } from '../refused';
import type { Answered } from '../respond';

type Props = {
  t: Text;
  locale: Locale;
  account: AccountView;
  /** The address, where it was made just now. */
  made: string | undefined;
  answer: Answered;
};

export function CalendarOfDuties({ t, locale, account, made, answer: { refused } }: Props) {
  if (account.demo) return null;
  const say = t.duties;
  const { copy, copied } = t.accounts.handOver;
  return (
    <Section title={say.title} lead={say.lead} id="duties">
      <Stack>
        <Refused t={t} refused={refused} />
        {made ? (
          <>
            <CopyField id="duties-address" label={say.address} value={made} {...{ copy, copied }} />
            <p>{say.once}</p>
          </>
        ) : null}
        {account.hasCalendar && !made ? <p>{say.exists}</p> : null}
        <FormActions>
          <form method="post" action={`/${locale}/account#duties`}>
            <Hidden values={{ intent: 'calendar', step: 'make' }} />
            <SubmitButton weight="secondary">{account.hasCalendar ? say.another : say.make}</SubmitButton>
          </form>
          {account.hasCalendar ? (
            <form method="post" action={`/${locale}/account#duties`}>
              <Hidden values={{ intent: 'calendar', step: 'stop' }} />
              <SubmitButton weight="quiet">{say.stop}</SubmitButton>
            </form>
          ) : null}
        </FormActions>
      </Stack>
    </Section>
  );
}
