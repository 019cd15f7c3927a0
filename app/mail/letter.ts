// What a letter is made of before it has a form: words, facts, one quotation, one link. Each letter of letters/ gives one of
// these; render.tsx gives it its form. Nothing here reads a database or a clock.
import { nounOf } from '../core/duty';
import type { LetterId, LetterOf } from '../core/letter';
import type { Text } from '../text';
import { longDay, type Locale } from '../text/format';

/** Names and articles of the edition that the case is pinned to, in the reader's language. Throw where the guide has none. */
export type Words = {
  /** A text of the guide by its key: 'kind.message.name'. */
  name(key: string): string;
  /** Articles behind a duty, an outcome's complaint, a status or a ground; empty where the law is not known to name one. */
  articles(
    procedure: string,
    of: { rule: string } | 'overdue' | 'complaint' | { ground: string },
  ): { act: string; article: string }[];
  /** What a disposition means in a round of this kind; null where there is no draft that it could have changed. */
  meaning(procedure: string, code: string): string | null;
  /** How an outcome ends a case: 'decided', 'noted' … */
  ending(procedure: string, outcome: string): string;
};
export type Context = { text: Text; locale: Locale; origin: string; words: Words };

export type Draft = {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** `lang`: the language of words that are not in the letter's. */
  facts: { term: string; value: string; lang?: Locale }[];
  /** What a person wrote, shown as theirs. */
  quote?: { text: string; by: string; lang?: Locale };
  /** `path` without language: '/appeals/2026-000001'. */
  button: { label: string; path: string };
  /** The legal footnote. */
  law: string | null;
};
export type Letter<L extends LetterId> = (data: LetterOf<L>['data'], context: Context) => Draft;

export const dayIn = ({ locale }: Context, day: string): string => longDay(locale, day);

/** Number, subject and kind: the facts that every letter about a case or a round begins with, and the body where one is named. */
export function caseFacts(
  {
    number,
    title,
    titleRu = null,
    procedure,
    body,
  }: { number: string; title: string; titleRu?: string | null; procedure: string; body?: Record<Locale, string> },
  { text: { letters, roundLetters, contestLetters }, locale, words }: Context,
): Draft['facts'] {
  const { facts } = letters;
  const terms = { appeal: facts.number, round: roundLetters.facts.round, contest: contestLetters.facts.contest };
  return [
    { term: terms[nounOf(procedure)], value: number },
    {
      term: facts.title,
      value: locale === 'kk' ? title : (titleRu ?? title),
      ...(locale === 'en' && titleRu !== null && { lang: 'ru' as const }),
    },
    { term: facts.kind, value: words.name(`kind.${procedure}.name`) },
    ...(body ? [{ term: facts.body, value: body[locale] }] : []),
  ];
}

/** What a letter about a duty calls it and leads to: that of a case, a round or a contest. */
export function dutyWords(procedure: string, { text: { letters, roundLetters, contestLetters } }: Context) {
  const { deadline_reminder, deadline_passed, shared } = letters;
  return {
    appeal: { subject: deadline_reminder.subject, missed: deadline_passed.missed.subject, open: shared.openCase },
    round: { ...roundLetters.deadline, open: roundLetters.openRound },
    contest: { ...contestLetters.deadline, open: contestLetters.open },
  }[nounOf(procedure)];
}

/** 'Name, post', or the name alone. */
export const signed = (name: string, post: string): string => (post ? `${name}, ${post}` : name);

/** The footnote naming the articles behind a letter, each once. */
export function lawOf(
  { text: { letters }, words }: Context,
  procedure: string,
  ...of: Parameters<Words['articles']>[1][]
): string | null {
  const cited = of
    .flatMap((one) => words.articles(procedure, one))
    .map(({ act, article }) => letters.shared.article(act, article));
  return cited.length === 0 ? null : letters.shared.basis([...new Set(cited)].join('; '));
}
