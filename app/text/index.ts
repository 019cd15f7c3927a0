// All words of the site in the reader's language. English is the shape: a text missing in Kazakh or Russian does not compile.
import { en, type Text } from './en';
import { kk } from './kk';
import { ru } from './ru';
import type { Locale } from './format';

export type { Text } from './en';
export type { Locale } from './format';
export const LOCALES = ['kk', 'ru', 'en'] as const satisfies readonly Locale[];

export const isLocale = (text: string | undefined): text is Locale =>
  (LOCALES as readonly (string | undefined)[]).includes(text);

const texts: Record<Locale, Text> = { kk, ru, en };

export const textFor = (locale: Locale): Text => texts[locale];
