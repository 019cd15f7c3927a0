// Басқа сайттарға арналған карточкалардың сөздері.
import type { embeds as shape } from '../en/embeds';
import { longDay, number } from '../format';
import type { Shape } from '../shape';

export const embeds: Shape<typeof shape> = {
  title: 'Сайтыңызға арналған карточка',
  lead: 'Скриптсіз шағын карточка: осы жерде көрсетілген мәлімет өзгерсе, ол да өздігінен жаңарады.',
  look: 'Карточканы қарау',
  html: 'Бетке қоятын HTML',
  copy: 'Көшіру',
  copied: 'Көшірілді',
  credit: 'Kenes: бұл мәлімет қайдан алынған және қалай есептелген',
  share: 'Заңды мерзімде берілген жауаптар',
  open: 'Қазір орындалмаған міндеттер',
  overdue: (n) => (n === 0 ? 'мерзімі өткені жоқ' : `мерзімі өткені: ${number('kk', n)}`),
  stage: 'Сатысы',
  days: 'Пікір беру күндері',
  from: (opens, closes) => `${longDay('kk', opens)} – ${longDay('kk', closes)}`,
  comments: 'Пікірлер',
};
