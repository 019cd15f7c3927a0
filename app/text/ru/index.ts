// Russian: the same keys as English, or it does not compile.
import type { Text } from '../en';
import { faults } from './faults';
import { frame } from './frame';
import { refusals } from './refusals';

export const ru = { faults, frame, refusals } satisfies Text;
