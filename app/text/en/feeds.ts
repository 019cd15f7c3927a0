// Words of the feeds of a body, a topic or a round.
export const feeds = {
  lead: 'Follow with your own programs:',
  atom: 'What happens (Atom)',
  ics: 'Last days of open duties (iCalendar)',
  news: (name: string) => `Kenes: ${name}`,
  newsAbout: 'What happened lately in public cases and consultation rounds.',
  duties: (name: string) => `Kenes: last days, ${name}`,
  dutiesAbout: 'Last days of what is owed in public cases and consultation rounds.',
};
