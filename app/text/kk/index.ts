// Kazakh: the same keys as English, or it does not compile.
import type { Text } from '../en';
import { faults } from './faults';
import { frame } from './frame';
import { letters } from './letters';
import { refusals } from './refusals';

export const kk = { faults, frame, letters, refusals } satisfies Text;
