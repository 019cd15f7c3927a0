// The meeting at which a council of the invented country speaks of a draft: called some days before, held and recorded on the day, before
// the view is given. Called by live-answers.ts; everything is done by calling commands.
import { callMeeting } from '../app/commands/meetings/call';
import { holdMeeting } from '../app/commands/meetings/hold';
import type { Day } from '../app/core/day';
import type { Held } from './held';

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
