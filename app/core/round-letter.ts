// What every letter about a round or a comment says of it.
import type { Names } from './owing';
import type { Round } from './round';

/** The title in the reader's language; in English where there is none, the Russian one. */
export const titlesOf = ({ kk, ru }: { kk: string; ru: string }): Names => ({ kk, ru, en: ru });

export const aboutRound = (
  { number, settings, edition, kind }: Pick<Round, 'number' | 'settings' | 'edition' | 'kind'>,
  body: { names: Names },
) => ({
  number,
  titles: titlesOf(settings.title),
  path: `/rounds/${number}`,
  edition,
  procedure: kind,
  body: body.names,
});
