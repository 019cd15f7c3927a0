// Which day a duty had before a correction moved it, and until when that was what its page said. Beside what is reckoned now, on the pages of
// rounds, comments and contests; that of a case reads it off its events.
import type { Day } from '../core/day';

export type ShownBefore = { key: string; due: Day; until: Day };

/** SQL: of every duty of a stream, oldest first; null where nothing was moved. `stream`: an expression that gives its name. */
export const shownBeforeIn = (stream: string): string => `
(SELECT json_agg(json_build_object('key', moved ->> 'key', 'due', moved ->> 'was', 'until', correction.day) ORDER BY correction.version)
   FROM "Event" correction CROSS JOIN LATERAL jsonb_array_elements(correction.payload -> 'changes') moved
  WHERE correction.stream = ${stream} AND correction.type = 'obligation.corrected' AND moved ->> 'how' = 'moves')`;
