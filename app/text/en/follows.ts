// Following rounds, topics, bodies and regions.
export const follows = {
  follow: 'Follow',
  unfollow: 'No longer follow',
  title: 'What you follow',
  lead: 'What each follow brings stands beside it. Letters come as you chose in your mail settings, and each carries a link that stops it.',
  none: 'You follow nothing yet. The pages of cases, rounds and bodies and the list below have buttons for it.',
  what: {
    appeal: 'Case',
    round: 'Round',
    topic: 'Topic',
    body: 'State body',
    region: 'Region',
    register: 'Public register',
  },
  brings: {
    appeal:
      'A letter when the term is extended, when it passes without an answer, when the case is answered or ends otherwise, and when promises are noted, reported or not kept.',
    round: 'A letter when the round moves its last day, publishes its outcome or reports on what came of it.',
    topic:
      'Letters about rounds of this topic: when they open, move their last day, publish their outcome or report on what came of it. None about cases, for an appeal has no topic: to hear of those follow a case or a body.',
    body: 'Letters about rounds of this body and, gathered once a working day at most, about its public cases: answered, taken to note, or left without an answer in time.',
    region:
      'Letters about rounds of this region: when they open, move their last day, publish their outcome or report on what came of it. None about cases: for those follow a case or a body.',
    register: 'A letter with the fingerprint of each day’s signed statement.',
  },
  more: 'Follow a topic or a region',
  topic: 'Topic',
  region: 'Region',
  choose: 'Choose',
  body: 'Follow this body',
  bodyNoMore: 'No longer follow this body',
  case: 'Follow this case',
  caseNoMore: 'No longer follow this case',
  newsLead: 'You follow this case on Kenes. What was said and decided stands on its page.',
  bodyLead:
    'You follow this body on Kenes and hear of the public cases that it answers or leaves without an answer. What was said and decided stands on the page of the case.',
  bodyNews: {
    answered: {
      subject: (number: string, body: string) => `${body}: case ${number} was answered`,
      heading: (body: string) => `A public case was answered: ${body}`,
    },
    noted: {
      subject: (number: string, body: string) => `${body}: case ${number} was taken to note`,
      heading: (body: string) => `A public case was taken to note: ${body}`,
    },
    overdue: {
      subject: (number: string, body: string) => `${body}: no answer in time to case ${number}`,
      heading: (body: string) => `A public case got no answer in time: ${body}`,
    },
  },
  news: {
    extended: {
      subject: (number: string) => `Case ${number}: the term was extended`,
      heading: 'The term of a case you follow was extended',
    },
    answered: { subject: (number: string) => `Case ${number}: answered`, heading: 'A case you follow was answered' },
    noted: {
      subject: (number: string) => `Case ${number}: taken to note`,
      heading: 'A case you follow was taken to note',
    },
    terminated: {
      subject: (number: string) => `Case ${number}: terminated`,
      heading: 'A case you follow was terminated',
    },
    returned: {
      subject: (number: string) => `Case ${number}: returned`,
      heading: 'A case you follow was returned to its applicant',
    },
    redirected: {
      subject: (number: string) => `Case ${number}: redirected`,
      heading: 'A case you follow was redirected to another body',
    },
    overdue: {
      subject: (number: string) => `Case ${number}: no answer in time`,
      heading: 'A case you follow got no answer in time',
    },
    promise_passed: {
      subject: (number: string) => `Case ${number}: the day of a promise has passed`,
      heading: 'The day of a promise has passed in a case you follow',
    },
    withdrawn: { subject: (number: string) => `Case ${number}: withdrawn`, heading: 'A case you follow was withdrawn' },
    promised: {
      subject: (number: string) => `Case ${number}: a promise was noted`,
      heading: 'A promise was noted in a case you follow',
    },
    promise_reported: {
      subject: (number: string) => `Case ${number}: the body reports on its promise`,
      heading: 'The body reports on its promise in a case you follow',
    },
  },
  stopping: {
    title: 'Stop letters',
    lead: 'Nothing stops until you press the button. You need not sign in.',
    one: 'Stop these letters',
    all: 'Stop following everything',
    done: 'Done: these letters will not come any more.',
    doneAll: 'Done: you follow nothing any more.',
    nothing: 'This link has nothing left to stop: what it belonged to is no longer followed.',
    back: 'Everything that you follow',
  },
} as const;
