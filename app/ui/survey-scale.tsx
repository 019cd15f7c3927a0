// One answer on a scale: numbers in a row that breaks in two on a phone, or points that each have their word; "don't know" stands apart.
// Used by survey-question for a scale and for each row of a matrix. Plain radios: they work by keyboard, read aloud, without scripts.
import type { Points } from '../core/questionnaire';
import { DONT_KNOW } from '../core/sheet';

type ScaleProps = Points & {
  name: string;
  value?: string;
  /** The words for "don't know", where it may be chosen. */
  dontKnow: string | null;
};

export function Scale({ name, value, points, low, high, dontKnow }: ScaleProps) {
  const last = points.length - 1;
  const inWords = low === null && high === null;
  const [first] = points;
  return (
    <div className="scale">
      {inWords ? null : (
        <div className="scale-ends" aria-hidden="true">
          <span>
            {first?.value} – {low}
          </span>
          <span>
            {points[last]?.value} – {high}
          </span>
        </div>
      )}
      <div className={inWords ? 'scale-words' : 'scale-points'}>
        {points.map(({ value: point, word }, at) => (
          <label key={point}>
            <input
              type="radio"
              name={name}
              value={point}
              id={at === 0 ? name : undefined}
              defaultChecked={value === point}
            />
            <span>{word ?? point}</span>
            {at === 0 && low ? <span className="unseen"> – {low}</span> : null}
            {at === last && high ? <span className="unseen"> – {high}</span> : null}
          </label>
        ))}
      </div>
      {dontKnow ? (
        <label className="scale-apart">
          <input type="radio" name={name} value={DONT_KNOW} defaultChecked={value === DONT_KNOW} />
          <span>{dontKnow}</span>
        </label>
      ) : null}
    </div>
  );
}
