// What the register of organisations says of those that the person represents: their region and fields of work, by which rounds of
// consultation invite.
import type { AccountView } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { textOf } from '../form';
import { Refused } from '../refused';
import { RegionChoice } from '../region-choice';
import type { Answered } from '../respond';
import { tickedIn, TopicChoice } from '../topic-choice';

type Props = {
  t: Text;
  locale: Locale;
  account: AccountView;
  /** What the last request answered about an organisation's form. */
  answerOf: (organisationId: string) => Answered;
};

export function Register({ t, locale, account, answerOf }: Props) {
  const words = t.accounts.account;
  const { region, regionEmpty, fields } = t.accounts.register;
  const organisations = account.mandates.flatMap(({ role, organisation }) =>
    role === 'representative' && organisation ? [organisation] : [],
  );
  return (
    <>
      {organisations.map((organisation) => {
        const { id, name } = organisation;
        const { refused, typed } = answerOf(id);
        const prefix = `register-${id}-`;
        return (
          <Section key={id} title={words.register} lead={words.registerLead(name)} id={`register-${id}`}>
            <Stack>
              <Refused t={t} refused={refused} labels={{ region, fields }} prefix={prefix} />
              <Form>
                <Hidden values={{ intent: 'register', organisationId: id }} />
                <RegionChoice
                  t={t}
                  locale={locale}
                  id={`${prefix}region`}
                  label={region}
                  empty={regionEmpty}
                  mark={t.accounts.optional}
                  value={typed ? textOf(typed, 'region') : (organisation.region ?? '')}
                  error={refused?.fields.region}
                />
                <TopicChoice
                  t={t}
                  id={`${prefix}fields`}
                  legend={fields}
                  values={typed ? tickedIn(typed) : organisation.fields}
                  error={refused?.fields.fields}
                />
                <FormActions>
                  <SubmitButton weight="secondary">{words.save}</SubmitButton>
                </FormActions>
              </Form>
            </Stack>
          </Section>
        );
      })}
    </>
  );
}
