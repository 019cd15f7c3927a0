// Rounds as the bench needs them, made by the commands alone: a draft of sixty clauses in both state languages, open today, with as many
// comments as asked for, of which five campaigns each sent one text many times, all gathered into points.
import { makeComment } from '../../app/commands/comments/make';
import { makePoint } from '../../app/commands/points/make-point';
import { addDocument } from '../../app/commands/rounds/add-document';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { openRound } from '../../app/commands/rounds/open';
import { prepareRound } from '../../app/commands/rounds/prepare';
import { signChecklist } from '../../app/commands/rounds/sign-checklist';
import { addWorkingDays } from '../../app/core/calendar';
import { addDays, dayOf } from '../../app/core/day';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { NEUTRAL_QUESTIONS } from '../../guide/schema';
import type { Chance } from '../../prisma/chance';
import type { Country } from '../../prisma/populate';

export const CAMPAIGNS = 5;
const POINTS = 20;
const CLAUSES = 60;
/** Days that the round has been open, and working days that it stays so. */
const SINCE = 5;
const LEFT = 15;
const AT_ONCE = 8;
const ROLES = ['draft', 'explanatory_note', 'comparison_table'] as const;

export type Crowded = { id: string; number: string; campaigns: { pointId: string; size: number }[] };
type Place = Country['bodies'][number];
/** `clock`: when the commands believe to be; put back by whoever moves it. */
export type Stage = {
  world: World;
  country: Country;
  place: Place;
  people: Viewer[];
  chance: Chance;
  clock: { ahead: number };
};

export const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const it = await outcome;
  if (!it.ok) throw new Error(`refused: ${JSON.stringify(it.refusal)}`);
  return it.value;
};

const DAY_MS = 86_400_000;
const WORDS = {
  ru: ['Срок', 'Порядок', 'Список документов', 'Размер выплаты', 'Ответственный', 'Основание отказа', 'Отчёт'],
  kk: ['Мерзім', 'Тәртіп', 'Құжаттар тізбесі', 'Төлем мөлшері', 'Жауапты тұлға', 'Бас тарту негізі', 'Есеп'],
};
const ENDS = {
  ru: [
    'следует назвать прямо',
    'не учитывает сельские округа',
    'нужно согласовать с законом',
    'вызывает вопросы у семей',
  ],
  kk: ['анық көрсетілуі тиіс', 'ауылдық округтерді ескермейді', 'заңмен үйлестірілуі керек', 'отбасыларға түсініксіз'],
};

const clauses = (language: 'kk' | 'ru'): string =>
  Array.from({ length: CLAUSES }, (_, n) => {
    const word = WORDS[language][n % WORDS[language].length] ?? '';
    return language === 'ru'
      ? `${n + 1}. ${word} определяется настоящими Правилами: заявление рассматривается в течение ${n + 3} рабочих дней, ответ подписывает руководитель, причина решения указывается письменно.`
      : `${n + 1}. ${word} осы Қағидалармен айқындалады: өтініш ${n + 3} жұмыс күні ішінде қаралады, жауапқа басшы қол қояды, шешімнің себебі жазбаша көрсетіледі.`;
  }).join('\n\n');

/** What one person says of a clause, each a little differently. */
export function opinion({ chance }: Pick<Stage, 'chance'>, n: number): { text: string; language: 'kk' | 'ru' } {
  const language = chance.happens(0.5) ? 'kk' : 'ru';
  const sentence = () => `${chance.pick(WORDS[language])} ${chance.pick(ENDS[language])}`;
  const close = language === 'ru' ? `Пример из нашей практики, номер ${n}` : `Тәжірибемізден мысал, ${n} нөмір`;
  return { language, text: `${sentence()}. ${sentence()}. ${sentence()}. ${close}.` };
}

/** A round that opened some days ago and takes comments for three more weeks. */
export async function openedRound(stage: Stage, title: string): Promise<{ id: string; number: string }> {
  const { world, place, country, clock } = stage;
  clock.ahead = -SINCE * DAY_MS;
  const opensDay = dayOf(world.now());
  const [executor] = place.post.executors;
  const by = executor ?? place.post.head;
  const said = { titleKk: `${title}, қағидалар`, titleRu: `${title}, правила`, contact: '+7 7172 00 00 00' };
  const round = await must(
    prepareRound(world, by, {
      ...{ kind: 'draft_act', bodyId: place.id, ...said, topic: 'disability', regions: [], opensDay },
      closesDay: addWorkingDays(world.guide.calendar, addDays(opensDay, SINCE), LEFT),
      ...{ summaryKk: 'Пікіріңізді айтыңыз.', summaryRu: 'Скажите, что думаете.' },
      ...{ decidesKk: 'Министр шешеді.', decidesRu: 'Решает министр.' },
      ...{ fixedKk: 'Қызмет тегін болып қалады.', fixedRu: 'Услуга останется бесплатной.' },
    }),
  );
  const roundId = round.id;
  for (const role of ROLES)
    for (const language of ['kk', 'ru'] as const)
      await must(
        addDocument(world, by, { roundId, role, language, title: `${role} ${language}`, markdown: clauses(language) }),
      );
  const organisationIds = country.applicants.map(({ organisationId }) => organisationId);
  await must(inviteToRound(world, by, { roundId, organisationIds }));
  await must(signChecklist(world, by, { roundId, answers: NEUTRAL_QUESTIONS }));
  await must(openRound(world, place.post.head, { roundId }));
  clock.ahead = 0;
  return round;
}

/** `size` comments on the round: half of them the campaigns', the rest spread over clauses, a third of those voices; all in points. */
export async function crowd(stage: Stage, round: { id: string; number: string }, size: number): Promise<Crowded> {
  const { world, chance, people, place } = stage;
  const documents = await world.db.prisma.document.findMany({
    where: { roundId: round.id, role: 'draft' },
    select: { id: true, language: true, clauses: { select: { anchor: true } } },
  });
  const anywhere = (language: string) => {
    const document = documents.find((one) => one.language === language);
    const clause = document?.clauses[chance.between(0, CLAUSES - 1)];
    return document && clause ? { documentId: document.id, anchor: clause.anchor } : {};
  };
  const saying = async (raw: Record<string, unknown>) =>
    (await must(makeComment(world, chance.pick(people), { roundId: round.id, ...raw }))).id;
  const groups: string[][] = Array.from({ length: POINTS }, () => []);
  const each = Math.floor(size / 2 / CAMPAIGNS);
  const own: string[] = [];
  await inParallel(size, async (n) => {
    const campaign = n < each * CAMPAIGNS ? n % CAMPAIGNS : null;
    if (campaign !== null) {
      const text = `${WORDS.ru[campaign]}: десяти рабочих дней мало, нужно двадцать, иначе сельские семьи не успеют собрать документы.`;
      groups[campaign]?.push(await saying({ text, language: 'ru' }));
      return;
    }
    const joinsId = own.length > 0 && n % 3 === 0 ? chance.pick(own) : '';
    const said = opinion(stage, n);
    const id = await saying({ ...said, ...(joinsId ? { joinsId } : anywhere(said.language)) });
    if (joinsId) return;
    own.push(id);
    groups[CAMPAIGNS + (n % (POINTS - CAMPAIGNS))]?.push(id);
  });
  const [executor] = place.post.executors;
  for (const [n, commentIds] of groups.entries())
    if (commentIds.length > 0)
      await must(
        makePoint(world, executor ?? place.post.head, { roundId: round.id, title: `Вопрос ${n + 1}`, commentIds }),
      );
  const row = await world.db.prisma.round.findUniqueOrThrow({ where: { id: round.id }, select: { facts: true } });
  const { points } = row.facts as unknown as { points: { id: string }[] };
  return {
    ...round,
    campaigns: points.slice(0, CAMPAIGNS).map(({ id: pointId }, n) => ({ pointId, size: groups[n]?.length ?? 0 })),
  };
}

/** Numbers from 0, a few at a time. */
export async function inParallel(times: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let n = next++; n < times; n = next++) await act(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
