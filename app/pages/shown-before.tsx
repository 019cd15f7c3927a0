// The day that a page showed before a correction moved it, in a line of its own.
import type { ShownBefore } from '../queries/shown-before';
import type { Text } from '../text';

export const ShownBeforeLines = ({ t, days }: { t: Text; days: readonly Omit<ShownBefore, 'key'>[] }) => (
  <>
    {days.map(({ due, until }) => (
      <p key={until}>{t.corrections.clock(due, until)}</p>
    ))}
  </>
);
