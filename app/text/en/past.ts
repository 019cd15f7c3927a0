// The page of appeals to a body from before Kenes.
export const past = {
  title: 'Appeals from before Kenes',
  notice: {
    title: 'Imported: not checked and not counted',
    text: 'Administrators imported these appeals as tables from other registers. Kenes did not see them happen and did not check them. They are in no figure, no score and no list of appeals, and nothing is owed because of them. The tables have no place for names of people; an organisation is shown where a table names one.',
    ledger: 'The import of each table, with the hash of its rows, and its undoing are recorded in the public register:',
  },
  search: {
    label: 'Find an earlier appeal',
    button: 'Find',
    hint: 'A part of its subject, its number or the name of its register',
  },
  columns: {
    appeal: 'Appeal',
    filed: 'Filed',
    due: 'Due',
    answered: 'Answered',
    outcome: 'Outcome, as the table says',
    table: 'Table',
  },
  number: (number: string, register: string) => `No. ${number} in ${register}`,
  organisation: (name: string, bin: string) => `${name}, BIN ${bin}`,
  unnamed: (bin: string) => `An organisation with the BIN ${bin}`,
  unknown: 'not known',
  by: (name: string, when: string) => `imported by ${name}, ${when}`,
  outcomes: {
    satisfied: 'Satisfied',
    partly: 'Satisfied in part',
    refused: 'Refused',
    explained: 'Explained',
    left: 'Left without consideration',
  },
  none: {
    title: 'No such appeals',
    text: 'No appeals to this body from before Kenes have been imported.',
    asked: 'None of the imported appeals contains this. Try another word or a part of one.',
  },
  pages: { label: 'Pages of earlier appeals', first: 'Back to the first page', older: 'Further appeals' },
};
