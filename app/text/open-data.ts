// What the open data say of themselves, in every language at once: they are one descriptor for all readers.
import { textFor } from '.';

export const openDataWords = { kk: textFor('kk').openData, ru: textFor('ru').openData, en: textFor('en').openData };
