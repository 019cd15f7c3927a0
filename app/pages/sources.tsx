// Articles of law beside what rests on them, each with its mark where the wording itself was not read.
import type { Source } from '../queries/reasons';
import { LawLink, Tag } from '../ui/words';

export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <>
      {sources.map(({ label, href, doubt, note }, index) => (
        <span key={index} className="source">
          {index > 0 ? ', ' : null}
          <LawLink label={label} href={href} note={note ?? undefined} />
          {doubt ? (
            <>
              {' '}
              <Tag tone="clock">{doubt}</Tag>
            </>
          ) : null}
        </span>
      ))}
    </>
  );
}
