// What a drill may not end with, one line each; nothing where all is well.
import type { Outcome } from './drill';

export const wrongIn = ({ told, falls, proof }: Pick<Outcome, 'told' | 'falls' | 'proof'>): string[] => [
  ...told.wrong.map((one) => `somebody was told otherwise: ${one}`),
  ...falls.map((one) => `a process ended by itself: ${one}`),
  ...proof.lost.map((one) => `acknowledged and lost: ${one}`),
  ...proof.doubled.map((one) => `there twice: ${one}`),
  ...proof.letters.missing.map((one) => `a letter that was never written: ${one}`),
  ...proof.letters.strange.map((one) => `a letter that left and is not there: ${one}`),
  ...proof.letters.never.map((one) => `a letter that nobody received: ${one}`),
  ...proof.letters.unexplained.map((one) => `a letter that left twice without a reason: ${one}`),
  ...proof.ledger.faults.map((one) => `the ledger: ${one}`),
  ...Object.entries(proof.due).flatMap(([what, n]) => (n > 0 ? [`still due: ${n} ${what}`] : [])),
  ...(proof.reminders.none > 0 ? [`reminders that never left: ${proof.reminders.none}`] : []),
];
