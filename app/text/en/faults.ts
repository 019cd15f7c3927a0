// What a reader sees when a page is not there, not theirs, or broke.
export const faults = {
  missing: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page may not be open to you. Nothing you wrote elsewhere is lost.',
  },
  forbidden: {
    title: 'This page is not open to you',
    text: 'It belongs to someone else’s work. If it should be yours, ask the administrator of your organisation or body.',
  },
  tooLarge: {
    title: 'What was sent is too large',
    text: 'Nothing of it was kept. Texts may have some thousands of words, a file 20 MB. Go back with the Back button of your browser, and send less at once.',
  },
  broken: {
    title: 'Something broke on our side',
    text: 'The fault has been recorded. What had been confirmed before is kept. Please try again in a minute.',
  },
  home: 'To the first page',
} as const;
