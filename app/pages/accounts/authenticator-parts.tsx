// Parts of the page of signing in: the second factor off or on, the secret to be taken in, the recovery codes.
import type { Setting, SigningInView } from '../../queries/signing-in';
import type { Locale, Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { QrCode } from '../../ui/qr';
import { Code, Tag } from '../../ui/words';
import { Refused } from '../refused';
import type { RefusalView } from '../respond';

type Props = { t: Text; own: SigningInView; refused: RefusalView | undefined };

/** The password that proves a person before they change how they sign in; nothing where the account has none. */
export function PresentPassword({ t, own, refused, id }: Props & { id: string }) {
  if (!own.hasPassword) return null;
  return (
    <Field
      {...{ id, name: 'current', type: 'password', autoComplete: 'current-password', required: true, width: 'l' }}
      label={t.signingIn.authenticator.current}
      error={refused?.fields.current}
    />
  );
}

export function Authenticator({ t, own, refused }: Props) {
  const words = t.signingIn.authenticator;
  const labels = { current: words.current, code: words.confirmLabel };
  return (
    <Section title={words.title} lead={words.what} id="authenticator">
      <Stack>
        <Refused t={t} refused={refused} labels={labels} />
        <p>
          <Tag tone={own.authenticator ? 'good' : 'plain'}>{own.authenticator ? words.on : words.off}</Tag>{' '}
          {own.authenticator ? (own.codesLeft > 0 ? words.left(own.codesLeft) : words.none) : null}
        </p>
        {own.demo ? null : own.authenticator ? (
          <Details summary={words.stop} open={refused !== undefined}>
            <p>{words.stopWhy}</p>
            <Form>
              <Hidden values={{ intent: 'stop' }} />
              <Field
                {...{ name: 'code', autoComplete: 'one-time-code', required: true, width: 'm' }}
                label={t.signingIn.code.label}
                hint={t.signingIn.code.hint}
                error={refused?.fields.code}
              />
              <FormActions>
                <SubmitButton weight="danger">{words.stop}</SubmitButton>
              </FormActions>
            </Form>
          </Details>
        ) : (
          <Form>
            <Hidden values={{ intent: 'begin' }} />
            <PresentPassword {...{ t, own, refused }} id="current" />
            <FormActions>
              <SubmitButton weight="secondary">{words.begin}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

/** In fours, as people copy letters. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

export function TakeIn({ t, setting, refused }: { t: Text; setting: Setting; refused: RefusalView | undefined }) {
  const words = t.signingIn.authenticator;
  return (
    <Stack>
      <QrCode address={setting.address} label={words.picture} />
      <p>
        {words.secret}: <Code>{inFours(setting.secret)}</Code>
      </p>
      <Refused t={t} refused={refused} labels={{ code: words.confirmLabel }} />
      <Form>
        <Hidden values={{ intent: 'confirm', pass: setting.pass }} />
        <Field
          {...{ name: 'code', autoComplete: 'one-time-code', inputMode: 'numeric', required: true, width: 'm' }}
          label={words.confirmLabel}
          error={refused?.fields.code}
        />
        <FormActions>
          <SubmitButton>{words.confirm}</SubmitButton>
        </FormActions>
      </Form>
    </Stack>
  );
}

export function Codes({ t, locale, codes }: { t: Text; locale: Locale; codes: readonly string[] }) {
  return (
    <Stack>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <Code>{code}</Code>
          </li>
        ))}
      </ul>
      <FormActions>
        <LinkButton href={`/${locale}/account/signing-in`}>{t.signingIn.authenticator.codesKept}</LinkButton>
      </FormActions>
    </Stack>
  );
}
