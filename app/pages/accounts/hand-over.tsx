// Where no mail leaves the house, a link that was just made is shown on the page, this once: to follow, or to hand over.
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { CopyField } from '../../ui/details';
import { FormActions } from '../../ui/form';
import { Alert } from '../../ui/notice';

type Props = { t: Text; locale: Locale; origin: string; path: string; for: 'own' | 'other' };

export function HandOver({ t, locale, origin, path, for: whose }: Props) {
  const words = t.accounts.handOver;
  return (
    <>
      <Alert tone="warning" title={words.title}>
        <p>{whose === 'own' ? words.own : words.other}</p>
      </Alert>
      {whose === 'own' ? (
        <FormActions>
          <LinkButton weight="primary" href={`/${locale}${path}`}>
            {words.open}
          </LinkButton>
        </FormActions>
      ) : (
        <CopyField
          id="hand-over"
          label={words.label}
          value={`${origin}/${locale}${path}`}
          copy={words.copy}
          copied={words.copied}
        />
      )}
    </>
  );
}
