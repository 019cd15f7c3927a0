// What every part of a round's page is given.
import type { StateLanguage } from '../../../guide/schema';
import { readsIn } from '../../core/said';
import type { RoundView } from '../../queries/round';
import type { Locale, Text } from '../../text';

export type Part = { t: Text; locale: Locale; view: RoundView };
/** The state language in which a round's texts are read: the address says it (`text=kk`), else the reader's own, else Russian. */
export const readIn = (query: URLSearchParams, locale: Locale): StateLanguage => {
  const asked = query.get('text');
  return asked === 'kk' || asked === 'ru' ? asked : readsIn(locale);
};
/** The same as a part of an address: nothing where it is the usual one. */
export const textPart = (lang: StateLanguage, locale: Locale): StateLanguage | null =>
  lang === readsIn(locale) ? null : lang;
