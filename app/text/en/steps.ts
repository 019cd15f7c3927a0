// Steps of a case beside its main line: their names, forms, what the thread and the letters say of them.
import { longDay } from '../format';

export const stepNames = {
  'ask-cure': 'Ask to put it right',
  cure: 'Put it right',
  return: 'Return',
};

export const stepDone = {
  'ask-cure': { title: 'Asked', text: 'The applicant has been told in the same act. The term for the answer runs on.' },
  cure: { title: 'Sent', text: 'The body has been told in the same act.' },
  return: { title: 'Returned', text: 'The applicant has been told in the same act, with the reasons.' },
};

export const steps = {
  forms: {
    'ask-cure': {
      lead: 'Say which requirement of form is not met and set a reasonable day to put it right. The term for your answer does not stop meanwhile.',
      submit: 'Ask and tell the applicant',
      fields: {
        defects: { label: 'What has to be put right?', hint: 'Name each requirement. The applicant will read this.' },
        until: { label: 'By which day?', hint: 'Working days only; a day off moves on to the next one.' },
      },
    },
    cure: {
      lead: 'Give what the body asked for. If it comes after the day that was set, the body may have returned the appeal by then.',
      submit: 'Send to the body',
      fields: { text: { label: 'What you put right', hint: 'In words, in files, or both.' } },
    },
    return: {
      lead: 'The appeal goes back without a decision, only on a ground of the law and with reasons. The applicant may file again.',
      submit: 'Return and tell the applicant',
      fields: {
        ground: { label: 'Ground', hint: 'The law names these grounds and no others.' },
        earlier: {
          label: 'Number of the terminated case',
          hint: 'Only where the appeal is identical to one that your body terminated.',
        },
        text: { label: 'Reasons', hint: 'What the ground rests on in this case. The applicant will read this.' },
      },
    },
  },
  said: { defects: 'What the body asks to put right' },
  thread: {
    by: (day: string) => `By ${longDay('en', day)}.`,
    titles: {
      cure_asked: 'The body asked to put defects right',
      cured: 'The applicant put the defects right',
      returned: 'Returned',
    },
  },
  again: {
    offer: 'File it again',
    text: 'A return does not bar filing again. What you wrote is ready; put right what was named.',
    title: 'File it again',
    from: (n: string) => `After the return of No. ${n}`,
    after: (n: string, body: string) => `Filed again after No. ${n}, body: ${body}.`,
    filed: 'Filed again',
  },
};

export const stepLetters = {
  by: 'From',
  said: 'In their words',
  steps: {
    cure_asked: {
      subject: (number: string) => `Appeal ${number}: something has to be put right`,
      heading: 'The body asks you to put something right',
      lead: 'If it is not put right by the last day, the body may return the appeal. The term for the answer runs on meanwhile.',
    },
    cured: {
      subject: (number: string) => `Appeal ${number}: put right`,
      heading: 'The applicant put it right',
      lead: 'What you asked for has come. The term for the answer has been running all the time.',
    },
    cure_lapsed: {
      subject: (number: string) => `Appeal ${number}: not put right in time`,
      heading: 'The day to put it right has passed',
      lead: 'You may return the appeal with reasons by the last day named here, or consider it as it is. The term for the answer runs on.',
    },
    returned: {
      subject: (number: string) => `Appeal ${number}: returned`,
      heading: 'Your appeal was returned',
      lead: 'There is no decision on the merits. You may put it right and file again, or complain against the return.',
    },
  },
};
