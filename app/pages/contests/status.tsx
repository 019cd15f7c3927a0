// Where a contest stands, as a tag.
import type { ContestStatus } from '../../core/contest';
import type { Text } from '../../text';
import { Tag, type Tone } from '../../ui/words';

const TONE = {
  open: 'clock',
  upheld: 'good',
  partly: 'good',
  rejected: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<ContestStatus, Tone>;

export const StatusTag = ({ t, status }: { t: Text; status: ContestStatus }) => (
  <Tag tone={TONE[status]}>{t.contests.status[status]}</Tag>
);
