// The demonstration's accounts beside a sign-in form: one press signs in as someone. Where there are none, the form stands alone.
import type { ReactNode } from 'react';
import { DEMO_PASSWORD } from '../../core/demo';
import type { DemoAccount } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { HiddenFields } from '../../ui/form';
import { Card, Columns, Section } from '../../ui/layout';
import { roleAt } from './place';

type Props = {
  t: Text;
  locale: Locale;
  accounts: readonly DemoAccount[];
  /** Where the buttons send to, and what they send along. */
  action: string;
  carry: readonly (readonly [name: string, value: string])[];
};

export function BesideDemo({ children, ...props }: Props & { children: ReactNode }) {
  if (props.accounts.length === 0) return children;
  return (
    <Columns asideLabel={props.t.accounts.signIn.demoTitle} aside={<Demo {...props} />}>
      {children}
    </Columns>
  );
}

/** Who it is stands before the button, so that the roles can be told apart. */
function Demo({ t, locale, accounts, action, carry }: Props) {
  const words = t.accounts.signIn;
  return (
    <Section title={words.demoTitle} lead={words.demoLead} id="demo">
      <Card tone="tint">
        <ul className="people">
          {accounts.map(({ email, name, mandates }) => (
            <li key={email}>
              <form method="post" action={action} encType="multipart/form-data">
                <HiddenFields fields={[['email', email], ['password', DEMO_PASSWORD], ...carry]} />
                <span>{mandates.map((held) => roleAt(t, locale, held)).join('; ')}</span>
                <SubmitButton weight="secondary" size="small">
                  {words.demoButton(name)}
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
