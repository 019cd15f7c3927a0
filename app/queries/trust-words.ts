// The guide's words for what trust surveys publish: directions, constructs, shares, why a cell is empty; and the words of an instrument.
import { CONSTRUCTS, CUTS, DIRECTIONS, SUPPRESSIONS, TRUST_SHARES } from '../../guide/survey-ids';
import type {
  Construct,
  Cut,
  Direction,
  Edition,
  Instrument,
  Locale,
  Suppression,
  TrustShare,
} from '../../guide/schema';
import { wordOf } from './guide';

export type Named = { name: string; text: string };
export type TrustWords = {
  direction: Record<Direction, Named>;
  construct: Record<Construct, Named>;
  share: Record<TrustShare, Named>;
  dontKnow: Named;
  suppression: Record<Suppression, Named>;
  cut: Record<Cut, Named>;
};

export function trustWords(edition: Edition, locale: Locale): TrustWords {
  const named = (key: string): Named => ({
    name: wordOf(edition, locale, `${key}.name`),
    text: wordOf(edition, locale, `${key}.text`),
  });
  const table = <K extends string>(of: string, ids: readonly K[]) =>
    Object.fromEntries(ids.map((id) => [id, named(`${of}.${id}`)])) as Record<K, Named>;
  return {
    direction: table('direction', DIRECTIONS),
    construct: table('construct', CONSTRUCTS),
    share: table('share', TRUST_SHARES),
    dontKnow: named('answer.dont_know'),
    suppression: table('suppression', SUPPRESSIONS),
    cut: table('cut', CUTS),
  };
}

/** The words of an instrument, which brings its own. */
export function instrumentWords({ texts, items }: Pick<Instrument, 'texts' | 'items'>, locale: Locale) {
  const word = (key: string) => texts[locale][key] ?? key;
  const scaleOf = (item: string): string | null => {
    const of = items[item];
    return of && (of.kind === 'scale' || of.kind === 'matrix') ? of.scale : null;
  };
  return {
    name: (item: string) => word(`item.${item}.name`),
    question: (item: string, direction: Direction) => word(`item.${item}.${direction}`),
    option: (item: string, option: string) => word(`option.${item}.${option}`),
    row: (item: string, row: string) => word(`row.${item}.${row}`),
    /** The words at the ends of an item's scale, or of its first and last point. */
    ends: (item: string, { from, to }: { from: number; to: number }): [low: string, high: string] => {
      const scale = scaleOf(item) ?? '';
      const end = (key: string, point: number) =>
        texts[locale][`scale.${scale}.${key}`] ?? texts[locale][`scale.${scale}.p${point}`] ?? String(point);
      return [end('low', from), end('high', to)];
    },
    /** A point as it is shown: its number, with its word where it has one. */
    point: (item: string, point: number): string => {
      const text = texts[locale][`scale.${scaleOf(item) ?? ''}.p${point}`];
      return text ? `${point} (${text})` : String(point);
    },
  };
}
