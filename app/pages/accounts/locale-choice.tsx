// The question in which language somebody reads.
import { LOCALES, type Locale, type Text } from '../../text';
import { RadioCards } from '../../ui/choice';

type Props = { t: Text; legend: string; value: string; fallback: Locale; id?: string; error?: string };

export function LocaleChoice({ t, legend, value, fallback, id, error }: Props) {
  return (
    <RadioCards
      name="locale"
      id={id}
      layout="list"
      legend={legend}
      value={value || fallback}
      options={LOCALES.map((locale) => ({ value: locale, label: t.accounts.languages[locale] }))}
      error={error}
    />
  );
}
