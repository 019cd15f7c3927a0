// A submitted form as a plain object, for a command's own schema to judge: names sent once are text, names sent several
// times are lists. Files are not read here (they are streamed by the page that takes them).
export type Typed = Record<string, string | string[]>;

/** Every text field of the form by its name. */
export function plainForm(data: FormData): Typed {
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    const before = typed.get(name);
    typed.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return Object.fromEntries(typed);
}

/** The fields of a request's form. */
export const typedIn = async (request: Request): Promise<Typed> => plainForm(await request.formData());

/** What was typed into one field; the last where it came several times; empty where it did not come. */
export const textOf = (typed: Typed | undefined, name: string): string => {
  const value = typed?.[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? '';
};
