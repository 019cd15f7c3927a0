// What search engines need not look at: pages of those who signed in, forms, links with secrets, and every way of asking a search.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { LOCALES } from '../../text';
import { contextOf } from '../respond';

const ASIDE = [
  ...[
    'account',
    'admin',
    'desk',
    'drafts',
    'inbox',
    'letters',
    'report',
    'today',
    'uploads',
    'receipts',
    'instruments',
  ],
  ...['sign-in', 'register', 'link', 'invitation', 'notices', 'unfollow', 'duties/', 'embed', 'search', 'appeals/new'],
  ...['trust/take', 'trust/answer', 'trust/rights'],
];

export function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  const lines = [
    'User-agent: *',
    ...LOCALES.flatMap((locale) => ASIDE.map((path) => `Disallow: /${locale}/${path}`)),
    'Disallow: /*?after=',
    'Disallow: /*&after=',
    `Sitemap: ${world.origin}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
