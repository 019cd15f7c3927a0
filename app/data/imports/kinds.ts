// The kinds of tables with their acts. A kind without its entry does not compile.
import { KINDS, type ImportKind } from '../../core/imports/kinds';
import { bodies } from './bodies';
import { daysOff } from './days-off';
import type { Kind } from './kind';
import { organisations } from './organisations';
import { pastCases } from './past-cases';
import { people } from './people';

const ENTRIES: Record<ImportKind, Kind> = { bodies, organisations, people, past_cases: pastCases, days_off: daysOff };

/** Throws where a release before this one knew a kind that is gone. */
export function kindNamed(name: string): ImportKind {
  const kind = KINDS.find((one) => one === name);
  if (!kind) throw new Error(`a table of an unknown kind: ${name}`);
  return kind;
}
export const entryOf = (kind: ImportKind): Kind => ENTRIES[kind];
