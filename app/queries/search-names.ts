// What the filters of a search are called in the reader's language: bodies by slug, kinds of appeals by id.
import { KINDS, type Locale } from '../../guide/schema';
import { dayOf } from '../core/day';
import type { World } from '../world';
import { bodyTree, flatten } from './bodies';

export async function searchNames(world: World, locale: Locale): Promise<Record<string, string>> {
  const { texts } = world.guide.inForceOn(dayOf(world.now()));
  return Object.fromEntries([
    ...KINDS.map((id) => [id, texts[locale][`kind.${id}.name`] ?? id]),
    ...flatten(await bodyTree(world, locale)).map(({ slug, names }) => [slug, names[locale]]),
  ]);
}
