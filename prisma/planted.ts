// How far the people of the invented country trust, as it is planted: the level of a panel, how its people lie around it, and what they
// then say on a sheet. Pure: the waves of live-waves.ts and the tests of what tables recover draw from here, and know the truth by it.
import { DONT_KNOW } from '../app/core/sheet';
import { askedItems } from '../guide/instrument';
import type { Construct, Direction, Instrument, Scale } from '../guide/schema';
import type { Chance } from './chance';
import type { CountryBody } from './country';

/**
 * A person lies off the level by three draws of this: one of their own for everything, one for what an item measures, one for the item.
 * So the level is what an item is expected to be answered, and how the items of a construct go together is known. The tails of a step are
 * those of a normal distribution (its fourth moment is three squares of its second), which Feldt's interval of alpha rests on.
 */
export const STEP: readonly number[] = [-1, 0, 0, 0, 0, 1];
/** Share of those who say "don't know" to an item. */
export const NOT_KNOWN = 0.04;

/** Levels that three steps do not lead off the scale from, 0..10. How NGOs trust follows how a body deals with appeals. */
const LEVELS: Record<CountryBody['temper'], readonly number[]> = {
  prompt: [6, 7],
  steady: [5, 6, 7],
  stretching: [4, 5, 6],
  slow: [3, 4, 5],
  silent: [3, 4],
  brushing: [3, 4],
};
const OF_OFFICIALS: readonly number[] = [5, 6, 7];

export const levelFor = (direction: Direction, temper: CountryBody['temper'], chance: Chance): number =>
  chance.pick(direction === 'ngo_to_body' ? LEVELS[temper] : OF_OFFICIALS);

const WORDS = [
  'Жауап мерзімінде келді, бірақ сұрақтың өзіне жауап болмады.',
  'Отвечают вежливо и в срок, но без ссылки на норму, по которой приняли решение.',
  'Кездесуге шақырғаны көп көмектесті.',
  'Хотелось бы знать, кто именно ведёт вопрос.',
  'Ұсыныстарымыз ескерілгенін алғаш рет көрдік.',
  'О проекте узнали слишком поздно, чтобы собрать мнения.',
];
const WRITES = 0.2;

/** The fields of a filled-in sheet of somebody in a panel of this level; distrust leans the other way. For instruments without branches. */
export function plantedSheet(instrument: Instrument, level: number, chance: Chance): Record<string, string | string[]> {
  const own = chance.pick(STEP);
  const leanings = new Map<Construct, number>();
  const leaning = (construct: Construct): number => {
    const before = leanings.get(construct);
    if (before !== undefined) return before;
    const drawn = chance.pick(STEP);
    leanings.set(construct, drawn);
    return drawn;
  };
  const point = (construct: Construct, scale: Scale | undefined, turned: boolean): string => {
    const { from, to } = scale ?? { from: 0, to: 0 };
    const off = own + leaning(construct) + chance.pick(STEP);
    const share = (turned ? 10 - level - off : level + off) / 10;
    return chance.happens(NOT_KNOWN) ? DONT_KNOW : String(Math.round(from + share * (to - from)));
  };
  const sheet: Record<string, string | string[]> = {};
  for (const id of askedItems(instrument)) {
    const item = instrument.items[id];
    const { scales } = instrument;
    if (item?.kind === 'scale')
      sheet[id] = point(item.construct, scales[item.scale], (item.construct === 'distrust') !== item.reversed);
    if (item?.kind === 'choice') sheet[id] = chance.pick(item.options);
    if (item?.kind === 'multiple') sheet[id] = [chance.pick(item.options)];
    if (item?.kind === 'matrix')
      for (const row of item.rows) sheet[`${id}.${row}`] = point(item.construct, scales[item.scale], false);
    if (item?.kind === 'text' && chance.happens(WRITES)) sheet[id] = chance.pick(WORDS);
  }
  return sheet;
}
