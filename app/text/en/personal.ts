// Personal data in what is about to be published: what was found and where.
export const personal = {
  what: { iin: 'IIN', phone: 'phone number', email: 'e-mail address', iban: 'bank account' },
  in: { subject: 'In the subject', text: 'In the text', file: 'In a file' },
  of: {
    cell: (at: string) => `cell ${at}`,
    paragraph: (at: string) => `paragraph ${at}`,
    page: (at: string) => `page ${at}`,
    line: (at: string) => `line ${at}`,
  },
  publish: 'Publish the data found',
  publishHint: 'Only if it is yours or a body’s own contact, and publishing it is lawful. An IIN is never published.',
} as const;
