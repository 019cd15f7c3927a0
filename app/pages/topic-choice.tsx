// The question on what an organisation works, as ticks in the order of the register.
import { TOPICS } from '../core/topic';
import type { Text } from '../text';
import { Checkboxes } from '../ui/choice';
import type { Typed } from './form';

type Props = { t: Text; id?: string; legend: string; hint?: string; values: readonly string[]; error?: string };

export function TopicChoice({ t, ...asked }: Props) {
  return <Checkboxes name="fields" options={TOPICS.map((value) => ({ value, label: t.topics[value] }))} {...asked} />;
}

/** The fields ticked in a form that came back. */
export const tickedIn = (typed: Typed | undefined): string[] => [typed?.fields ?? []].flat();
