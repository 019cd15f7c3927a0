// What a search found, one below the other: the title as a link, where it stands and since when, and the part of its text with the words.
import { Fragment } from 'react';
import type { Piece } from '../../core/search/snippet';
import type { Hit } from '../../queries/search';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { StageBadge } from '../../ui/stage';
import { StandingBadge } from '../../ui/standing';

const PATHS = { appeal: 'appeals', round: 'rounds', comment: 'comments' } as const;

export function Hits({ t, locale, hits }: { t: Text; locale: Locale; hits: readonly Hit[] }) {
  const say = t.search;
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={hit.number}>
          <h2>
            <a href={`/${locale}/${PATHS[hit.what]}/${hit.number}`} lang={hit.round === null ? hit.lang : undefined}>
              {hit.round === null ? <Pieces pieces={hit.title} /> : say.comment(hit.round)}
            </a>
          </h2>
          <p className="hit-meta">
            <span>{hit.number}</span>
            <a href={`/${locale}/bodies/${hit.body.slug}`}>{hit.body.name}</a>
            <time dateTime={hit.day}>{numericDay(locale, hit.day)}</time>
            {hit.standing ? (
              <StandingBadge standing={hit.standing}>{t.appeals.standing[hit.standing]}</StandingBadge>
            ) : null}
            {hit.stage && hit.stageName ? <StageBadge stage={hit.stage}>{hit.stageName}</StageBadge> : null}
          </p>
          {hit.parts.map(({ part, name, pieces }) => (
            <p key={part} className="hit-part">
              <small>{name ? `${say.parts[part]}: ${name}` : say.parts[part]}</small>
              <span lang={part === 'body' ? hit.lang : undefined}>
                <Pieces pieces={pieces} />
              </span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>));
