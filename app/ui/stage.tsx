// At which stage a round is: a shape, a word, a colour, in this order of importance. The word comes from the caller.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const LOOK = {
  preparing: ['note', 'plain'],
  announced: ['inbox', 'brand'],
  open: ['clock', 'clock'],
  closed: ['stop', 'plain'],
  analysis: ['search', 'brand'],
  replies: ['letter', 'brand'],
  council_view: ['building', 'brand'],
  decision: ['forward', 'brand'],
  outcome_published: ['check', 'good'],
  follow_up: ['hourglass', 'good'],
} as const satisfies Record<string, readonly [IconName, string]>;

export type StageId = keyof typeof LOOK;

export function StageBadge({ stage, children }: { stage: StageId; children: ReactNode }) {
  const [icon, tone] = LOOK[stage];
  return (
    <span className={`standing standing-${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
