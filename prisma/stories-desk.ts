// What people at desks of the demonstration write beside answers: remarks, notes, promises, templates, reasons; and what applicants add.
// Data only, invented; in Kazakh and Russian.
import type { Kind } from '../guide/schema';
import type { Day } from '../app/core/day';

type Language = 'kk' | 'ru';

/** An answer of a body that brushes off: in time, whole in form, and about nothing that was asked. */
export const BRUSHED: Record<Language, string> = {
  kk: 'Өтінішіңізді қарап, аталған мәселе бойынша жұмыс қолданыстағы заңнамаға сәйкес жүйелі түрде жүргізіліп жатқанын және тұрақты бақылауда екенін хабарлаймыз.',
  ru: 'По результатам рассмотрения сообщаем, что работа по указанному вопросу ведётся на системной основе в соответствии с действующим законодательством и находится на постоянном контроле.',
};

const written = (day: Day): string => day.split('-').reverse().join('.');

/** A sentence of an answer that promises something by a day. */
export const PROMISE: Record<Language, (day: Day) => string> = {
  kk: (day) => `Аталған жұмыстар ${written(day)} күніне дейін аяқталады.`,
  ru: (day) => `Указанные работы завершим не позднее ${written(day)}.`,
};

/** What the body and the applicant say of a promise that was kept, and of one that was not. */
export const KEPT_WORDS: Record<Language, { done: string; seen: string; nothing: string }> = {
  kk: {
    done: 'Жұмыстар аяқталды, қабылдау актісі істе сақтаулы.',
    seen: 'Орнында көрдік: жұмыстар аяқталған.',
    nothing: 'Уәде етілген күн өтті, орнында ештеңе өзгерген жоқ.',
  },
  ru: {
    done: 'Работы завершены, акт приёмки хранится в деле.',
    seen: 'Проверили на месте: работы завершены.',
    nothing: 'Обещанный день прошёл, на месте ничего не изменилось.',
  },
};

/** Why an approver sends a draft back. */
export const SENT_BACK: Record<Language, string> = {
  kk: 'Екінші тармақ бойынша жауап берілмеген; жауапты бөлімше мен мерзімді көрсетіңіз.',
  ru: 'Нет ответа по второму пункту; укажите ответственное подразделение и срок.',
};
/** What the drafter adds then. */
export const ADDED: Record<Language, string> = {
  kk: 'Екінші тармақ бойынша: жауапты бөлімше — мониторинг бөлімі.',
  ru: 'По второму пункту: ответственное подразделение — отдел мониторинга.',
};

/** What colleagues leave each other in a case. */
export const NOTES: Record<Language, readonly string[]> = {
  kk: [
    'Бөлімшемен сөйлестім, тексеру актісін жұмаға дейін береді.',
    'Осы мекенжай бойынша былтыр да өтініш болған, материалдары мұрағатта.',
  ],
  ru: [
    'Говорил с отделом: акт проверки передадут до пятницы.',
    'По этому адресу обращались и в прошлом году, материалы в архиве.',
  ],
};

/** What an applicant adds to a public appeal, and why nobody but the parties reads it afterwards. */
export const CONTACT: Record<Language, { text: string; reason: string; shown: string }> = {
  kk: {
    text: 'Орнында көрсететін көршіміздің телефоны: +7 701 000 12 34.',
    reason: 'Мәтінде үшінші адамның телефон нөмірі болған; ол жұртқа көрсетілмейді.',
    shown: 'Тексеру көрсеткендей, нөмір ұйымның өзінікі екен; мәтін қайта көрсетіледі.',
  },
  ru: {
    text: 'На месте всё покажет сосед, его телефон: +7 701 000 12 34.',
    reason: 'В тексте был номер телефона третьего лица; публично он не показывается.',
    shown: 'Выяснилось, что номер принадлежит самой организации; текст показан снова.',
  },
};

/** The same asked by another organisation in its own words, and why the appeals are joined. */
export const ALIKE: Record<Language, { text: (text: string) => string; reason: string }> = {
  kk: {
    text: (text) => `Біздің ұйымға да осы мәселемен тұрғындар жүгінді. ${text}`,
    reason: 'Екі ұйым бір мәселе туралы жазған; бірге қаралады, әрқайсысына толық жауап беріледі.',
  },
  ru: {
    text: (text) => `К нам тоже обратились жители с этим вопросом. ${text}`,
    reason: 'Две организации пишут об одном; рассматриваются вместе, каждой отвечаем полностью.',
  },
};

/** Why a head hands somebody's work to another. */
export const HANDED_OVER = 'Басқа бөлімге ауысуына байланысты.';

/** Templates that bodies keep, by slug: the placeholders are filled by the case. */
export const TEMPLATES: readonly {
  body: string;
  kind: Kind;
  language: Language;
  name: string;
  text: string;
}[] = [
  {
    body: 'social',
    kind: 'application',
    language: 'ru',
    name: 'Ответ на заявление: компенсация расходов',
    text: 'Ваше заявление № {{номер}} «{{тема}}» рассмотрено по существу. Представленные акты проверены, расходы признаны обоснованными, выплата производится в установленном порядке.',
  },
  {
    body: 'alatau-akimat',
    kind: 'application',
    language: 'kk',
    name: 'Өтінішке жауап: көшедегі жұмыстар',
    text: '№ {{нөмір}} «{{тақырып}}» өтінішіңіз мәні бойынша қаралды. Орынға шығып тексеру жүргізілді, жұмыстар қала жоспарына енгізілді, жауапты бөлімше белгіленді.',
  },
  {
    body: 'schools',
    kind: 'proposal',
    language: 'kk',
    name: 'Ұсынысқа жауап',
    text: '№ {{нөмір}} «{{тақырып}}» ұсынысыңыз жұмыс тобында қаралды. Қабылданған тармақтары бұйрық жобасына енгізілді, қалғандары бойынша себептері төменде келтірілген.',
  },
  {
    body: 'alatau-transport',
    kind: 'proposal',
    language: 'ru',
    name: 'Ответ на предложение',
    text: 'Ваше предложение № {{номер}} «{{тема}}» рассмотрено рабочей группой. Принятые пункты внесены в проект приказа, по остальным причины приведены ниже.',
  },
];
/** What is added to a template when it is written anew. */
export const WRITTEN_ANEW: Record<Language, string> = {
  kk: 'Қосымша сұрақтар бойынша істі жүргізетін маманға жүгінуге болады.',
  ru: 'По дополнительным вопросам можно обратиться к специалисту, который ведёт дело.',
};

type Refused = {
  [What in 'intended' | 'place' | 'objection' | 'protocol' | 'remark' | 'ruling' | 'refused' | 'unheard']: string;
} & { complaint: { subject: string; text: string } };
/** What is said where a decision burdens: by the official who intends it, by the applicant, in the protocol, and in a complaint about it. */
export const REFUSAL: Record<Language, Refused> = {
  kk: {
    intended: 'Сұралған жұмыс бюджетте көзделмегендіктен, бас тарту ниетіміз бар. Қарсылығыңызды айта аласыз.',
    place: 'Министрліктің үшінші қабаты, 312-кабинет, сағат 11:00',
    objection: 'Бас тартуға келіспейміз: қаражат облыстық бағдарламаның үшінші тармағында көзделген.',
    protocol:
      'Өтініш берушінің өкілі бағдарламаның үшінші тармағына сүйенді. Орган оның басқа нысандарға қатысты екенін айтты.',
    remark: 'Хаттамада бағдарламаның екінші қосымшасы туралы сөзіміз жоқ.',
    ruling: 'Ескерту жазбамен салыстырылып қаралды, шешімнің негізі хаттамада көрсетілген.',
    refused:
      'Сұралған жұмысты орындаудан бас тартылды: ол биылғы бағдарламаға енгізілмеген. Келесі жылдың жобасына ұсыныс беруге болады.',
    unheard: 'Өтініш беруші тыңдаусыз шешім қабылдауды жазбаша сұраған, хат істе сақтаулы.',
    complaint: {
      subject: 'Бас тарту туралы шешімге шағым',
      text: 'Бас тарту шешімімен келіспейміз: бағдарламаның үшінші тармағы ескерілмеген. Шешімнің күшін жойып, өтінішті қанағаттандыруды сұраймыз.',
    },
  },
  ru: {
    intended: 'Намерены отказать: запрошенные работы не предусмотрены бюджетом. Вы можете высказать возражения.',
    place: 'Здание министерства, третий этаж, кабинет 312, 11:00',
    objection: 'С отказом не согласны: средства предусмотрены пунктом 3 областной программы.',
    protocol:
      'Представитель заявителя сослался на пункт 3 программы. Орган пояснил, что пункт касается других объектов.',
    remark: 'В протоколе нет наших слов о втором приложении к программе.',
    ruling: 'Замечание рассмотрено и сверено с записью, основание решения указано в протоколе.',
    refused:
      'В выполнении работ отказано: они не включены в программу этого года. Предложение можно подать в проект на следующий год.',
    unheard: 'Заявитель письменно попросил принять решение без заслушивания, письмо хранится в деле.',
    complaint: {
      subject: 'Жалоба на отказ',
      text: 'С отказом не согласны: не учтён пункт 3 программы. Просим отменить решение и удовлетворить заявление.',
    },
  },
};
