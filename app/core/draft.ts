// How long an unfinished appeal is kept, and how many of them one person may have. Asked by the commands, the page of drafts and the job
// that throws away what nobody came back to.
const DAY = 86_400_000;
/** Days after the last change. */
export const DRAFT_DAYS = 60;
export const DRAFTS_LIMIT = 50;

/** The moment from which a draft saved at this one is gone. */
export const draftEnds = (savedAt: number): number => savedAt + DRAFT_DAYS * DAY;
/** Drafts last saved before this moment are gone. */
export const draftsFrom = (now: number): number => now - DRAFT_DAYS * DAY;
