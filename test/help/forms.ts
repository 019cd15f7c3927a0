// The forms of a page as a browser without scripts would send them: read from its HTML, filled with what stands in them and with
// something fitting where nothing does.

export type FormField = { name: string; kind: string; value: string; text: boolean };
export type PageForm = { page: string; action: string; multipart: boolean; fields: FormField[] };

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag);
  return found ? unescaped(found[1] ?? '') : null;
};

const WORDS = 'Вполне обычные слова, которых довольно для любого поля.';
const fitting = (name: string, type: string): string => {
  if (type === 'email') return 'somebody@kenes.test';
  if (type === 'date' || /day|until/i.test(name)) return '2026-03-10';
  if (type === 'time' || /time/i.test(name)) return '10:00';
  if (type === 'number') return '1';
  return WORDS;
};

function fieldsIn(html: string): FormField[] {
  const fields = new Map<string, FormField>();
  const put = (field: FormField) => fields.has(field.name) || fields.set(field.name, field);
  for (const [tag] of html.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'file') continue;
    const value = attribute(tag, 'value') ?? '';
    const chosen = type === 'radio' || type === 'checkbox';
    if (type === 'radio' && fields.has(name) && attribute(tag, 'checked') === null) continue;
    if (type === 'radio' && attribute(tag, 'checked') !== null) fields.delete(name);
    const text = !['hidden', 'submit', 'radio', 'checkbox'].includes(type);
    put({ name, kind: type, value: text ? value || fitting(name, type) : chosen ? value || 'on' : value, text });
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(`<t${tag}>`, 'name');
    if (name) put({ name, kind: 'textarea', value: unescaped(inside) || WORDS, text: true });
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(`<t${tag}>`, 'name');
    const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const selected = options.find((option) => attribute(option, 'selected') !== null && attribute(option, 'value'));
    const first = selected ?? options.find((option) => attribute(option, 'value'));
    if (name) put({ name, kind: 'select', value: (first && attribute(first, 'value')) ?? '', text: false });
  }
  return [...fields.values()];
}

/** Every form that posts, on a page read at `page`. */
export function formsIn(html: string, page: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inside = '']) => {
    if (attribute(`<f${tag}>`, 'method')?.toLowerCase() !== 'post') return [];
    const multipart = attribute(`<f${tag}>`, 'enctype') === 'multipart/form-data';
    return [{ page, action: attribute(`<f${tag}>`, 'action') || page, multipart, fields: fieldsIn(inside) }];
  });
}

/** Where a page leads on this site. */
export const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*>/g)].flatMap(([tag]) => {
    const href = attribute(tag, 'href');
    return href?.startsWith('/') && !href.startsWith('//') ? [href.replace(/#.*$/, '')] : [];
  });
