// Part of the account page: further e-mail addresses, where replies may come from and notices of the law may go.
import type { FurtherAddress } from '../../queries/addresses';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';

type Props = { t: Text; locale: Locale; addresses: readonly FurtherAddress[]; demo: boolean; answer: Answered };

export function Addresses({ t, locale, addresses, demo, answer: { refused, typed } }: Props) {
  if (demo) return null;
  const say = t.addresses;
  const action = `/${locale}/account#addresses`;
  return (
    <Section title={say.title} lead={say.lead} id="addresses">
      <Stack>
        <Refused t={t} refused={refused} labels={{ email: say.email }} />
        {addresses.length === 0 ? <p>{say.none}</p> : null}
        {addresses.map(({ id, email, confirmed, notices }) => (
          <form key={id} method="post" action={action}>
            <Hidden values={{ intent: 'remove_address', addressId: id }} />
            <p>
              {[email, confirmed ? say.confirmed : say.waiting, ...(notices ? [say.noticesMark] : [])].join(' · ')}{' '}
              <SubmitButton weight="quiet">
                {say.remove}
                <span className="unseen">{say.removeOf(email)}</span>
              </SubmitButton>
            </p>
          </form>
        ))}
        <Form action={action}>
          <Hidden values={{ intent: 'add_address' }} />
          <Field
            name="email"
            type="email"
            autoComplete="email"
            label={say.email}
            width="l"
            required
            value={textOf(typed, 'email')}
            error={refused?.fields.email}
          />
          <Checkbox name="notices" label={say.notices} checked={textOf(typed, 'notices') === 'true'} />
          <FormActions>
            <SubmitButton weight="secondary">{say.add}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
