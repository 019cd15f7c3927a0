// An instrument as text: YAML that a person can read and change, and that a draft can begin from again.
import { stringify } from 'yaml';
import type { Instrument } from '../../guide/schema';

/** Long texts stay on one line and nothing is an alias, so that a text can be moved about. */
export const instrumentText = (instrument: Instrument): string =>
  stringify(instrument, { lineWidth: 0, aliasDuplicateObjects: false });
