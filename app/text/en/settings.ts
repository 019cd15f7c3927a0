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
  secondFactor: {
    title: 'Second step',
    lead: 'Whoever is asked for it and has proved only a password or a link signs in as before, but what they hold rests until they set up a second step: they can read, and act in their own name alone. Programs with keys and replies by e-mail go on.',
    asked: 'A second step is asked of',
    askedOf: {
      nobody: 'nobody; everybody may have one',
      administrators: 'administrators',
      offices: 'administrators, officials and people of public councils',
      mandates: 'everybody who acts for others, representatives of NGOs too',
    },
    set: 'Change whom it is asked of',
    told: (whom: string) => `Asked of: ${whom}.`,
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
