// What stands in place of "a letter is on its way" where no mail leaves the house: the letter is kept here, and where it can
// be read. In a demonstration that is its open letterbox.
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { FormActions } from '../../ui/form';
import { Alert } from '../../ui/notice';

type Props = { t: Text; locale: Locale; email: string; openLetterbox: boolean };

export function Kept({ t, locale, email, openLetterbox }: Props) {
  const words = t.accounts.askLink;
  return (
    <>
      <Alert tone="warning">
        <p>{openLetterbox ? words.kept : words.noMail}</p>
      </Alert>
      {openLetterbox ? (
        <FormActions>
          <LinkButton weight="primary" href={`/${locale}/letters?to=${encodeURIComponent(email)}`}>
            {words.openLetterbox}
          </LinkButton>
        </FormActions>
      ) : null}
    </>
  );
}
