// When nothing was found: the words that were not found by themselves, each with the known word that it may have been meant to be. Only
// words that find something for this viewer are offered: what nobody may read is not given away by a correction.
import { slipKeys, slipsBetween, slipsIn } from '../core/search/typo';
import { stemOf, wordsOf } from '../core/search/words';
import { plainKazakh } from '../core/spelling';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import type { FoundKind, SearchFilter } from './search-filter';
import { findPage } from './search-list';
import { askedWords, readQuestion } from './search-question';

export type Slip = { typed: string; meant: string };

/** Known words that are looked at for one that was not found, and of those the nearest that are tried. */
const LOOKED_AT = 400;
const TRIED = 4;

type Asked = { filter: SearchFilter; what: FoundKind };

/** The slips in what was typed; empty when none of its words can be mended. */
export async function slipsOf(world: World, viewer: Viewer | null, { filter, what }: Asked): Promise<Slip[]> {
  const finds = async (word: string) => {
    const question = await readQuestion(world, word);
    const { rows } = await findPage(
      world,
      viewer,
      { filter: { ...filter, q: '' }, question, what },
      { after: null, before: null, limit: 1 },
    );
    return rows.length > 0;
  };
  const slips: Slip[] = [];
  for (const typed of askedWords(filter.q)) {
    if (slipsIn(typed.length) === 0 || /\p{N}/u.test(typed) || (await finds(typed))) continue;
    for (const meant of await nearest(world, typed)) {
      if (!(await finds(meant))) continue;
      slips.push({ typed, meant });
      break;
    }
  }
  return slips;
}

async function nearest({ db }: Pick<World, 'db'>, typed: string): Promise<string[]> {
  const forms = [...new Set([plainKazakh(typed), stemOf(typed)])];
  const { rows } = await db.pool.query<{ stem: string; word: string; entries: number }>({
    name: 'search_nearest',
    // Asked for at once, then cut: for the first few PostgreSQL would read the whole table.
    text: `WITH near AS MATERIALIZED (SELECT stem, word, entries FROM "SearchWord" WHERE keys && $1::int[]) SELECT stem, word, entries FROM near LIMIT $2`,
    values: [[...new Set(forms.flatMap(slipKeys))], LOOKED_AT],
  });
  const near = rows.flatMap(({ stem, word, entries }) => {
    const apart = Math.min(
      ...forms.flatMap((form) => [slipsBetween(form, stem), slipsBetween(form, plainKazakh(word))]),
    );
    return apart > 0 && apart <= slipsIn(typed.length) ? [{ word, entries, apart }] : [];
  });
  return near
    .toSorted((a, b) => a.apart - b.apart || b.entries - a.entries)
    .slice(0, TRIED)
    .map(({ word }) => word);
}

/** What was typed with its slips mended. */
export const mended = (q: string, slips: readonly Slip[]): string =>
  wordsOf(q)
    .map((word) => slips.find(({ typed }) => typed === word)?.meant ?? word)
    .join(' ');
