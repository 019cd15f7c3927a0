// Kazakh: the same keys as English, or it does not compile.
import type { Text } from '../en';
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

export const kk = {
  accounts,
  administration,
  faults,
  frame,
  guide,
  home,
  ledger,
  letters,
  refusals,
  regions,
} satisfies Text;
