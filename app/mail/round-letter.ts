// What letters about rounds and comments share: the facts they begin with, and words that stand in both state languages, as a
// reader of each of the site's three gets them.
import type { Bilingual } from '../core/shape';
import type { Locale } from '../text/format';
import type { Context, Draft } from './letter';

/** A reader of neither state language gets the Russian words, marked as such. */
export const said = ({ kk, ru }: Bilingual, { locale }: Context): { text: string; lang?: Locale } => {
  if (locale === 'en') return { text: ru, lang: 'ru' };
  return { text: locale === 'kk' ? kk : ru };
};

/** The same as a quotation; its name says which language follows where that is not the reader's. */
export function quoted(text: Bilingual, by: string, context: Context): NonNullable<Draft['quote']> {
  const words = said(text, context);
  return { ...words, by: words.lang ? context.text.roundLetters.inRussian(by) : by };
}

type About = { number: string; titles: Record<Locale, string>; procedure: string; body: Record<Locale, string> };

/** Number, title, kind and body of the round; `number` is that of the round. */
export function roundFacts({ number, titles, procedure, body }: About, context: Context): Draft['facts'] {
  const { text, locale, words } = context;
  const { facts } = text.letters;
  const title = said(titles, context);
  return [
    { term: text.roundLetters.facts.round, value: number },
    { term: facts.title, value: title.text, lang: title.lang },
    { term: facts.kind, value: words.name(`kind.${procedure}.name`) },
    { term: facts.body, value: body[locale] },
  ];
}

/** The same for a letter about one contribution, its own number first. */
export function commentFacts(about: About & { round: string }, context: Context): Draft['facts'] {
  const { facts } = context.text.roundLetters;
  return [{ term: facts.comment, value: about.number }, ...roundFacts({ ...about, number: about.round }, context)];
}
