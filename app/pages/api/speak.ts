// What a program may read: in which language texts come to it, and whether it takes JSON at all.
import { isLocale, type Locale } from '../../text';

/** The language named in the address, else the first of the header that Kenes speaks, else English. */
export function localeFor(query: URLSearchParams, headers: Headers): Locale {
  const named = query.get('lang') ?? undefined;
  if (isLocale(named)) return named;
  return preferred(headers.get('accept-language')).find(isLocale) ?? 'en';
}

/** What a header lists, the wanted most first; what is refused (q=0) is left out. Languages as their first two letters. */
function preferred(header: string | null): string[] {
  return weighed(header)
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ value }) => value.slice(0, 2));
}

const weighed = (header: string | null): { value: string; q: number }[] =>
  (header ?? '').split(',').flatMap((part) => {
    const [value = '', ...more] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const q = Number(more.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    return value ? [{ value, q: Number.isFinite(q) ? q : 1 }] : [];
  });

const JSON_RANGES = ['application/json', 'application/*', '*/*'];

/** Whether JSON is among what the header takes; without one everything is. The most exact range that fits decides. */
export function takesJson(headers: Headers): boolean {
  const ranges = weighed(headers.get('accept'));
  if (ranges.length === 0) return true;
  const fitting = JSON_RANGES.map((range) => ranges.find(({ value }) => value === range)).find(Boolean);
  return fitting !== undefined && fitting.q > 0;
}
