// The title of what a duty is about, as this reader gets it: rounds have one in each state language, appeals the applicant's own.
import type { Locale } from '../../guide/schema';

type Titles = { title: string; titleRu: string | null };

/** `titleLang`: the language of a title that is not in the reader's; undefined where it is, and for an applicant's own words. */
export const dutyTitle = (locale: Locale, { title, titleRu }: Titles): { title: string; titleLang?: 'ru' } => ({
  title: locale === 'kk' ? title : (titleRu ?? title),
  ...(locale === 'en' && titleRu !== null && { titleLang: 'ru' as const }),
});
