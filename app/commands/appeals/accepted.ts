// An act of an official on a case that nobody has accepted yet accepts it in the same breath: the ticket must not stay
// without a name, and the duty to register is discharged on that day, late or not.
import type { Appeal } from '../../core/appeal';
import type { AppealFact } from '../../core/consequences';
import type { Signatory } from '../../core/event';

export const acceptedFirst = (appeal: Appeal, officer: Signatory): AppealFact[] =>
  appeal.acceptedBy ? [] : [{ type: 'appeal.accepted', payload: { officer } }];
