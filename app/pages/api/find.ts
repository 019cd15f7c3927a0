// Which operation answers at an address, and which methods there are there. Asked by the door.
import { z } from 'zod';
import { textFor } from '../../text';
import { openapi } from './openapi';
import { reading, type Operation } from './operation';
import { OPERATIONS } from './operations';

/** The document of all the others; it does not describe itself. */
const document = reading({
  ...{ path: '/openapi.json', group: 'guide', answer: z.record(z.string(), z.unknown()), fresh: 60 },
  read: ({ world, locale }) => openapi(textFor(locale), world.origin),
});
const ALL: readonly Operation[] = [...Object.values(OPERATIONS), document];

/** '/appeals/{number}' as a pattern; a name in braces is one part of the path. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^/api/v1${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]{1,200})')}$`);
const PATTERNS = ALL.map((operation) => ({ operation, pattern: patternOf(operation.path) }));

const methodsOf = (operations: readonly Operation[]): string[] => {
  const methods = operations.map(({ method }) => method);
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])];
};

/** `allow`: there is something at the address, but not for this method. Null: there is nothing. */
export type Found =
  | { operation: Operation; path: Record<string, string>; allowed: string[] }
  | { allow: string[]; allowed: string[] }
  | null;

export function found(method: string, pathname: string): Found {
  const here = PATTERNS.flatMap(({ operation, pattern }) => {
    const match = pattern.exec(pathname);
    return match ? [{ operation, path: decoded(match.groups ?? {}) }] : [];
  });
  if (here.length === 0) return null;
  const allowed = methodsOf(here.map(({ operation }) => operation));
  const wanted = method === 'HEAD' ? 'GET' : method;
  const one = here.find(({ operation }) => operation.method === wanted);
  return one ? { ...one, allowed } : { allow: allowed, allowed };
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, plain(text)]));

/** What percents stand for; what they can't stand for names nothing, and is left as it is. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
