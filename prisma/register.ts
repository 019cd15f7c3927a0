// The rest of the demonstration's register: organisations that nobody of the stories speaks for. They are invited where a round is of
// their field, some open the invitation, none says anything; without them a round would reach the whole register or nobody.
import { controlDigit } from '../app/core/bin';
import type { Instant } from '../app/core/day';
import type { Topic } from '../app/core/topic';
import type { World } from '../app/world';
import { chance } from './chance';

type Registered = readonly [name: string, address: string, region: string, fields: readonly Topic[]];

const REGISTERED: readonly Registered[] = [
  ['«Қамқор жүрек» қоғамдық қоры', 'Астана қ., Бөгенбай батыр даңғылы, 14', 'KZ-71', ['social', 'disability']],
  ['ОО «Мир без барьеров»', 'г. Караганда, ул. Ерубаева, 33', 'KZ-35', ['disability', 'transport']],
  ['«Саңырау жандар одағы» бірлестігі', 'Алматы қ., Төле би көшесі, 155', 'KZ-75', ['disability']],
  ['ОФ «Солнечные дети»', 'г. Павлодар, ул. Лермонтова, 46', 'KZ-55', ['disability', 'women_family']],
  ['«Тең қоғам» қоғамдық бірлестігі', 'Шымкент қ., Байтұрсынов көшесі, 8', 'KZ-79', ['disability', 'justice']],
  ['ОО «Клуб на колёсах»', 'г. Усть-Каменогорск, ул. Казахстан, 61', 'KZ-63', ['disability', 'culture']],
  ['«Нұрлы жол» зағиптар қоғамы', 'Қызылорда қ., Айтеке би көшесі, 27', 'KZ-43', ['disability', 'education']],
  ['ОФ «Ранняя помощь»', 'г. Костанай, ул. Байтурсынова, 67', 'KZ-39', ['disability', 'health']],
  ['«Мейірім» әлеуметтік орталығы', 'Тараз қ., Төле би даңғылы, 90', 'KZ-31', ['social', 'disability']],
  [
    'ОО «Равные возможности Приишимья»',
    'г. Петропавловск, ул. Интернациональная, 22',
    'KZ-59',
    ['disability', 'social'],
  ],
  ['«Ана мен бала» қоры', 'Ақтау қ., 12-шағын аудан, 5', 'KZ-47', ['women_family', 'health']],
  ['ОО «Родители села»', 'г. Кокшетау, ул. Абая, 112', 'KZ-11', ['education', 'women_family']],
  ['«Ауыл мектебі» қауымдастығы', 'Талдықорған қ., Қабанбай батыр көшесі, 38', 'KZ-33', ['education', 'youth']],
  ['ОФ «Чистый воздух»', 'г. Темиртау, пр. Республики, 17', 'KZ-35', ['ecology', 'health']],
  ['«Жайық» экологиялық қозғалысы', 'Орал қ., Нұрсұлтан Назарбаев даңғылы, 201', 'KZ-27', ['ecology', 'agriculture']],
  ['ОО «Балхаш живой»', 'г. Балхаш, ул. Уалиханова, 9', 'KZ-35', ['ecology']],
  ['«Жасыл қала» қоғамдық қоры', 'Алматы қ., Сәтпаев көшесі, 30', 'KZ-75', ['ecology', 'housing']],
  ['ОО «Защита потребителей ЖКХ»', 'г. Семей, ул. Кабанбай батыра, 49', 'KZ-10', ['housing', 'justice']],
  ['«Жастар үні» бірлестігі', 'Жезқазған қ., Сейфуллин көшесі, 3', 'KZ-62', ['youth', 'governance']],
  ['ОФ «Открытые данные»', 'г. Астана, ул. Сыганак, 10', 'KZ-71', ['digital', 'governance']],
  ['«Фермерлер серіктестігі» одағы', 'Қонаев қ., Жамбыл көшесі, 4', 'KZ-19', ['agriculture', 'economy']],
  ['ОО «Старшее поколение»', 'г. Актобе, ул. Маресьева, 81', 'KZ-15', ['social', 'health']],
  ['«Құқық қорғау клиникасы» қоры', 'Атырау қ., Азаттық даңғылы, 66', 'KZ-23', ['justice', 'social']],
  ['ОО «Театр рядом»', 'г. Туркестан, ул. Кожанова, 15', 'KZ-61', ['culture', 'youth']],
];
const NAMES = [
  'Ләззат Омар',
  'Виктор Сон',
  'Жұлдыз Қасым',
  'Елена Ким',
  'Дәурен Әли',
  'Ирина Цой',
  'Манас Бек',
  'Олжас Нұр',
];

/** Ids of their own chance: the stories go on as they would without them. */
const SEED = 24;

const binOf = (serial: number): string => {
  const eleven = `1803400${String(serial).padStart(4, '0')}`;
  const digit = controlDigit(eleven);
  return digit === null ? binOf(serial + 500) : `${eleven}${digit}`;
};

export type Quiet = { organisationId: string; fields: readonly Topic[]; region: string };

/** Puts them and their representatives into the registers as of `since`. */
export async function registerOthers({ db: { prisma } }: Pick<World, 'db'>, since: Instant): Promise<Quiet[]> {
  const own = chance(SEED);
  const createdAt = new Date(since);
  const organisations = REGISTERED.map(([name, address, region, fields], n) => ({
    ...{ id: own.id(since), bin: binOf(n + 1), name, address, region, fields: [...fields], createdAt },
  }));
  const people = organisations.map((_, n) => ({
    ...{ id: own.id(since), email: `register${n + 1}@country.kenes.kz`, name: NAMES[n % NAMES.length] ?? '' },
    ...{ locale: n % 2 === 0 ? 'kk' : 'ru', createdAt },
  }));
  await prisma.organisation.createMany({ data: organisations });
  await prisma.person.createMany({ data: people });
  await prisma.membership.createMany({
    data: organisations.map(({ id: organisationId }, n) => ({
      ...{ id: own.id(since), personId: people[n]?.id ?? '', role: 'representative', organisationId, since: createdAt },
    })),
  });
  return organisations.map(({ id, fields, region }) => ({ organisationId: id, fields, region }));
}
