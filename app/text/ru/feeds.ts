// Слова лент органа, темы или раунда.
import type { feeds as shape } from '../en/feeds';
import type { Shape } from '../shape';

export const feeds: Shape<typeof shape> = {
  lead: 'Следите в своих программах:',
  atom: 'Что происходит (Atom)',
  ics: 'Последние дни неисполненных обязанностей (iCalendar)',
  news: (name) => `Kenes: ${name}`,
  newsAbout: 'Что недавно произошло в публичных делах и раундах обсуждения.',
  duties: (name) => `Kenes: последние дни, ${name}`,
  dutiesAbout: 'Последние дни исполнения того, что предстоит сделать в публичных делах и раундах обсуждения.',
};
