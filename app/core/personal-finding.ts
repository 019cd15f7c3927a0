// Where in what is about to be published personal data was found: in the heading, in the text, or at a place of a file. Told to who
// publishes, who corrects it, keeps the file for the parties alone, or says that it may be published; a number of one person never may.
import { isBarred, personalData, type Found } from './personal-data';

export type Finding = Found & {
  in: 'subject' | 'text' | 'file';
  /** The file by id and name, and the place in it: a cell 'Лист1!B12', or a paragraph, page or line by its number from 1. */
  file?: { id: string; name: string; of: 'cell' | 'paragraph' | 'page' | 'line'; at: string };
};

/** Findings that are told at once; who corrects them is told the next ones. */
export const FINDINGS_TOLD = 30;

export const findingsIn = (words: { subject: string; text: string }): Finding[] =>
  (['subject', 'text'] as const).flatMap((where) =>
    personalData(words[where]).map((found) => ({ ...found, in: where })),
  );

/** Those that keep it from being published. */
export const barring = (found: readonly Finding[], { publishPersonal }: { publishPersonal: boolean }): Finding[] =>
  publishPersonal ? found.filter(isBarred) : [...found];
