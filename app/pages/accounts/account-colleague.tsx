// Part of the account page: one other representative of the organisation, and what can be done about their mandate.
import type { AccountView } from '../../queries/accounts';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';
import { LastDay } from './last-day';

type Props = {
  t: Text;
  colleague: AccountView['colleagues'][number];
  /** A demonstration's account, which strangers share, hands nothing over. */
  demo: boolean;
  answer: Answered;
};

export function Colleague({ t, colleague, demo, answer: { refused, typed } }: Props) {
  const words = t.accounts.account;
  const { membershipId, organisationId, name, email, lastDay } = colleague;
  const prefix = `mandate-${membershipId}-`;
  return (
    <Stack gap="s">
      <p>
        {name} <Muted>{email}</Muted>
        {lastDay ? (
          <>
            <br />
            <Muted>{words.lastDayOn(lastDay)}</Muted>
          </>
        ) : null}
      </p>
      <Refused t={t} refused={refused} labels={{ lastDay: words.lastDay }} prefix={prefix} />
      <form method="post">
        <Hidden values={{ intent: 'end', membershipId }} />
        <SubmitButton weight="secondary" size="small">
          {t.administration.endOf(name)}
        </SubmitButton>
      </form>
      <Details summary={words.lastDayOf(name)} open={refused?.fields.lastDay !== undefined}>
        <Form>
          <Hidden values={{ intent: 'last_day', membershipId }} />
          <LastDay
            {...{ t, prefix }}
            value={typed && 'lastDay' in typed ? textOf(typed, 'lastDay') : (lastDay ?? '')}
            error={refused?.fields.lastDay}
          />
          <FormActions>
            <SubmitButton weight="secondary" size="small">
              {words.lastDaySave}
            </SubmitButton>
          </FormActions>
        </Form>
      </Details>
      {demo ? null : (
        <Details summary={words.handOverTo(name)}>
          <p>{words.handOverAsk(name)}</p>
          <form method="post">
            <Hidden values={{ intent: 'hand_over', membershipId, organisationId }} />
            <SubmitButton weight="danger" size="small">
              {words.handOverTo(name)}
            </SubmitButton>
          </form>
        </Details>
      )}
    </Stack>
  );
}
