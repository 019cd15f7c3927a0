// How a disposition looks: a colour under its word. Accepted is not better than rejected; the colour tells them apart, no more.
import type { DispositionId } from '../../../guide/schema';
import { Tag } from '../../ui/words';

export const DISPOSITION_TONE = {
  accepted: 'good',
  partly: 'good',
  rejected: 'clock',
  out_of_scope: 'muted',
  already_covered: 'brand',
  duplicate: 'muted',
} as const satisfies Record<DispositionId, 'good' | 'clock' | 'brand' | 'muted'>;

const TAG = { good: 'good', brand: 'brand', clock: 'clock', muted: 'plain' } as const;

export const DispositionTag = ({ code, name }: { code: DispositionId; name: string }) => (
  <Tag tone={TAG[DISPOSITION_TONE[code]]}>{name}</Tag>
);
