// Does a text that is about to be published carry a person's data: an individual number, a phone, an e-mail address? Found by form
// alone, so a hit is a question to the writer, never a verdict.
import { isIin } from './bin';

export const PERSONAL = ['iin', 'phone', 'email'] as const;
export type Personal = (typeof PERSONAL)[number];
export type Found = { what: Personal; text: string };

const TWELVE = /(?<!\d)\d(?:[\s-]?\d){11}(?!\d)/g;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Numbers of Kazakhstan and Russia as people write them: +7 or 8, then ten digits with spaces, dashes and brackets. */
const PHONE = /(?<![\d-])(?:\+7|8)[\s-]?\(?\d{3}\)?(?:[\s-]?\d){7}(?![\d-])/g;

/** Everything found, in the order of the text; each once. */
export function personalData(text: string): Found[] {
  const found = [
    ...[...text.matchAll(TWELVE)]
      .filter(([hit]) => isIin(hit.replaceAll(/[\s-]/g, '')))
      .map((hit) => ({ what: 'iin' as const, hit })),
    ...[...text.matchAll(PHONE)].map((hit) => ({ what: 'phone' as const, hit })),
    ...[...text.matchAll(EMAIL)].map((hit) => ({ what: 'email' as const, hit })),
  ];
  const inOrder = found.toSorted((a, b) => a.hit.index - b.hit.index).map(({ what, hit }) => ({ what, text: hit[0] }));
  return [...new Map(inOrder.map((one) => [`${one.what} ${one.text}`, one])).values()];
}
