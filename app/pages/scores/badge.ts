// A body's badge for other sites: one picture with the share in time, its interval, the number of cases and the quarter. Made from the
// published snapshot; kept by browsers for an hour and told apart by the snapshot that made it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { bodyScores } from '../../queries/scores';
import { percent } from '../../text/format';
import { contextOf } from '../respond';
import { periodName, shareText } from './words';

const HEADERS = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'cache-control': 'public, max-age=3600',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
/** Longer names end in an ellipsis: the picture has one width; the whole name is its title. */
const NAME = 44;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const scores = await bodyScores(world, args.params.slug ?? '', null, locale);
  if (!scores?.origin || !scores.figures) throw new Response(null, { status: 404 });
  const { body, origin, figures } = scores;
  const etag = `"${origin.period}-${origin.computedAt}-${locale}"`;
  if (args.request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { ...HEADERS, etag } });
  const { share } = figures.clocks.lawful;
  const name = body.name.length > NAME ? `${body.name.slice(0, NAME - 1)}…` : body.name;
  const lines = [
    name,
    share.estimate === null ? t.scores.notEstimable : t.scores.badge.inTime(percent(locale, share.estimate)),
    share.estimate === null ? t.scores.lack[share.lack] : t.scores.badge.stands(share.low, share.high, share.n),
    `${periodName(t, origin.period)} · Kenes`,
  ];
  const title = `${body.name}. ${shareText(t, share)}. ${lines[3]}`;
  return new Response(picture(locale, title, lines), { headers: { ...HEADERS, etag } });
}

function picture(locale: string, title: string, [name = '', share = '', stands = '', small = '']: string[]): string {
  const line = (y: number, size: number, weight: number, text: string, fill = '#14213d') =>
    `<text x="20" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${safe(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="112" viewBox="0 0 360 112" role="img" lang="${locale}" font-family="'Noto Sans','Segoe UI',Roboto,Arial,sans-serif">`,
    `<title>${safe(title)}</title>`,
    '<rect x="0.5" y="0.5" width="359" height="111" rx="8" fill="#ffffff" stroke="#8a94a6"/><rect width="6" height="112" rx="3" fill="#0b5c7a"/>',
    line(26, 13, 400, name),
    line(56, 24, 700, share),
    line(78, 13, 400, stands),
    line(98, 12, 400, small, '#4a5568'),
    '</svg>',
  ].join('\n');
}
