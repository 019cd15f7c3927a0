// What administrators set for everybody, and what is said during maintenance.
export const settings = {
  title: 'Settings',
  lead: 'What applies to everybody at once. Every change stays here with who made it, when and why. Terms and figures depend on none of it.',
  reason: 'Reason',
  reasonHint: 'For the history below.',
  maintenance: {
    title: 'Maintenance',
    lead: 'Pages can be read, and nothing can be sent, until the time of return. Terms, letters and reminders go on.',
    day: 'Return: day',
    time: 'Return: time',
    begin: 'Begin maintenance',
    end: 'End maintenance now',
    ended: 'Ended by hand.',
    off: 'No maintenance.',
    none: 'There is no maintenance now: everything can be sent.',
    until: (when: string) => `Kenes is being maintained until ${when}.`,
    nothingDone:
      'What you sent was not recorded. Go back in your browser: what you typed is still there; send it again after that time.',
    terms: 'Pages can be read meanwhile. Terms go on as the law has them: maintenance moves no day.',
  },
  notice: {
    title: 'Notice',
    lead: 'A sentence above every page, in three languages. Leave all three empty to take it away.',
    set: 'Set the notice',
    off: 'No notice.',
  },
  history: {
    title: 'History',
    none: 'Nothing was changed yet.',
    at: 'When',
    what: 'What',
    value: 'To what, and why',
    by: 'By whom',
  },
} as const;
