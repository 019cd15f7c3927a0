// What a printable document consists of, whatever it is printed as. Queries and pages make papers; pdf and docx print the same paper.

export type PaperPart =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** What is known of something: labels and values. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** An address as a square code, what it is for whoever can't see it, and what stands beside it. */
  | { kind: 'code'; address: string; alt: string; text: string };

/** `made`: when, for the properties of the file; the same paper gives the same PDF, byte for byte. Lines of a text are parted by \n. */
export type Paper = { title: string; lang: 'kk' | 'ru' | 'en'; made: Date; parts: readonly PaperPart[] };

/** The language as files name it. */
export const LANGUAGE = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' } as const satisfies Record<Paper['lang'], string>;
