// What became of a promise, from kept to not kept. Said by the body that made it and by those to whom it was made.
export const KEPT = ['kept', 'partly', 'not_kept'] as const;
export type Kept = (typeof KEPT)[number];
