// How a correction is named and where it stands. Used by its list and its page.
import type { Cause, CorrectionState } from '../../core/correction';
import type { Text } from '../../text';
import { Tag, type Tone } from '../../ui/words';

const TONE = {
  proposed: 'clock',
  approved: 'brand',
  applied: 'good',
  withdrawn: 'plain',
} as const satisfies Record<CorrectionState, Tone>;

export const StateTag = ({ t, state }: { t: Text; state: CorrectionState }) => (
  <Tag tone={TONE[state]}>{t.corrections.states[state]}</Tag>
);

export const causeWords = (t: Text, cause: Cause): string =>
  cause.kind === 'calendar' ? t.corrections.cause.calendar : t.corrections.cause.edition(cause.from, cause.to);
