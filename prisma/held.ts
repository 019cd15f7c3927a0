// A round of the invented country as it goes, and what was planted in it: shared by live-rounds.ts and live-answers.ts.
import type { Viewer } from '../app/core/viewer';
import type { Course, Manner } from './courses';
import type { Life } from './life';
import type { Country, Council } from './populate';
import type { RoundStory } from './round-story';

/** What was planted: the truth about a round and each of its answers, for whoever looks for it in the published record. */
export type Lived = {
  roundId: string;
  story: string;
  manner: Manner;
  answers: { pointId: string; means: 'it' | 'nothing_changed' | 'nothing_said' }[];
};
/** A round as it goes. */
export type Held = {
  life: Life;
  course: Course;
  story: RoundStory;
  place: Country['bodies'][number];
  /** The council at the body, whether it hosts or is asked. */
  council: Council | null;
  executor: Viewer;
  roundId: string;
  /** Comments by the answer that they get. */
  said: Map<string, { id: string; by: Viewer | null }[]>;
  lived: Lived;
};

/** A comment about nothing here: hidden by the moderator, and answered like any other. */
export const ADVERT = 'advert';
