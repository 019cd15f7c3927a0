// What the form of each step beside the main line asks for, in order. Labels and hints are in text/steps under the same names.
import { addDays, type Day } from '../../../core/day';
import type { Choice } from '../../../ui/choice';
import type { ActView } from '../act-view';
import type { StepAct } from '../open-acts';

export type StepField = { name: string; optional?: true } & (
  | { as: 'text'; rows: number; most: number }
  | { as: 'line'; most: number }
  | { as: 'day'; min?: Day; max?: Day }
  | { as: 'choice'; options: Choice[] }
  | { as: 'files' }
);

/** Lengths that the commands take. */
const LONG = 20_000;
const MIDDLE = 5000;

const choices = (named: ActView['returns']): Choice[] =>
  named.map(({ id, name, text }) => ({ value: id, label: name, text }));

export function stepFields(act: StepAct, { today, due, returns }: ActView): StepField[] {
  const tomorrow = addDays(today, 1);
  switch (act) {
    case 'ask-cure':
      return [
        { name: 'defects', as: 'text', rows: 5, most: MIDDLE },
        { name: 'until', as: 'day', min: tomorrow, max: due.dueDay },
      ];
    case 'cure':
      return [
        { name: 'text', as: 'text', rows: 8, most: LONG },
        { name: 'files', as: 'files' },
      ];
    case 'return':
      return [
        { name: 'ground', as: 'choice', options: choices(returns) },
        { name: 'earlier', as: 'line', most: 20, optional: true },
        { name: 'text', as: 'text', rows: 6, most: LONG },
      ];
  }
}
