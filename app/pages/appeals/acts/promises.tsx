// Sentences of an answer that seem to promise something by a day, for whoever signs it to tick. Part of the forms of answers and of drafts.
import { Checkboxes } from '../../../ui/choice';
import { Hidden } from '../../../ui/form';
import type { ActForm } from './form';

/** With those that were ticked before. `asking`: a sentence that was not shown yet keeps the answer from leaving. */
export function OfferedPromises({ t, view: { offered }, ticked, asking }: ActForm & { asking?: true }) {
  const say = t.steps.promises;
  const shown = ticked('promisesShown') ?? [];
  const chosen = (ticked('promises') ?? []).map((place) => shown[Number(place)]);
  return (
    <>
      <Hidden values={{ ...(asking && { askPromises: 'on' }), promisesShown: offered.map(({ text }) => text) }} />
      {offered.length > 0 ? (
        <Checkboxes
          name="promises"
          legend={say.found}
          hint={say.foundText}
          options={offered.map(({ text, day }, place) => ({ value: String(place), label: say.offered(text, day) }))}
          values={offered.flatMap(({ text }, place) => (chosen.includes(text) ? [String(place)] : []))}
        />
      ) : null}
    </>
  );
}
