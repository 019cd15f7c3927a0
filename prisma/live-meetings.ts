// The meetings of the councils of the invented country: the one at which a council speaks of a draft, called some days before, held and
// recorded on the day, before the view is given; and the regular ones that follow it. Called by live-answers.ts; everything is done by
// calling commands.
import { callMeeting } from '../app/commands/meetings/call';
import { holdMeeting } from '../app/commands/meetings/hold';
import { neededOf } from '../app/core/council';
import { dayOf, type Day } from '../app/core/day';
import type { Held } from './held';
import { workingDayAfter } from './life';

const PLACE = 'Мәжіліс залы, 214-бөлме / Зал заседаний, кабинет 214';
const MORE = 'Келесі тоқсанның жұмыс жоспары туралы / О плане работы на следующий квартал';
const DECISIONS = [
  {
    kk: 'Жоба бойынша қорытынды берілсін, ескертулер органға жіберілсін.',
    ru: 'Дать заключение по проекту, замечания направить органу.',
  },
  { kk: 'Жұмыс жоспары бекітілсін.', ru: 'Утвердить план работы.' },
];
const MINUTES = {
  minutesKk:
    'Орган өкілі жоба мен келіп түскен пікірлер туралы баяндады. Мүшелер екі редакцияны салыстырды, сұрақтар қойды және қорытындының мәтінін келісті. Әр мүшенің дауысы айналымның бетінде көрсетілген.',
  minutesRu:
    'Представитель органа доложил о проекте и поступивших замечаниях. Члены совета сравнили обе редакции, задали вопросы и согласовали текст заключения. Голос каждого члена указан на странице раунда.',
};

/** Calls the meeting for a later day; the number of the round and both its titles are its first question. Null where it was refused. */
export async function callFor({ life, story, council, roundId }: Held, day: Day): Promise<string | null> {
  if (!council) return null;
  const { world, counted } = life;
  const { number } = await world.db.prisma.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { number: true },
  });
  const items = [`${number}|${story.title.kk} / ${story.title.ru}`];
  const asked = { councilId: council.id, day, time: '15:00', place: PLACE, items, more: MORE };
  const made = await counted(callMeeting(world, council.secretary, asked));
  return made && made.number;
}

/** Records it: all members but the last were there, and what they decided. */
export async function recordIn({ life, council }: Held, number: string): Promise<void> {
  if (!council) return;
  const { world, counted } = life;
  const { id, facts } = await world.db.prisma.meeting.findUniqueOrThrow({
    where: { number },
    select: { id: true, facts: true },
  });
  const { agenda } = facts as unknown as { agenda: readonly { id: string }[] };
  const members = [council.chair, ...council.members];
  await counted(
    holdMeeting(world, council.secretary, {
      meetingId: id,
      present: members.slice(0, members.length > 5 ? -1 : undefined).map(({ personId }) => personId),
      guests: '',
      decisions: agenda.flatMap(({ id: itemId }, n) => (DECISIONS[n] ? [{ itemId, ...DECISIONS[n] }] : [])),
      ...MINUTES,
    }),
  );
}

/** Working days from one meeting to the next regular one, and from the end of one to the calling of that. */
const REGULAR = 15;
const NEXT_CALLED = 2;
const REGULAR_QUESTIONS = [
  'Органның өткен тоқсандағы уәделерінің орындалуы / Как выполнены обещания органа за прошлый квартал',
  'Кеңеске түскен өтініштер / Обращения, поступившие в совет',
];
const REGULAR_DECISION = {
  kk: 'Ақпарат тыңдалды; хатшыға органнан жазбаша түсіндірме сұрату тапсырылсын.',
  ru: 'Информация заслушана; поручить секретарю запросить у органа письменное пояснение.',
};
const REGULAR_MINUTES = {
  kk: (present: number, members: number) => `Отырысқа ${members} мүшенің ${present} қатысты.`,
  ru: (present: number, members: number) => `В заседании участвовали ${present} из ${members} членов совета.`,
};
const ABLE = {
  kk: 'Кворум болды, мәселелер күн тәртібі бойынша қаралды.',
  ru: 'Кворум имелся, вопросы рассмотрены по повестке.',
};
const UNABLE = {
  kk: 'Кворум болмады, шешім қабылданған жоқ; мәселелер келесі отырысқа қалдырылды.',
  ru: 'Кворума не было, решения не принимались; вопросы перенесены на следующее заседание.',
};

/** After a meeting the council calls its next one, if none is called yet; when its day comes it is recorded, and so on. */
export function meetAgain(held: Held): void {
  const { life, council } = held;
  if (!council) return;
  const { world, todo, at, counted, clock } = life;
  const { calendar } = world.guide;
  const today = dayOf(clock());
  todo.put(at(workingDayAfter(calendar, today, NEXT_CALLED), 10), async () => {
    if ((await world.db.prisma.meeting.count({ where: { councilId: council.id, held: false } })) > 0) return;
    const day = workingDayAfter(calendar, today, REGULAR);
    const more = REGULAR_QUESTIONS.join('\n');
    const asked = { councilId: council.id, day, time: '11:00', place: PLACE, items: [], more };
    const made = await counted(callMeeting(world, council.secretary, asked));
    if (!made) return;
    todo.put(at(day, 17), async () => {
      await recordRegular(held, made.number);
      meetAgain(held);
    });
  });
}

/** Two members stay away: of some councils that leaves a quorum, of others it does not. */
async function recordRegular({ life, council }: Held, number: string): Promise<void> {
  if (!council) return;
  const { world, counted } = life;
  const row = await world.db.prisma.meeting.findUniqueOrThrow({ where: { number }, select: { id: true, facts: true } });
  const { agenda, edition } = row.facts as unknown as { agenda: readonly { id: string }[]; edition: string };
  const members = [council.chair, ...council.members];
  const present = members.slice(0, -2);
  const guide = world.guide.edition(edition).rounds?.council;
  const able = guide !== undefined && present.length >= neededOf(guide.quorum, members.length);
  const minutes = (language: 'kk' | 'ru') =>
    `${REGULAR_MINUTES[language](present.length, members.length)} ${(able ? ABLE : UNABLE)[language]}`;
  await counted(
    holdMeeting(world, council.secretary, {
      ...{ meetingId: row.id, present: present.map(({ personId }) => personId), guests: '' },
      decisions: able ? agenda.map(({ id: itemId }) => ({ itemId, ...REGULAR_DECISION })) : [],
      ...{ minutesKk: minutes('kk'), minutesRu: minutes('ru') },
    }),
  );
}
