// One part of the map: each page in each language, with the same page in the others beside it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { sitemapPart } from '../../queries/sitemap';
import { LOCALES } from '../../text';
import { contextOf } from '../respond';
import { inXml, xmlAnswer } from './xml';

export async function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  const name = /^([\w-]{1,60})\.xml$/.exec(args.params.part ?? '')?.[1];
  const places = name ? await sitemapPart(world, name) : null;
  if (!places) throw new Response(null, { status: 404 });
  return xmlAnswer([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...places.flatMap(({ path, changedAt }) => {
      const at = (locale: string) => inXml(`${world.origin}/${locale}${path}`);
      const same = [...LOCALES.map((locale) => [locale, locale] as const), ['x-default', 'kk'] as const]
        .map(([language, locale]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(locale)}"/>`)
        .join('');
      const changed = changedAt === null ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
      return LOCALES.map((locale) => `<url><loc>${at(locale)}</loc>${changed}${same}</url>`);
    }),
    '</urlset>',
  ]);
}
