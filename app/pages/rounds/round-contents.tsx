// What stands on the page of a round, part by part: the page of a completed one is long.
import type { Text } from '../../text';

/** Parts that are there, in their order: where each is and what it is called. */
export type RoundPart = { id: string; title: string; shown: boolean };

export function RoundContents({ t, parts }: { t: Text; parts: readonly RoundPart[] }) {
  return (
    <nav className="contents" aria-label={t.round.contents}>
      <p aria-hidden="true">{t.round.contents}</p>
      <ul>
        {parts
          .filter(({ shown }) => shown)
          .map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
