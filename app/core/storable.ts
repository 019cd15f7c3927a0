// What the database can keep of a text: no NUL, no half of a surrogate pair. People don't type either; programs send them. Used at the
// edges: where forms are read (pages/form) and where commands read what they are given (core/parse).

/** Whether it can be an id: what is none is not even asked of the database. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The text without what can't be kept; a lone half becomes the replacement character, so that it is seen that something stood there. */
export const storableText = (text: string): string =>
  /[\0\ud800-\udfff]/.test(text) ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') : text;

/** The same for every text within a value that came from outside. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storableText(name), storable(one)]));
}
