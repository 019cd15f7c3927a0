// Does a text that is about to be published carry a person's data: an individual number, a phone, an e-mail address, a bank account? Found by form
// alone, so a hit is a question to the writer, never a verdict.
import { isIin } from './bin';

export const PERSONAL = ['iin', 'phone', 'email', 'iban'] as const;
export type Personal = (typeof PERSONAL)[number];
export type Found = { what: Personal; text: string };

const TWELVE = /(?<!\d)\d(?:[\s-]?\d){11}(?!\d)/g;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Numbers of Kazakhstan and Russia as people write them: +7 or 8, then ten digits with spaces, dashes and brackets. */
const PHONE = /(?<![\d-])(?:\+7|8)[\s-]?\(?\d{3}\)?(?:[\s-]?\d){7}(?![\d-])/g;

/** Twenty signs: KZ, two of control, three of the bank, thirteen of the account; written together or in fours. */
const IBAN = /(?<![\p{L}\d])KZ\s?\d{2}(?:\s?[A-Z\d]){16}(?![\p{L}\d])/giu;

/** Whether the control digits of an IBAN agree: the rest of the number, letters as 10 to 35, is 1 modulo 97 (ISO 13616). */
function isIban(text: string): boolean {
  const plain = text.replaceAll(/\s/g, '').toUpperCase();
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Everything found, in the order of the text; each once. */
export function personalData(text: string): Found[] {
  const found = [
    ...[...text.matchAll(TWELVE)]
      .filter(([hit]) => isIin(hit.replaceAll(/[\s-]/g, '')))
      .map((hit) => ({ what: 'iin' as const, hit })),
    ...[...text.matchAll(PHONE)].map((hit) => ({ what: 'phone' as const, hit })),
    ...[...text.matchAll(IBAN)].filter(([hit]) => isIban(hit)).map((hit) => ({ what: 'iban' as const, hit })),
    ...[...text.matchAll(EMAIL)].map((hit) => ({ what: 'email' as const, hit })),
  ];
  const inOrder = found.toSorted((a, b) => a.hit.index - b.hit.index).map(({ what, hit }) => ({ what, text: hit[0] }));
  return [...new Map(inOrder.map((one) => [`${one.what} ${one.text}`, one])).values()];
}

/** A number of one person is never published; whoever wrote the rest may say that it may be. */
export const isBarred = ({ what }: Pick<Found, 'what'>): boolean => what === 'iin';
