// The page of open data: what it says around the files.
export const openPage = {
  title: 'Open data of the scores',
  made: (when: string) => `The newest files are of ${when}.`,
  descriptor: 'Descriptor of all files',
  often: {
    title: 'How often',
    text: 'Every night, once the figures were counted anew from the ledger. A quarter is in the files from the day on which its figures are everybody’s. The files of the two nights before stay, for whoever is still loading them.',
  },
  check: {
    title: 'How to check the figures',
    lead: 'Every published figure can be calculated again from these files alone, without our database. Before the files are published, we do the same.',
    command: 'In a checkout of the same version',
    copy: 'Copy',
    copied: 'Copied',
    hashes:
      'It holds every file against its size and SHA-256 in the descriptor, calculates each figure of each body and quarter again, names those that differ and ends with an error where any does.',
    withheld: 'A figure that the files do not give is not published: its body stands under the league as withheld.',
  },
  licence: {
    title: 'Licence',
    text: 'Whoever names the source may use, change and pass on these data, for money too:',
  },
  files: {
    title: 'Files',
    lead: 'Each table as CSV and as JSON lines. Files have these addresses at all times.',
    table: 'Table',
    rows: 'Rows',
    file: 'File',
  },
  columns: {
    of: (table: string) => `Columns. ${table}`,
    name: 'Column',
    type: 'Type',
    text: 'What it says',
    types: {
      string: 'text',
      date: 'day',
      datetime: 'moment',
      boolean: 'yes or no',
      integer: 'whole number',
      number: 'number',
      object: 'JSON object',
      array: 'JSON list',
    },
  },
  none: {
    title: 'No files yet',
    text: 'The first files come in the night after the first figures were calculated.',
  },
};
