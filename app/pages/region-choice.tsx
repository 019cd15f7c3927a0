// The question in which region something is, its names sorted in the reader's alphabet.
import { REGIONS, type Region } from '../core/region';
import type { Locale, Text } from '../text';
import { Select } from '../ui/field';

type Props = {
  t: Text;
  locale: Locale;
  id?: string;
  label: string;
  empty: string;
  value: string;
  hint?: string;
  mark?: string;
  error?: string;
};

export const regionName = (t: Text, region: string | null): string =>
  region !== null && (REGIONS as readonly string[]).includes(region) ? t.regions[region as Region] : '';

export function RegionChoice({ t, locale, ...asked }: Props) {
  const alphabet = new Intl.Collator(locale);
  const options = REGIONS.map((value) => ({ value, label: t.regions[value] })).sort((a, b) =>
    alphabet.compare(a.label, b.label),
  );
  return <Select name="region" width="l" options={options} {...asked} />;
}
