// Results of trust surveys: the overview, a wave, a body, receipts. Names of directions, constructs and shares come from the guide.
import { decimal, longDay, number, percent, plural } from '../format';

const n = (value: number) => number('en', value);
const one = (value: number) => decimal('en', value, 1);
const two = (value: number) => decimal('en', value, 2);
const signed = (value: number, text: string) => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : text);
const gain = (value: number) => signed(value, one(Math.abs(value)));
const points = (share: number) => signed(share, n(Math.abs(Math.round(100 * share))));

export const trust = {
  title: 'Trust, measured both ways',
  lead: 'NGOs say how far they trust the state bodies they deal with; officials say how far they trust NGOs. Both answer the same questions, so the two levels and the gap between them stand side by side. Nobody can tell who answered what.',
  method: 'How this is measured and kept anonymous',
  onThisPage: 'On this page',
  said: {
    mean: (mean: number, low: number, high: number) => `${one(mean)} (${one(low)} to ${one(high)})`,
    share: (share: number, low: number, high: number) =>
      `${percent('en', share)} (${percent('en', low)} to ${percent('en', high)})`,
    gain: (by: number, low: number, high: number) => `${gain(by)} (${gain(low)} to ${gain(high)})`,
    points: (by: number, low: number, high: number) =>
      `${points(by)} percentage points (${points(low)} to ${points(high)})`,
    alpha: (alpha: number, low: number, high: number) => `${two(alpha)} (${two(low)} to ${two(high)})`,
    ofN: (count: number, base: number) => `${n(count)} of ${n(base)}`,
    answers: (count: number) => plural('en', count, { one: '{n} answer', other: '{n} answers' }),
    everybody: (mean: number) => `${one(mean)}: everyone said the same`,
  },
  lack: {
    nothing_counted: 'nobody answered',
    too_few: 'too few answers',
    no_variation: 'everyone said the same',
    outside_observed: 'not estimable',
  },
  withheld: 'too few answered this question',
  hidden: 'Why a cell is empty',
  notAsked: 'not asked',
  interval: 'In brackets: the 95% interval, that is, how far the figure could lie from this one by chance alone.',
  levels: {
    title: 'Levels now',
    lead: 'The latest counted wave of each kind. The same question in both directions, answered from 0 to 10.',
    none: 'No wave has been counted yet',
    noneText: 'Results appear the night after a wave’s last day. Until then nobody can read any answer.',
    counted: (day: string) => `Counted on ${longDay('en', day)}`,
    whole: 'The whole wave',
  },
  mean: {
    title: (item: string) => `${item}: mean`,
    desc: (low: string, high: string) =>
      `The mark is the mean from 0 (“${low}”) to 10 (“${high}”); the line through it is its 95% interval. “Don’t know” is not in it.`,
    desc5: 'The mark is the mean; the line through it is its 95% interval. “Don’t know” is not in it.',
    columns: { label: 'Who about whom', value: 'Mean and interval', note: 'Answers' },
  },
  shares: {
    title: (item: string) => `${item}: shares`,
    desc: (trust: string, neutral: string, low: string) =>
      `Trust: points ${trust}; neutral: ${neutral}; low: ${low}; “don’t know” apart. Of everyone who answered or said that they don’t know.`,
    columns: { label: 'Who about whom', note: 'Base' },
  },
  gap: {
    title: 'The gap',
    lead: 'What NGOs say of bodies less what officials say of NGOs, on the same question. Above zero: NGOs trust more.',
    desc: 'The mark is the difference of the two means; the line through it is its 95% interval. Where it crosses zero, chance alone could have made the difference.',
    columns: { label: 'Question', value: 'Difference of means', note: 'Difference in shares of the upper points' },
    more: 'NGOs trust bodies more than officials trust NGOs: the gap is larger than chance would make it.',
    less: 'NGOs trust bodies less than officials trust NGOs: the gap is larger than chance would make it.',
    open: 'The interval of the gap contains zero: the two levels can’t be told apart.',
    mean: (said: string) => `The gap of the means is ${said}.`,
    shares: (said: string) => `In shares of trust it is ${said}.`,
    none: 'No gap is shown, because only one of the two directions may be shown here.',
  },
  trend: {
    title: 'Over time',
    lead: 'The same question, wave by wave. Only waves of the same kind are set beside each other.',
    desc: (item: string) => `${item}: mean of each wave with its 95% interval.`,
    columns: { wave: 'Wave', day: 'Last day', change: 'Change from the wave before' },
    one: 'There is only one such wave yet: a trend needs two.',
  },
  waves: {
    title: 'Waves',
    lead: 'Every asking, with who may answer and how many did.',
    none: 'No wave has been planned yet',
    columns: { wave: 'Wave', days: 'Days', stage: 'Stage', answered: 'Answered, of those invited' },
    older: 'Earlier waves',
    openRate: (count: number) =>
      plural('en', count, { one: '{n} answer; open, no rate', other: '{n} answers; open, no rate' }),
    sealed: 'sealed',
  },
  stages: {
    planned: 'planned',
    waiting: 'about to open',
    open: 'open',
    closed: 'being counted',
    counted: 'counted',
    cancelled: 'cancelled',
  },
  measured: {
    title: 'What is measured',
    lead: 'The wording is our own; this is no validated scale. Sources stand on the page about the method.',
  },
  anonymous: { title: 'Why nobody can link answers to people' },
  wave: {
    crumb: 'Waves',
    facts: {
      title: 'This wave',
      kind: 'Kind',
      questionnaire: 'Questionnaire',
      days: 'Answers were taken',
      daysOpen: 'Answers are taken',
      who: 'Who may answer',
      window: 'Who was asked',
      windowText: (from: string, to: string) =>
        `those who dealt with each other from ${longDay('en', from)} to ${longDay('en', to)}`,
      windowOpen: 'everyone with the role',
      edition: 'Edition of the guide',
      council: 'Asked by',
      round: 'Belongs to the round',
    },
    sealed: {
      title: 'Results are sealed',
      open: (day: string) =>
        `Until the end of ${longDay('en', day)} nobody can read an answer: not the body, not the council, not the administrators. The key lies apart from the database and is used once, at the count.`,
      closed: 'The last day has passed; answers are being counted.',
      planned: (day: string) => `The wave opens on ${longDay('en', day)}.`,
      rights: 'Your rights to answer',
    },
    cancelled: (day: string) =>
      `This wave was cancelled on ${longDay('en', day)}. What had been answered was destroyed unread.`,
    cancelledWhy: 'Reason',
    sections: {
      response: 'Who answered',
      levels: 'Trust',
      dimensions: 'What trust rests on',
      distrust: 'Distrust',
      drivers: 'What goes with trust',
      items: 'Every question',
      tables: 'Tables',
      data: 'Open data and receipts',
    },
    response: {
      lead: 'A valid answer is one whose required question was answered, with a value or with “don’t know”.',
      columns: {
        direction: 'Who about whom',
        invited: 'Invited',
        taken: 'Took their right',
        valid: 'Valid answers',
        rate: 'Response rate',
        shown: 'In the tables',
      },
      open: 'open, no rate',
      spoiled: (count: number) =>
        plural('en', count, {
          one: '{n} sealed answer could not be read and does not count.',
          other: '{n} sealed answers could not be read and do not count.',
        }),
      withheld: (count: number) =>
        plural('en', count, {
          one: '{n} answer was destroyed at the count: too few of its kind to be kept even without their body.',
          other: '{n} answers were destroyed at the count: too few of their kind to be kept even without their body.',
        }),
      pooled:
        'Answers about bodies with few of them are kept without the body, and are in the tables only where nobody can take the others away from them.',
    },
    dimensions: {
      lead: 'Each person’s score is the mean of the questions they answered, at least half of them, brought to 0–10.',
      desc: 'The mark is the mean score; the line through it is its 95% interval.',
      columns: {
        label: 'Measure',
        value: 'Mean score',
        scored: 'Scored',
        alpha: 'Alpha',
      },
      alphaText: (least: number) =>
        `Cronbach’s alpha tells whether the questions of a measure go together; it is given from ${n(least)} complete answers.`,
      single: 'one question',
    },
    distrust: {
      lead: 'Asked apart: distrust is not the other end of trust, and the two are never netted.',
    },
    drivers: {
      lead: (least: number) =>
        `How closely each driver goes with overall trust, from −1 to 1: an association, not a cause. Given from ${n(least)} answers.`,
      desc: 'The mark is Pearson’s coefficient; the line through it is its 95% interval.',
      columns: { label: 'Driver', value: 'Association with trust', note: 'Answers' },
    },
    items: {
      lead: 'As it was asked, in each direction, with everything that was said.',
      others: 'The other questions',
      all: 'All questions on one page',
      point: 'Point',
      mean: 'Mean',
      dontKnow: 'Don’t know',
      missing: 'Not asked or left out',
      option: 'Answer',
      row: 'Row',
      words: 'Answers in words are read by nobody here: they could give their writer away.',
    },
    tables: {
      lead: 'One question over all bodies. What may not be shown says why.',
      item: 'Question',
      show: 'Show',
      columns: {
        cell: { level: 'Level', region: 'Region', body: 'Body', background: 'Group' },
        mean: 'Mean',
        upper: 'Upper points',
        n: 'Answers',
        gap: 'Gap',
      },
      background: (question: string) => `By the answer to: “${question}”`,
      total: 'All',
    },
    data: {
      lead: 'The published cells, with definitions. What is hidden here is hidden there.',
      csv: 'CSV, one row a figure',
      json: 'JSON, with definitions',
      receipt: 'Check a receipt',
      hash: 'SHA-256 of the published cells, as the ledger holds it',
      receiptsHash: 'SHA-256 of the list of receipts',
      method: 'Method',
    },
  },
  receipt: {
    title: 'Check a receipt',
    lead: 'A receipt proves that an answer was counted, not what it was. It was shown once, when the answer was given.',
    field: 'Receipt',
    hint: '64 letters and digits, in any case.',
    button: 'Check',
    bad: 'This is no receipt: it has 64 characters, digits and the letters a to f.',
    found: 'The answer with this receipt was counted.',
    missing: 'No answer with this receipt was counted in this wave.',
    missingText:
      'Look whether you took the receipt of another wave. An answer that came after the last day, or could not be read, was not counted.',
    notYet: 'Receipts can be checked once the wave is counted, the night after its last day.',
    list: (count: number) =>
      plural('en', count, { one: 'The list of {n} receipt', other: 'The list of all {n} receipts' }),
    listText:
      'In the order of the receipts themselves, not of answering. Anyone can compute the hash of the list and compare it with the ledger.',
  },
  body: {
    title: (body: string) => `Trust: ${body}`,
    link: 'Trust in this body, and its trust in NGOs',
    lead: 'What NGOs that dealt with this body say of it, and what its officials say of the NGOs they deal with.',
    none: 'No wave about this body has been counted yet',
    compare: 'Beside all bodies',
    compareLead: 'This body and all bodies together, in the same wave and question. “All” includes this body.',
    all: 'All bodies together',
    wave: 'Wave',
    group: (question: string) => `Within this body, by the answer to: “${question}”`,
    own: 'The body’s own view',
    ownLead: (internal: number, everyone: number) =>
      `Only officials of this body see this page. It shows cells from ${n(internal)} answers; the public ones begin at ${n(everyone)}. Do not pass it on.`,
    ownMark: 'internal',
    ownLink: 'The body’s own view (officials only)',
    publicLink: 'What everyone sees',
    internalCell: 'seen by this body only',
  },
} as const;
