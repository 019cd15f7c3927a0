// Органның, тақырыптың немесе раундтың ленталарының сөздері.
import type { feeds as shape } from '../en/feeds';
import type { Shape } from '../shape';

export const feeds: Shape<typeof shape> = {
  lead: 'Өз бағдарламаларыңыздан қадағалаңыз:',
  atom: 'Не болып жатыр (Atom)',
  ics: 'Ашық міндеттемелердің соңғы күндері (iCalendar)',
  news: (name) => `Kenes: ${name}`,
  newsAbout: 'Жария істер мен консультация раундтарында соңғы уақытта не болғаны.',
  duties: (name) => `Kenes: соңғы күндер, ${name}`,
  dutiesAbout: 'Жария істер мен консультация раундтарындағы міндеттемелерді орындаудың соңғы күндері.',
};
