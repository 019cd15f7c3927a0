// English, and by its type the shape of every language. One section a file; a new section is added here, in ru and in kk.
import type { Shape } from '../shape';
import { faults } from './faults';
import { frame } from './frame';
import { letters } from './letters';
import { refusals } from './refusals';

export const en = { faults, frame, letters, refusals } as const;

export type Text = Shape<typeof en>;
