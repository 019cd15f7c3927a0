// The map of maps: where each part of what everyone may read is listed.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { sitemapParts } from '../../queries/sitemap';
import { contextOf } from '../respond';
import { inXml, xmlAnswer } from './xml';

export async function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  return xmlAnswer([
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...(await sitemapParts(world)).map(
      (part) => `<sitemap><loc>${inXml(`${world.origin}/sitemaps/${part}.xml`)}</loc></sitemap>`,
    ),
    '</sitemapindex>',
  ]);
}
