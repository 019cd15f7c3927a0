// What the thread of a case tells of the steps beside the main line: each with the words somebody gave, and a day where there is one.
import type { Edition, Locale, Procedure } from '../../guide/schema';
import type { Day } from '../core/day';
import type { EventOf } from '../core/event';
import type { StepEvent } from '../core/step-event';
import { sourceOf, type Source } from './reasons';

export type ToldStep = {
  step: 'cure_asked' | 'cured' | 'returned';
  /** The guide's word for what was chosen, such as the ground of a return. */
  name: string | null;
  text: string;
  day: Day | null;
  source: Source | null;
};
type Scene = { edition: Edition; procedure: Procedure; locale: Locale };

export function stepTold(
  event: Extract<EventOf<'appeal'>, { type: StepEvent }>,
  scene: Scene,
): ToldStep & { type: 'step' } {
  const { edition, procedure, locale } = scene;
  const plain = { type: 'step', name: null, day: null, source: null } as const;
  switch (event.type) {
    case 'appeal.cure_asked': {
      const [basis] = procedure.cure?.basis ?? [];
      const { defects, until } = event.payload;
      return {
        ...plain,
        ...{ step: 'cure_asked', text: defects, day: until },
        source: basis ? sourceOf(edition, locale, basis) : null,
      };
    }
    case 'appeal.cured':
      return { ...plain, step: 'cured', text: event.payload.text };
    case 'appeal.returned': {
      const { ground, text } = event.payload;
      const [basis] = procedure.cure?.grounds.find(({ id }) => id === ground)?.basis ?? [];
      return {
        ...plain,
        ...{ step: 'returned', text },
        name: edition.texts[locale][`return.${ground}.name`] ?? ground,
        source: basis ? sourceOf(edition, locale, basis) : null,
      };
    }
  }
}
