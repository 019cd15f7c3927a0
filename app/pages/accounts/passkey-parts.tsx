// Parts of passkeys: the list with its form of adding on the page of signing in, and the button of the sign-in page. The forms are shown by
// their script alone, for a passkey is made by the browser.
import type { ReactNode } from 'react';
import type { SigningInView } from '../../queries/signing-in';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { Refused } from '../refused';
import type { RefusalView } from '../respond';
import { PresentPassword } from './authenticator-parts';

type Props = { t: Text; locale: Locale; own: SigningInView; refused: RefusalView | undefined };

export function Passkeys({ t, locale, own, refused }: Props) {
  const words = t.signingIn.passkeys;
  return (
    <Section title={words.title} lead={words.what} id="passkeys">
      <Stack>
        <Refused t={t} refused={refused} />
        {own.passkeys.length === 0 ? <p>{words.none}</p> : <List {...{ t, own, refused }} />}
        {own.demo ? null : (
          <>
            <PasskeyForm address={`/${locale}/account/passkey`} failed={words.failed} make>
              <Field
                {...{ name: 'name', required: true, width: 'l', maxLength: 60 }}
                label={words.name}
                hint={words.nameHint}
              />
              <PresentPassword {...{ t, own }} refused={undefined} id="current-passkey" />
              <FormActions>
                <SubmitButton weight="secondary">{words.add}</SubmitButton>
              </FormActions>
            </PasskeyForm>
            <noscript>
              <p>
                <Muted>{words.scripts}</Muted>
              </p>
            </noscript>
          </>
        )}
      </Stack>
    </Section>
  );
}

function List({ t, own, refused }: Pick<Props, 't' | 'own' | 'refused'>) {
  const words = t.signingIn.passkeys;
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={[
        { key: 'name', label: words.name },
        { key: 'added', label: words.added },
        { key: 'used', label: words.used },
        { key: 'act', label: words.act, width: 'fit' },
      ]}
      rows={own.passkeys.map(({ id, name, createdAt, usedAt }) => ({
        id,
        cells: {
          name,
          added: words.at(createdAt),
          used: usedAt === null ? words.never : words.at(usedAt),
          act: (
            <Details summary={words.remove(name)}>
              <Form>
                <Hidden values={{ intent: 'remove', passkeyId: id }} />
                <PresentPassword {...{ t, own, refused }} id={`current-${id}`} />
                <FormActions>
                  <SubmitButton weight="danger">{words.remove(name)}</SubmitButton>
                </FormActions>
              </Form>
            </Details>
          ),
        },
      }))}
    />
  );
}

type PasskeyFormProps = { address: string; failed: string; make?: true; children: ReactNode };

/** Hidden until its script (ui/passkey.js) shows it; `failed` is said when the browser gave nothing. */
export function PasskeyForm({ address, failed, make, children }: PasskeyFormProps) {
  return (
    <form className="form" method="post" hidden noValidate data-passkey={address} data-make={make ? '' : undefined}>
      {children}
      <p role="alert" className="ds-validation-message field-error">
        {failed}
      </p>
    </form>
  );
}
