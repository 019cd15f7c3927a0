// A form that arrives after its session has ended is not lost: it goes on to the sign-in (accounts/interrupted), which carries
// everything typed in hidden fields, and from there back to its own page, which shows it filled in again. Nothing is stored here, and
// nothing is done by itself: what is carried has names that no command knows, and its page asks for it before it does anything.
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import type { Typed } from './form';
import { listen } from './listening';
import { contextOf, type Answered } from './respond';

const PREFIX = 'carried.';
/** Says that a form comes from the sign-in, with what it carries. */
const MARK = 'interrupted';
const LOST = 'lostFiles';

export type Carried = {
  typed: Typed;
  /** Files had been chosen, and could not be carried. */
  lostFiles: boolean;
};

/** Where a form goes whose sender is nobody any more: the browser sends the same form on to the sign-in. */
export async function interrupted(args: ActionFunctionArgs): Promise<Response> {
  const { locale, path } = contextOf(args);
  await listen(args.request).finish();
  return redirect(`/${locale}/sign-in/form?to=${encodeURIComponent(path)}`, 307);
}

/** What the sign-in carries, in a form that comes from it; null for every other form. */
export function carriedIn(typed: Typed): Carried | null {
  if (!(MARK in typed)) return null;
  const carried = Object.entries(typed).filter(([name]) => name.startsWith(PREFIX));
  return {
    typed: Object.fromEntries(carried.map(([name, value]) => [name.slice(PREFIX.length), value])),
    lostFiles: LOST in typed,
  };
}

/** The answer of a page whose form comes from the sign-in: what was typed, shown again and asked for; null for every other form. */
export function resumedIn(typed: Typed): Pick<Answered, 'typed' | 'resumed'> | null {
  const carried = carriedIn(typed);
  return carried && { typed: carried.typed, resumed: { lostFiles: carried.lostFiles } };
}

/** The hidden fields that carry it: names with their values, several of one name where several were sent. */
export const fieldsOf = ({ typed, lostFiles }: Carried): [name: string, value: string][] => [
  [MARK, 'yes'],
  ...(lostFiles ? [[LOST, 'yes'] as [string, string]] : []),
  ...Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [PREFIX + name, one]),
  ),
];
