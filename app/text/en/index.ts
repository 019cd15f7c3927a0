// English, and by its type the shape of every language. One section a file; a new section is added here, in ru and in kk.
import type { Shape } from '../shape';
import { accounts } from './accounts';
import { administration } from './administration';
import { faults } from './faults';
import { frame } from './frame';
import { guide } from './guide';
import { home } from './home';
import { ledger } from './ledger';
import { letters } from './letters';
import { refusals } from './refusals';
import { regions } from './regions';

export const en = { accounts, administration, faults, frame, guide, home, ledger, letters, refusals, regions } as const;

export type Text = Shape<typeof en>;
