// What the page on the method reads from the guide: thresholds with their sources, and where the questions come from.
import type { Edition, Locale, Publishing } from '../../guide/schema';
import { dayOf } from '../core/day';
import type { World } from '../world';
import { lawsOf, wordOf, type Law } from './guide';

export type MethodView = {
  edition: string;
  publishing: Publishing;
  laws: Record<'public' | 'internal' | 'reliability' | 'association' | 'shares', Law[]>;
  /** By construct, each provision of its items once. */
  sources: { construct: string; name: string; laws: Law[] }[];
};

/** Null where the guide in force asks nothing about trust. */
export function methodView({ guide, now }: World, locale: Locale): MethodView | null {
  const edition = guide.inForceOn(dayOf(now()));
  const { surveys } = edition;
  if (!surveys) return null;
  const { publishing } = surveys;
  const laws = (bases: Parameters<typeof lawsOf>[2]) => lawsOf(edition, locale, bases);
  return {
    ...{ edition: edition.id, publishing, sources: sourcesOf(edition, locale) },
    laws: {
      public: laws(publishing.public.basis),
      internal: laws(publishing.internal.basis),
      reliability: laws(publishing.reliability.basis),
      association: laws(publishing.association.basis),
      shares: laws(publishing.shares.basis),
    },
  };
}

function sourcesOf(edition: Edition, locale: Locale): MethodView['sources'] {
  const byConstruct = new Map<string, Map<string, Law>>();
  for (const { construct, basis } of Object.values(edition.surveys?.items ?? {})) {
    const known = byConstruct.get(construct) ?? new Map<string, Law>();
    for (const law of lawsOf(edition, locale, basis)) known.set(`${law.label} ${law.note ?? ''}`, law);
    byConstruct.set(construct, known);
  }
  return [...byConstruct].map(([construct, laws]) => ({
    ...{ construct, name: wordOf(edition, locale, `construct.${construct}.name`) },
    laws: [...laws.values()],
  }));
}
