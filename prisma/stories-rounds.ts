// The consultation rounds that the invented country may hold. A story is data; live-rounds.ts lets it happen.
import type { RoundStory } from './round-story';
import { digital } from './stories-rounds/digital';
import { grants } from './stories-rounds/grants';
import { homeCare } from './stories-rounds/home-care';
import { rivers } from './stories-rounds/rivers';
import { schoolMeals } from './stories-rounds/school-meals';
import { streets } from './stories-rounds/streets';
import { villageSchool } from './stories-rounds/village-school';
import { clinics, landfill, rehabilitation } from './stories-rounds/without-draft';

export const ROUND_STORIES: readonly RoundStory[] = [
  ...[homeCare, digital, grants, rivers, streets, schoolMeals],
  ...[villageSchool, rehabilitation, clinics, landfill],
];

/** The story of a key. Throws for one that there is not. */
export function roundStory(key: string): RoundStory {
  const story = ROUND_STORIES.find((one) => one.key === key);
  if (!story) throw new Error(`no story ${key}`);
  return story;
}
