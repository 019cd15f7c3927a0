// Every operation of the API. One entry (operations/*) says its method and address, what it is asked and sent, what it answers, which scope lets
// it through, and which query or command is behind it; the door, the document, the page of the API and the tests are made from these entries
// alone. A new operation is a new entry there, and a sentence in text/*/api.
import type { Operation } from './operation';
import { APPEALS } from './operations/appeals';
import { REGISTERS } from './operations/registers';
import { ROUNDS } from './operations/rounds';

export const OPERATIONS = { ...APPEALS, ...ROUNDS, ...REGISTERS } satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;
