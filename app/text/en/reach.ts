// Whom a round reached: organisations of the register that were invited, opened the invitation and contributed.
import { longDay, number, percent } from '../format';

const n = (value: number) => number('en', value);

export const reach = {
  title: 'Whom the round reached',
  lead: (day: string) =>
    `Organisations of the register as it stands on ${longDay('en', day)}: how many were invited, opened the invitation, and contributed.`,
  total: {
    register: 'organisations in the register',
    invited: 'invited',
    opened: 'opened the invitation',
    contributed: 'organisations contributed',
    persons: 'comments by people',
    councils: 'comments by councils',
    note: 'No register counts them',
    inField: (count: number) => `${n(count)} of them in the field and the regions of the round`,
    unnamed: (count: number) => `${n(count)} of them hide their names`,
  },
  steps: {
    heading: 'From the register to a comment',
    lead: 'Each step with what it is counted from.',
    inField: 'In the field and the regions of the round',
    desc: 'The line across a bar is the 95% interval of the share.',
    all: 'In the whole register',
    columns: { label: 'Step', value: 'Share', note: 'Organisations' },
    invited: 'Invited, of the register',
    opened: 'Opened, of those invited',
    answered: 'Contributed, of those invited',
    contributed: 'Contributed, of the register',
  },
  region: {
    title: 'By region',
    lead: 'Organisations of the round’s field, and others that were invited or contributed.',
    chart: 'Share of the register that contributed, by region',
    column: 'Region',
    none: 'Region not stated',
    empty: (names: string) => `The register has no organisation of this field in: ${names}.`,
  },
  field: {
    title: 'By field',
    lead: 'The round’s own field, and fields of organisations that were invited or contributed. Who works in several fields stands in each of them.',
    chart: 'Share of the register that contributed, by field',
    column: 'Field',
    own: 'the field of the round',
  },
  columns: {
    register: 'In the register',
    invited: 'Invited',
    opened: 'Opened',
    answered: 'Invited, contributed',
    contributed: 'Contributed in all',
  },
  ofN: (count: number, base: number) => `${n(count)} of ${n(base)}`,
  share: (share: number, low: number, high: number) =>
    `${percent('en', share)} (${percent('en', low)} to ${percent('en', high)})`,
  notEstimable: 'not estimable',
  how: {
    title: 'How this is counted',
    items: {
      opened:
        'An invitation counts as opened when the link in its letter was followed, or when somebody of the organisation read the round’s page while signed in.',
      contributed: 'An organisation contributed when a comment or a voice in its name stands and was not withdrawn.',
      interval:
        'The interval is Wilson’s score interval at 95% (E. B. Wilson, 1927): how far the share could lie from this one by chance alone. The fewer the organisations, the wider it is.',
      unnamed:
        'Organisations that hide their names are counted in the whole only: a row of few organisations would give them away.',
    },
    few: (fewest: number) =>
      `By the guide no share is given of fewer than ${n(fewest)} organisations, and none can be given of nobody: it is then not estimable. The counts stand all the same.`,
    nobody: 'Of nobody no share can be given: it is then not estimable.',
  },
} as const;
