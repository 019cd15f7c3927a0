// Lets consultation rounds happen: hosts prepare and open them, people comment and join and take back, paper comes in late. What the body
// makes of it stands in live-answers.ts. Everything is done by calling commands.
import { enterComment } from '../app/commands/comments/enter';
import { makeComment } from '../app/commands/comments/make';
import { moderateComment } from '../app/commands/comments/moderate';
import { withdrawComment } from '../app/commands/comments/withdraw';
import { follow } from '../app/commands/follows/follow';
import { addDocument } from '../app/commands/rounds/add-document';
import { inviteToRound } from '../app/commands/rounds/invite';
import { movePeriod } from '../app/commands/rounds/move-period';
import { openInvitation } from '../app/commands/rounds/open-invitation';
import { openRound } from '../app/commands/rounds/open';
import { prepareRound } from '../app/commands/rounds/prepare';
import { signChecklist } from '../app/commands/rounds/sign-checklist';
import { waiveCheck } from '../app/commands/rounds/waive';
import { addDays, daysBetween, dayOf, instantOf, type Day, type Instant } from '../app/core/day';
import type { Viewer } from '../app/core/viewer';
import { NEUTRAL_QUESTIONS } from '../guide/schema';
import type { Course } from './courses';
import { ADVERT, type Held, type Lived } from './held';
import { workingDayAfter, type Life } from './life';
import { answerRound } from './live-answers';
import type { Both, CommentStory, RoundStory } from './round-story';
import { roundStory } from './stories-rounds';

const ADVERTS: Both = {
  kk: 'Сапалы пластик терезе, жеңілдік отыз пайыз, жеткізу тегін!',
  ru: 'Пластиковые окна, скидка тридцать процентов, доставка бесплатно!',
};
const VOICES: Both = { kk: 'Толық қосыламын.', ru: 'Полностью согласны.' };

/** Puts the future of rounds into the agenda. The array fills with what was planted as the rounds begin. */
export function liveRounds(life: Life, courses: readonly Course[], from: Day): Lived[] {
  const lived: Lived[] = [];
  life.todo.put(life.at(from, 8), () => everyoneFollows(life));
  for (const course of courses) {
    const before = workingDayAfter(life.world.guide.calendar, course.announce, -2);
    life.todo.put(life.at(before < from ? from : before), async () => {
      const held = await prepared(life, course);
      if (held) lived.push(held.lived);
    });
  }
  return lived;
}

async function everyoneFollows({ world, country, chance, counted }: Life): Promise<void> {
  for (const { viewer, fields, region } of country.applicants) {
    for (const value of fields) await counted(follow(world, viewer, { what: 'topic', value }));
    if (chance.happens(0.5)) await counted(follow(world, viewer, { what: 'region', value: region }));
  }
}

async function prepared(life: Life, course: Course): Promise<Held | null> {
  const { world, country, counted, todo, at } = life;
  const story = roundStory(course.story);
  const place = country.bodies.find(({ body }) => body.slug === story.body);
  if (!place) throw new Error(`no body ${story.body}`);
  const council = country.councils.find(({ bodyId }) => bodyId === place.id) ?? null;
  const executor = place.post.executors[0] ?? place.post.head;
  const hosted = story.council !== undefined && council !== null;
  const prepares = hosted ? council.secretary : executor;
  const opens = hosted ? council.chair : place.post.head;
  const made = await counted(
    prepareRound(world, prepares, {
      ...{ kind: story.kind, bodyId: place.id, councilId: hosted ? council.id : '', topic: story.topic },
      ...{ titleKk: story.title.kk, titleRu: story.title.ru, summaryKk: story.summary.kk, summaryRu: story.summary.ru },
      ...{ decidesKk: story.decides.kk, decidesRu: story.decides.ru, fixedKk: story.fixed.kk, fixedRu: story.fixed.ru },
      ...{ contact: story.contact, regions: [...story.regions], opensDay: course.opens, closesDay: course.closes },
      ...(course.hearing && {
        hearingDay: course.hearing,
        hearingTime: story.hearing?.time,
        hearingPlace: story.hearing?.place,
      }),
      followUpDay: course.followUp ?? '',
    }),
  );
  if (!made) return null;
  const roundId = made.id;
  for (const { role, title, markdown } of story.documents)
    for (const language of ['kk', 'ru'] as const)
      await counted(
        addDocument(world, prepares, { roundId, role, language, title: title[language], markdown: markdown[language] }),
      );
  // Who waives the check of invitations invites nobody.
  if (course.waive !== 'invited')
    await counted(inviteToRound(world, prepares, { roundId, organisationIds: invitedTo(life, story) }));
  await counted(signChecklist(world, prepares, { roundId, answers: NEUTRAL_QUESTIONS }));
  if (course.waive)
    await counted(waiveCheck(world, opens, { roundId, check: course.waive, reason: WAIVERS[course.waive] }));
  const lived: Lived = { roundId, story: story.key, manner: course.manner, answers: [] };
  const held: Held = { life, course, story, place, council, executor, roundId, said: new Map(), lived };
  todo.put(at(course.announce, 9), async () => {
    if (!(await counted(openRound(world, opens, { roundId })))) return;
    peopleComment(held);
    othersRead(held);
    if (course.extendedBy) extendLater(held, opens, course.extendedBy);
    answerRound(held);
  });
  return held;
}

const WAIVERS = {
  time_left: 'Бағдарлама мәслихатқа бюджетпен бірге енгізілуі керек, сондықтан мерзім қысқа.',
  invited: 'Ауылда тіркелген ұйым жоқ деп есептедік, тұрғындарға хабарландыру ілінді.',
};

/** Organisations of the field, and at least one of each region that has some. */
function invitedTo({ country }: Life, { topic, regions }: RoundStory): string[] {
  const inField = [...country.applicants, ...country.quiet].filter(({ fields }) => fields.includes(topic));
  const near = regions.flatMap((region) => country.applicants.find((one) => one.region === region) ?? []);
  return [...new Set([...inField, ...near].map(({ organisationId }) => organisationId))];
}

function extendLater({ life, course, roundId }: Held, host: Viewer, by: number): void {
  const { world, todo, at, counted } = life;
  const { calendar } = world.guide;
  todo.put(at(workingDayAfter(calendar, course.opens, 2)), async () => {
    const closesDay = workingDayAfter(calendar, course.closes, by);
    const reasonKk = 'Бірнеше ұйым мүшелерінен сұрап үлгеру үшін уақыт сұрады.';
    const reasonRu = 'Несколько организаций попросили время, чтобы спросить своих членов.';
    await counted(movePeriod(world, host, { roundId, closesDay, reasonKk, reasonRu }));
  });
}

/** A moment between two days, at an hour when people write. */
function momentBetween({ chance, clock }: Life, first: Day, last: Day): Instant {
  const day = addDays(first, chance.between(0, Math.max(daysBetween(first, last), 0)));
  const time = `${String(chance.between(8, 22)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
  return Math.max(instantOf(day, time), clock() + 60_000);
}

function peopleComment(held: Held): void {
  const { life, story, course } = held;
  const { todo, chance } = life;
  const everyone = life.world.guide.inForceOn(course.opens).rounds?.kinds[story.kind].contributors === 'everyone';
  for (const comment of story.comments) {
    for (let n = 0; n < (comment.campaign?.times ?? 1); n++)
      if (comment.origin) enterLater(held, comment, everyone);
      else todo.put(momentBetween(life, course.opens, course.closes), () => say(held, comment, n));
  }
  if (everyone && chance.happens(0.4))
    todo.put(momentBetween(life, course.opens, course.closes), () => advertise(held));
}

/** The clause of the draft that a comment is about, by the number that the draft gives it. */
async function placeOf(
  { life, story, roundId }: Held,
  { clause, language }: CommentStory,
): Promise<{ documentId?: string; anchor?: string }> {
  const role = story.documents[0]?.role;
  if (clause === null || !role) return {};
  const rows = await life.world.db.prisma.clause.findMany({
    where: { document: { roundId, role, language, version: 1 } },
    select: { documentId: true, anchor: true, number: true },
  });
  const found = rows.find(
    ({ number }) => number !== null && /^\d+[.)]?$/.test(number) && Number.parseInt(number, 10) === clause,
  );
  return found ? { documentId: found.documentId, anchor: found.anchor } : {};
}

const noted = ({ said }: Held, about: string, id: string, by: Viewer | null) =>
  said.set(about, [...(said.get(about) ?? []), { id, by }]);

async function say(held: Held, comment: CommentStory, n: number): Promise<void> {
  const { life, course, roundId } = held;
  const { world, chance, country, counted, todo } = life;
  const speaks = country.applicants.find(({ key }) => key === comment.organisation);
  const { campaign } = comment;
  const by = speaks?.viewer ?? chance.pick(country.citizens);
  const opening = campaign && campaign.openings[n % campaign.openings.length];
  const ending = campaign && campaign.endings[(n + Math.floor(n / 3)) % campaign.endings.length];
  const { language, wording = '' } = comment;
  const text = [opening, comment.text, ending].filter(Boolean).join(' ');
  if (speaks) await readsFirst(held, speaks.organisationId);
  const made = await counted(
    makeComment(world, by, {
      ...{
        roundId,
        organisationId: speaks?.organisationId ?? '',
        ...(await placeOf(held, comment)),
        text,
        wording,
        language,
      },
      nameHidden: campaign !== undefined && chance.happens(0.1),
    }),
  );
  if (!made) return;
  if (campaign && chance.happens(0.04)) {
    todo.put(momentBetween(life, dayOf(life.clock()), course.closes), async () => {
      await counted(withdrawComment(world, by, { commentId: made.id, statement: '' }));
    });
  }
  noted(held, comment.about, made.id, by);
  for (let voice = 0; voice < (comment.voices ?? 0); voice++)
    todo.put(momentBetween(life, dayOf(life.clock()), course.closes), () => join(held, comment, made.id));
}

/** Of those who say nothing about two in three open their invitation, on the first days. */
function othersRead(held: Held): void {
  const { life, course, story } = held;
  const invited = life.country.quiet.filter(({ fields }) => fields.includes(story.topic));
  for (const [n, { organisationId }] of invited.entries())
    if (n % 3 !== 2) {
      const day = addDays(course.opens, n % 3);
      const moment = Math.max(instantOf(day < course.closes ? day : course.closes, '11:30'), life.clock() + 60_000);
      life.todo.put(moment, async () => void (await readsFirst(held, organisationId)));
    }
}

/** Whoever speaks for an organisation has read the round's page signed in: its invitation, where it has one, is opened. */
const readsFirst = ({ life, roundId }: Held, organisationId: string) =>
  life.counted(openInvitation(life.world, { roundId, organisationIds: [organisationId] }));

async function join(held: Held, { about, language }: CommentStory, joinsId: string): Promise<void> {
  const { world, chance, country, counted } = held.life;
  const organised = chance.happens(0.4);
  const one = chance.pick(country.applicants);
  const by = organised ? one.viewer : chance.pick(country.citizens);
  const text = chance.happens(0.5) ? VOICES[language] : '';
  const organisationId = organised ? one.organisationId : '';
  if (organised) await readsFirst(held, one.organisationId);
  const made = await counted(
    makeComment(world, by, { roundId: held.roundId, joinsId, organisationId, text, language }),
  );
  if (made) noted(held, about, made.id, by);
}

/** Paper, phone and hearing: received on a day of the round, entered a few working days later, some after the last day. */
function enterLater(held: Held, comment: CommentStory, everyone: boolean): void {
  const { life, course, place, council, story, roundId } = held;
  const { world, chance, country, todo, at, counted } = life;
  const received =
    comment.origin === 'hearing' && course.hearing
      ? course.hearing
      : everyone
        ? dayOf(momentBetween(life, course.opens, course.closes))
        : course.opens;
  const by = story.kind === 'council_recommendation' && council ? council.secretary : place.post.registrar;
  const entered = everyone ? workingDayAfter(world.guide.calendar, received, chance.between(0, 2)) : received;
  todo.put(at(entered, everyone ? undefined : 10), async () => {
    const organisationId = country.applicants.find(({ key }) => key === comment.organisation)?.organisationId ?? '';
    const { origin, text, wording = '', language, name: givenName = '' } = comment;
    const made = await counted(
      enterComment(world, by, {
        ...{ roundId, origin, receivedDay: received, givenName, organisationId, ...(await placeOf(held, comment)) },
        // On the paper form of the invented country one agrees to it, or gives no name.
        ...{ text, wording, language, publishName: givenName !== '' || organisationId !== '' },
      }),
    );
    if (made) noted(held, comment.about, made.id, null);
  });
}

async function advertise(held: Held): Promise<void> {
  const { life, place, roundId } = held;
  const { world, chance, country, todo, at, counted } = life;
  const language = chance.happens(0.5) ? 'kk' : 'ru';
  const by = chance.pick(country.citizens);
  const made = await counted(makeComment(world, by, { roundId, text: ADVERTS[language], language }));
  if (!made) return;
  noted(held, ADVERT, made.id, by);
  todo.put(at(workingDayAfter(world.guide.calendar, dayOf(life.clock()), 1)), async () => {
    const reason = 'Жарнаманың жобаға қатысы жоқ. / Реклама, к проекту не относится.';
    await counted(
      moderateComment(world, place.post.registrar, { step: 'hide', commentId: made.id, ground: 'advertising', reason }),
    );
  });
}
