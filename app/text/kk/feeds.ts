// Органның, тақырыптың немесе айналымның таспаларының сөздері.
import type { feeds as shape } from '../en/feeds';
import type { Shape } from '../shape';

export const feeds: Shape<typeof shape> = {
  lead: 'Өз бағдарламаларыңыздан қадағалаңыз:',
  atom: 'Не болып жатыр (Atom)',
  ics: 'Орындалмаған міндеттердің соңғы күндері (iCalendar)',
  news: (name) => `Kenes: ${name}`,
  newsAbout: 'Жария істер мен талқылау айналымдарында соңғы уақытта не болғаны.',
  duties: (name) => `Kenes: соңғы күндер, ${name}`,
  dutiesAbout: 'Жария істер мен талқылау айналымдарындағы міндеттерді орындаудың соңғы күндері.',
};
