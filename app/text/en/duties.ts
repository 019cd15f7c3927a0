// Words of a person's calendar of duties.
export const duties = {
  title: 'Calendar of duties',
  lead: 'Last days of what you owe and of what is owed to you, in the calendar of your telephone or computer. It follows by itself.',
  make: 'Make the address',
  another: 'Make another address',
  stop: 'End the address',
  stopped: 'The address of your calendar has ended.',
  address: 'Address for your calendar',
  once: 'Put it into your calendar under “subscribe by address”. It is shown only now, and whoever has it can read the calendar: hand it to nobody.',
  exists: 'An address is in use. It can’t be shown again; another one ends it.',
  own: (what: string, title: string) => `${what}: ${title}`,
  owed: (what: string, title: string) => `Owed to you. ${what}: ${title}`,
  provisional: 'The day is provisional: the official calendar of that year is not out yet.',
};
