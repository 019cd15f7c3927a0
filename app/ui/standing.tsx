// In what standing a case is: a shape, a word, a colour, in this order of importance. The word comes from the caller.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const LOOK = {
  received: ['inbox', 'brand'],
  running: ['clock', 'brand'],
  due_today: ['hourglass', 'clock'],
  overdue: ['alarm', 'danger'],
  answered: ['check', 'good'],
  taken_to_note: ['note', 'plain'],
  terminated: ['stop', 'plain'],
  returned: ['back', 'clock'],
  withdrawn: ['back', 'plain'],
  redirected: ['forward', 'plain'],
} as const satisfies Record<string, readonly [IconName, string]>;

export type Standing = keyof typeof LOOK;

export function StandingBadge({ standing, children }: { standing: Standing; children: ReactNode }) {
  const [icon, tone] = LOOK[standing];
  return (
    <span className={`standing standing-${tone} standing-is-${standing}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
