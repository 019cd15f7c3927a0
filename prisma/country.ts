// The demonstration's invented country: bodies in a tree, organisations, public councils, people. Names of bodies sound like Kazakhstan's and
// are nobody's; BINs carry right control digits and belong to no one. Data only; seed.ts and simulate.ts bring it to life.
import type { Kind } from '../guide/schema';
import type { Topic } from '../app/core/topic';
import type { COUNCIL_ROLES, Role } from '../app/core/viewer';

export type CountryBody = {
  slug: string;
  parent: string | null;
  level: 'central' | 'regional' | 'district';
  region: string | null;
  names: { kk: string; ru: string; en: string };
  address: string;
  workdayEnd: string;
  /** How it deals with appeals: shares of the ways an official there behaves. */
  temper: 'prompt' | 'steady' | 'stretching' | 'slow' | 'silent' | 'brushing';
  /** Kinds of appeals whose answers a second official signs there. */
  fourEyes?: readonly Kind[];
  /** Officials who answer appeals there, where they are many: enough that what they say of NGOs may be told. */
  executors?: number;
};

export const BODIES: readonly CountryBody[] = [
  {
    slug: 'social',
    parent: null,
    level: 'central',
    region: null,
    names: {
      kk: 'Қоғамдық даму және әлеуметтік қолдау министрлігі',
      ru: 'Министерство общественного развития и социальной поддержки',
      en: 'Ministry of Civic Development and Social Support',
    },
    address: 'Астана, Мәңгілік Ел даңғылы, 8',
    workdayEnd: '18:30',
    temper: 'steady',
    executors: 14,
  },
  {
    slug: 'social-inclusion',
    parent: 'social',
    level: 'central',
    region: null,
    names: { kk: 'Инклюзия комитеті', ru: 'Комитет по инклюзии', en: 'Committee for Inclusion' },
    address: 'Астана, Мәңгілік Ел даңғылы, 8',
    workdayEnd: '18:30',
    temper: 'steady',
  },
  {
    slug: 'ecology',
    parent: null,
    level: 'central',
    region: null,
    names: {
      kk: 'Су және табиғат қорғау министрлігі',
      ru: 'Министерство водных ресурсов и охраны природы',
      en: 'Ministry of Water and Nature Protection',
    },
    address: 'Астана, Мәңгілік Ел даңғылы, 10',
    workdayEnd: '18:30',
    temper: 'stretching',
    fourEyes: ['application', 'message', 'proposal'],
  },
  {
    slug: 'ecology-control',
    parent: 'ecology',
    level: 'central',
    region: null,
    names: {
      kk: 'Экологиялық бақылау комитеті',
      ru: 'Комитет экологического контроля',
      en: 'Committee for Environmental Control',
    },
    address: 'Астана, Мәңгілік Ел даңғылы, 10',
    workdayEnd: '18:30',
    temper: 'slow',
  },
  {
    slug: 'schools',
    parent: null,
    level: 'central',
    region: null,
    names: {
      kk: 'Мектептер және ғылым министрлігі',
      ru: 'Министерство школ и науки',
      en: 'Ministry of Schools and Science',
    },
    address: 'Астана, Достық көшесі, 16',
    workdayEnd: '18:30',
    temper: 'steady',
    fourEyes: ['application', 'proposal'],
  },
  {
    slug: 'health',
    parent: null,
    level: 'central',
    region: null,
    names: {
      kk: 'Халық денсаулығы министрлігі',
      ru: 'Министерство общественного здоровья',
      en: 'Ministry of Public Health',
    },
    address: 'Астана, Дінмұхамед Қонаев көшесі, 33',
    workdayEnd: '18:00',
    temper: 'steady',
    fourEyes: ['application', 'request'],
  },
  {
    slug: 'zhetisay-akimat',
    parent: null,
    level: 'regional',
    region: 'KZ-61',
    names: {
      kk: 'Сырдария өңірінің әкімдігі',
      ru: 'Акимат Сырдарьинского региона',
      en: 'Akimat of the Syrdarya Region',
    },
    address: 'Түркістан, Бекзат Саттарханов даңғылы, 1',
    workdayEnd: '19:00',
    temper: 'brushing',
  },
  {
    slug: 'zhetisay-education',
    parent: 'zhetisay-akimat',
    level: 'regional',
    region: 'KZ-61',
    names: {
      kk: 'Сырдария өңірінің білім басқармасы',
      ru: 'Управление образования Сырдарьинского региона',
      en: 'Education Department of the Syrdarya Region',
    },
    address: 'Түркістан, Бекзат Саттарханов даңғылы, 5',
    workdayEnd: '19:00',
    temper: 'silent',
  },
  {
    slug: 'alatau-akimat',
    parent: null,
    level: 'regional',
    region: 'KZ-75',
    names: { kk: 'Алатау қаласының әкімдігі', ru: 'Акимат города Алатау', en: 'Akimat of Alatau City' },
    address: 'Алматы, Республика алаңы, 4',
    workdayEnd: '18:00',
    temper: 'prompt',
    fourEyes: ['application', 'service_complaint'],
  },
  {
    slug: 'alatau-transport',
    parent: 'alatau-akimat',
    level: 'regional',
    region: 'KZ-75',
    names: {
      kk: 'Қалалық ұтқырлық басқармасы',
      ru: 'Управление городской мобильности',
      en: 'City Mobility Department',
    },
    address: 'Алматы, Республика алаңы, 4',
    workdayEnd: '18:00',
    temper: 'steady',
  },
];

export type CountryOrganisation = {
  key: string;
  bin: string;
  name: string;
  address: string;
  region: string;
  fields: readonly Topic[];
  languages: readonly ('kk' | 'ru')[];
};

/** Eleven digits; the control digit is added by core/bin, so every number is valid by construction. */
export const ORGANISATIONS: readonly CountryOrganisation[] = [
  {
    key: 'tirek',
    bin: '17054000101',
    name: '«Тірек» мүгедектігі бар адамдарды қолдау қоғамдық бірлестігі',
    address: 'Алматы қ., Абай даңғылы, 52',
    region: 'KZ-75',
    fields: ['social', 'disability', 'transport'],
    languages: ['kk', 'ru'],
  },
  {
    key: 'taza-su',
    bin: '14034000202',
    name: 'ОФ «Таза Су»',
    address: 'г. Шымкент, пр. Тауке хана, 31',
    region: 'KZ-79',
    fields: ['ecology'],
    languages: ['ru'],
  },
  {
    key: 'zhas-orken',
    bin: '19114000303',
    name: '«Жас Өркен» жастар қоры',
    address: 'Түркістан қ., Әл-Фараби көшесі, 12',
    region: 'KZ-61',
    fields: ['education', 'youth'],
    languages: ['kk'],
  },
  {
    key: 'ashyq-mektep',
    bin: '16024000404',
    name: '«Ашық мектеп» ата-аналар қауымдастығы',
    address: 'Астана қ., Кенесары көшесі, 40',
    region: 'KZ-71',
    fields: ['education', 'women_family'],
    languages: ['kk', 'ru'],
  },
  {
    key: 'densaulyq',
    bin: '12084000505',
    name: 'ОО «Пациентский совет»',
    address: 'г. Караганда, бул. Мира, 19',
    region: 'KZ-35',
    fields: ['social', 'health'],
    languages: ['ru'],
  },
  {
    key: 'velo',
    bin: '20094000606',
    name: 'ОО «Велоалматы и пешеходы»',
    address: 'г. Алматы, ул. Курмангазы, 98',
    region: 'KZ-75',
    fields: ['housing', 'transport'],
    languages: ['ru'],
  },
  {
    key: 'aq-niet',
    bin: '11064000707',
    name: '«Ақ ниет» қайырымдылық қоры',
    address: 'Ақтөбе қ., Әбілқайыр хан даңғылы, 70',
    region: 'KZ-15',
    fields: ['social', 'women_family'],
    languages: ['kk'],
  },
  {
    key: 'ekolog',
    bin: '13054000808',
    name: 'ОЮЛ «Экологи Каспия»',
    address: 'г. Атырау, ул. Сатпаева, 5',
    region: 'KZ-23',
    fields: ['ecology', 'agriculture'],
    languages: ['ru'],
  },
  {
    key: 'balgyn',
    bin: '18034001102',
    name: '«Балғын» балаларды қорғау қоғамдық қоры',
    address: 'Шымкент қ., Бәйдібек би даңғылы, 4',
    region: 'KZ-79',
    fields: ['social', 'education'],
    languages: ['kk'],
  },
  {
    key: 'dala',
    bin: '15074001203',
    name: 'ОФ «Дала и вода»',
    address: 'г. Кызылорда, ул. Айтеке би, 15',
    region: 'KZ-43',
    fields: ['ecology', 'agriculture'],
    languages: ['ru'],
  },
  {
    key: 'qamqor',
    bin: '13024001304',
    name: '«Қамқор» қарттарды қолдау қоғамдық бірлестігі',
    address: 'Қостанай қ., Әл-Фараби даңғылы, 65',
    region: 'KZ-39',
    fields: ['social', 'health'],
    languages: ['kk', 'ru'],
  },
  {
    key: 'sapa',
    bin: '20014001405',
    name: '«Сапалы білім» қоғамдық қоры',
    address: 'Астана қ., Сарыарқа даңғылы, 11',
    region: 'KZ-71',
    fields: ['education'],
    languages: ['kk', 'ru'],
  },
  {
    key: 'qala',
    bin: '21054001506',
    name: 'ОФ «Городская среда»',
    address: 'г. Алматы, ул. Жандосова, 21',
    region: 'KZ-75',
    fields: ['housing', 'transport'],
    languages: ['ru'],
  },
  {
    key: 'ertis',
    bin: '12094001607',
    name: 'ОО «Зелёный Иртыш»',
    address: 'г. Павлодар, ул. Академика Сатпаева, 30',
    region: 'KZ-55',
    fields: ['ecology'],
    languages: ['ru'],
  },
  {
    key: 'umit',
    bin: '17104001708',
    name: '«Үміт» отбасы орталығы',
    address: 'Тараз қ., Төле би даңғылы, 48',
    region: 'KZ-31',
    fields: ['women_family', 'social'],
    languages: ['kk'],
  },
  {
    key: 'tenmumkindik',
    bin: '19064001809',
    name: '«Тең мүмкіндік» мүгедектігі бар жастар бірлестігі',
    address: 'Орал қ., Нұрсұлтан Назарбаев даңғылы, 180',
    region: 'KZ-27',
    fields: ['disability', 'youth'],
    languages: ['kk', 'ru'],
  },
  {
    key: 'zhol',
    bin: '16114001910',
    name: 'ОО «Безопасная дорога»',
    address: 'г. Усть-Каменогорск, ул. Казахстан, 62',
    region: 'KZ-63',
    fields: ['transport'],
    languages: ['ru'],
  },
  {
    key: 'mura',
    bin: '14124002011',
    name: '«Мұра» ауыл қауымдастығы',
    address: 'Талдықорған қ., Тәуелсіздік көшесі, 38',
    region: 'KZ-19',
    fields: ['agriculture', 'youth'],
    languages: ['kk'],
  },
];

/** Who sits on a council: the representative of an organisation, or somebody of whom the name and occupation are told. */
type CountrySeat = { role: (typeof COUNCIL_ROLES)[number] } & (
  | { organisation: string }
  /** From civil society, unless it is said to be from the state. */
  | { name: string; locale: 'kk' | 'ru'; post: string; side?: 'state' }
);
export type CountryCouncil = {
  slug: string;
  body: string;
  names: { kk: string; ru: string; en: string };
  seats: readonly CountrySeat[];
};

export const COUNCILS: readonly CountryCouncil[] = [
  {
    slug: 'social-council',
    body: 'social',
    names: {
      kk: 'Қоғамдық даму және әлеуметтік қолдау министрлігінің қоғамдық кеңесі',
      ru: 'Общественный совет Министерства общественного развития и социальной поддержки',
      en: 'Public Council of the Ministry of Civic Development and Social Support',
    },
    seats: [
      {
        role: 'council_secretary',
        name: 'Салтанат Берік',
        locale: 'ru',
        post: 'Секретариат общественного совета',
      },
      { role: 'council_chair', name: 'Бақыт Жанұзақ', locale: 'kk', post: 'Әлеуметтану оқытушысы' },
      { role: 'council_member', name: 'Мерей Тоқтар', locale: 'kk', post: 'Дәрігер, тәуелсіз сарапшы' },
      { role: 'council_member', organisation: 'ashyq-mektep' },
      { role: 'council_member', organisation: 'densaulyq' },
      { role: 'council_member', organisation: 'aq-niet' },
      { role: 'council_member', name: 'Людмила Ни', locale: 'ru', post: 'Юрист, бесплатная юридическая помощь' },
      { role: 'council_member', name: 'Сәкен Төлеген', locale: 'kk', post: 'Ақсақалдар алқасы' },
    ],
  },
  {
    slug: 'ecology-council',
    body: 'ecology',
    names: {
      kk: 'Су және табиғат қорғау министрлігінің қоғамдық кеңесі',
      ru: 'Общественный совет Министерства водных ресурсов и охраны природы',
      en: 'Public Council of the Ministry of Water and Nature Protection',
    },
    seats: [
      { role: 'council_secretary', name: 'Жазира Кенже', locale: 'kk', post: 'Қоғамдық кеңестің хатшылығы' },
      { role: 'council_chair', name: 'Марал Есенғали', locale: 'kk', post: 'Гидролог' },
      { role: 'council_member', organisation: 'ekolog' },
      { role: 'council_member', name: 'Николай Тен', locale: 'ru', post: 'Фермер' },
      { role: 'council_member', name: 'Айнұр Болат', locale: 'kk', post: 'Журналист' },
      {
        role: 'council_member',
        name: 'Ғалымжан Рахым',
        locale: 'kk',
        post: 'Мемлекеттік орман шаруашылығының маманы',
        side: 'state',
      },
      { role: 'council_member', name: 'Светлана Орлова', locale: 'ru', post: 'Преподаватель экологии' },
    ],
  },
  {
    slug: 'alatau-council',
    body: 'alatau-akimat',
    names: {
      kk: 'Алатау қаласының қоғамдық кеңесі',
      ru: 'Общественный совет города Алатау',
      en: 'Public Council of Alatau City',
    },
    seats: [
      { role: 'council_secretary', name: 'Нұрай Асан', locale: 'kk', post: 'Қоғамдық кеңестің хатшылығы' },
      { role: 'council_chair', name: 'Дмитрий Пак', locale: 'ru', post: 'Архитектор' },
      { role: 'council_member', organisation: 'velo' },
      {
        role: 'council_member',
        name: 'Зарина Исмаил',
        locale: 'kk',
        post: 'Мемлекеттік балабақша меңгерушісі',
        side: 'state',
      },
      { role: 'council_member', name: 'Еркін Сұлтан', locale: 'kk', post: 'Мәслихат депутаты', side: 'state' },
      {
        role: 'council_member',
        name: 'Ольга Юн',
        locale: 'ru',
        post: 'Председатель кооператива собственников квартир',
      },
    ],
  },
];

export const NAMES: readonly string[] = [
  'Айгүл Сейітқали',
  'Дәурен Ахметов',
  'Сәуле Жұмабай',
  'Ерлан Оспанов',
  'Мадина Ибраева',
  'Тимур Касымов',
  'Гүлнәр Тілеубай',
  'Асхат Нұрпейіс',
  'Жанна Бекежан',
  'Нұрлан Смағұл',
  'Әсел Мұратқызы',
  'Бауыржан Сәрсен',
  'Светлана Ким',
  'Қанат Әбдіхан',
  'Динара Ермек',
  'Олжас Тұрсын',
  'Ирина Петрова',
  'Марат Жақсылық',
  'Баян Көшербай',
  'Сергей Ли',
  'Ләззат Омар',
  'Рустам Алиев',
  'Шолпан Қайрат',
  'Азамат Бейсен',
  'Наталья Цой',
  'Талғат Мұқан',
  'Перизат Дәулет',
  'Ильяс Саттар',
  'Гауһар Әлім',
  'Виктор Шмидт',
  'Назгүл Серік',
  'Ержан Қожа',
];

export type DemoAccount = {
  email: string;
  name: string;
  locale: 'kk' | 'ru' | 'en';
  role: Role;
  post: string | null;
  body: string | null;
  organisation: string | null;
  council: string | null;
};

/** The accounts a stranger may try; the password of all is in core/demo. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: 'ngo@demo.kenes.kz',
    name: 'Айгүл Серікқызы',
    locale: 'kk',
    role: 'representative',
    post: null,
    body: null,
    organisation: 'tirek',
    council: null,
  },
  {
    email: 'ngo-ru@demo.kenes.kz',
    name: 'Тимур Ахметов',
    locale: 'ru',
    role: 'representative',
    post: null,
    body: null,
    organisation: 'taza-su',
    council: null,
  },
  {
    email: 'registrar@demo.kenes.kz',
    name: 'Мадина Оспанова',
    locale: 'ru',
    role: 'registrar',
    post: 'Главный специалист канцелярии',
    body: 'social',
    organisation: null,
    council: null,
  },
  {
    email: 'executor@demo.kenes.kz',
    name: 'Дәурен Жұмабай',
    locale: 'kk',
    role: 'executor',
    post: 'Бас сарапшы',
    body: 'social',
    organisation: null,
    council: null,
  },
  {
    email: 'head@demo.kenes.kz',
    name: 'Гүлнәр Сейітқали',
    locale: 'kk',
    role: 'approver',
    post: 'Аппарат басшысы',
    body: 'social',
    organisation: null,
    council: null,
  },
  {
    email: 'secretary@demo.kenes.kz',
    name: 'Салтанат Берік',
    locale: 'ru',
    role: 'council_secretary',
    post: 'Секретариат общественного совета',
    body: null,
    organisation: null,
    council: 'social-council',
  },
  {
    email: 'member@demo.kenes.kz',
    name: 'Мерей Тоқтар',
    locale: 'kk',
    role: 'council_member',
    post: 'Дәрігер, тәуелсіз сарапшы',
    body: null,
    organisation: null,
    council: 'social-council',
  },
  {
    email: 'admin@demo.kenes.kz',
    name: 'Ерлан Әбдіхан',
    locale: 'en',
    role: 'administrator',
    post: null,
    body: null,
    organisation: null,
    council: null,
  },
  {
    email: 'admin-2@demo.kenes.kz',
    name: 'Гүлнар Сапарова',
    locale: 'ru',
    role: 'administrator',
    post: null,
    body: null,
    organisation: null,
    council: null,
  },
];
