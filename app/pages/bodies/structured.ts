// A body in the words of schema.org, for search engines.
import type { BodyView } from '../../queries/public-bodies';
import type { Locale } from '../../text';

export const bodyStructured = (
  { slug, name, address, above }: Pick<BodyView, 'slug' | 'name' | 'address' | 'above'>,
  { origin, locale }: { origin: string; locale: Locale },
) => {
  const at = (one: string) => `${origin}/${locale}/bodies/${one}`;
  const superior = above.at(-1);
  return {
    ...{
      '@context': 'https://schema.org',
      '@type': 'GovernmentOrganization',
      '@id': at(slug),
      url: at(slug),
      name,
      address,
    },
    ...(superior && {
      parentOrganization: { '@type': 'GovernmentOrganization', '@id': at(superior.slug), name: superior.name },
    }),
  };
};
