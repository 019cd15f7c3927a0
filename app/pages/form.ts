// A submitted form as a plain object, for a command's own schema to judge: names sent once are text, names sent several
// times are lists. Files are not read here (they are streamed by the page that takes them).
import { storableText } from '../core/storable';
import { listen, parsedForm, unreadable, unreadResponse } from './listening';

export type Typed = Record<string, string | string[]>;

/** Every text field of the form by its name. */
export function plainForm(data: FormData): Typed {
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    const before = typed.get(name);
    const text = storableText(value);
    typed.set(name, before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text]);
  }
  return Object.fromEntries(typed);
}

/** The fields of a request's form. A body that is no form is answered with 400, one that is far too long with 413. */
export async function typedIn(request: Request): Promise<Typed> {
  const incoming = listen(request);
  try {
    return plainForm(await parsedForm(request, incoming.body));
  } catch (error) {
    const why = unreadable(error);
    if (why === null) throw error;
    await incoming.finish();
    throw unreadResponse(why);
  }
}

/** What was typed into one field; the last where it came several times; empty where it did not come. */
export const textOf = (typed: Typed | undefined, name: string): string => {
  const value = typed?.[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? '';
};

/** Everything that was sent under one name. */
export const listIn = (typed: Typed | undefined, name: string): readonly string[] => {
  const value = typed?.[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** Fields that say which form it is and what to do with it, and files, which are kept apart. */
const NOT_WORDS = ['key', 'intent', 'looked', 'about', 'files', 'originId'];
/** What a draft keeps of a form: what somebody wrote and chose. */
export const wordsOf = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !NOT_WORDS.includes(name)));

/** 'requirements.reasoning' and its like as one record, the way the command's schema names them. */
export function nested(typed: Typed): Record<string, unknown> {
  const prefix = 'requirements.';
  const parts = Object.entries(typed).filter(([name]) => name.startsWith(prefix));
  const plain = Object.entries(typed).filter(([name]) => !name.startsWith(prefix));
  return {
    ...Object.fromEntries(plain),
    ...(parts.length > 0 && {
      requirements: Object.fromEntries(parts.map(([name, value]) => [name.slice(prefix.length), value])),
    }),
  };
}
