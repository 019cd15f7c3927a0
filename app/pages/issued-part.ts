// The end of a dossier: the square code that leads to where it is checked. The same for cases and rounds.
import type { Day } from '../core/day';
import { heading } from '../papers/parts';
import type { PaperPart } from '../papers/paper';
import { textFor, type Locale } from '../text';

type Stand = { lang: Locale; code: string; events: number; day: Day };

/** `origin`: of the site, as printed into the code. */
export function issuedPart(origin: string, { lang, code, events, day }: Stand): PaperPart[] {
  const say = textFor(lang).caseDossier.proof;
  const address = `${origin}/${lang}/verify/${code}`;
  return [heading(say.title), { kind: 'code', address, alt: say.alt, text: say.text(events, day) }];
}
