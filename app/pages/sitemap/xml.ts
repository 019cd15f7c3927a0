// What both kinds of maps are written with (sitemaps.org, and Google's way of naming the same page in other languages).
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const inXml = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** `private`: a part is megabytes, and the answers that this process shares between visitors stay in its memory. */
export const xmlAnswer = (lines: readonly string[]): Response =>
  new Response(['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n'), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'private, max-age=3600' },
  });
