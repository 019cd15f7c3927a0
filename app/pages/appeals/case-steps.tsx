// Steps beside the main line in the thread of a case: what was done, by which day, and the words that were given.
import type { ThreadItem } from '../../queries/case-thread';
import type { Text } from '../../text';
import type { TimelineItem } from '../../ui/timeline';
import { Prose, Quote } from '../../ui/words';
import { Sources } from '../sources';

type Step = Extract<ThreadItem, { type: 'step' }>;

export function stepShown(item: Step, { t }: { t: Text }): Pick<TimelineItem, 'title' | 'body' | 'weight' | 'tone'> {
  const say = t.steps.thread;
  const { step, name, text, on, source } = item;
  const days: Partial<Record<string, (day: string) => string>> = say.day;
  return {
    title: name === null ? say.titles[step] : `${say.titles[step]}: ${name}`,
    ...(step === 'returned' && { weight: 'strong' as const }),
    ...(on !== null && step !== 'heard' && { tone: 'clock' as const }),
    body: (
      <>
        {on === null ? null : (
          <p>
            {(days[step] ?? say.by)(on)} {source ? <Sources sources={[source]} /> : null}
          </p>
        )}
        {text === '' ? null : (
          <Quote>
            <Prose text={text} />
          </Quote>
        )}
        {on === null && source ? (
          <p>
            <Sources sources={[source]} />
          </p>
        ) : null}
      </>
    ),
  };
}
