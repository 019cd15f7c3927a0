// Fields of work: what rounds are about and organisations work on.
export const topics = {
  social: 'Social support',
  health: 'Health',
  education: 'Education and science',
  ecology: 'Ecology and water',
  culture: 'Culture and sport',
  youth: 'Youth',
  women_family: 'Women, family and children',
  disability: 'Disability and accessibility',
  housing: 'Housing and utilities',
  transport: 'Transport and roads',
  agriculture: 'Agriculture and villages',
  economy: 'Economy and business',
  justice: 'Human rights and justice',
  digital: 'Digital services',
  governance: 'Government and civil society',
} as const;
