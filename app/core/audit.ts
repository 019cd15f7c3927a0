// An audit of signs as the fold of its events: the sample, who judges it, and what each has said. Agreement and precision are reckoned
// from this alone.
import type { Instant } from './day';
import { eventsOf, type Event, type FactOf } from './event';
import type { AuditCode } from './score/audit';

type Drawn = FactOf<'audit.drawn'>['payload'];
/** `codes`: of each position what the auditor said; null where nothing yet. */
type Auditor = { personId: string; codes: (AuditCode | null)[] };
export type Audit = Drawn & { id: string; drawnAt: Instant; auditors: Auditor[] };

/** Two people judge, each alone: the first two who begin. */
export const AUDITORS = 2;

export const auditStream = (auditId: string): string => `audit:${auditId}`;

/** The state as its row keeps it: the whole fold. */
export const auditIn = ({ facts }: { facts: unknown }): Audit => facts as Audit;

export const codedBy = ({ codes }: Auditor): number => codes.filter((code) => code !== null).length;

/** Both have judged every case: from then on nothing changes, and everything is published. */
export const isAuditOver = ({ items, auditors }: Pick<Audit, 'items' | 'auditors'>): boolean =>
  auditors.length === AUDITORS && auditors.every((one) => codedBy(one) === items.length);

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldAudit(events: readonly Event[]): Audit | null {
  const [first, ...rest] = eventsOf(events, 'audit');
  if (!first) return null;
  if (first.type !== 'audit.drawn') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const begun: Audit = {
    ...first.payload,
    ...{ id: first.stream.slice('audit:'.length), drawnAt: first.at, auditors: [] },
  };
  return rest.reduce<Audit>((state, event) => {
    if (event.type !== 'audit.coded') throw new Error(`${event.stream}: ${event.type} can't follow`);
    return coded(state, event.payload, event.stream);
  }, begun);
}

function coded(state: Audit, { personId, position, code }: FactOf<'audit.coded'>['payload'], stream: string): Audit {
  const known = state.auditors.find((one) => one.personId === personId);
  if (isAuditOver(state) || position >= state.items.length || (!known && state.auditors.length === AUDITORS))
    throw new Error(`${stream}: a code that can't be`);
  const mine = known ?? { personId, codes: state.items.map(() => null) };
  const said: Auditor = { ...mine, codes: mine.codes.map((one, at) => (at === position ? code : one)) };
  return {
    ...state,
    auditors: known ? state.auditors.map((one) => (one === known ? said : one)) : [...state.auditors, said],
  };
}
