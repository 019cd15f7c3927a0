// Rounds for tests, brought to any state by the commands themselves: prepared, ready for the gate, open, commented, answered, decided,
// completed. Every step is what a person does; `must` fails with the refusal.
import type { DispositionId, RoundKind, StateLanguage } from '../../guide/schema';
import { enterComment } from '../../app/commands/comments/enter';
import { makeComment } from '../../app/commands/comments/make';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { makePoint } from '../../app/commands/points/make-point';
import { actOnRound } from '../../app/commands/rounds/act';
import { addDocument } from '../../app/commands/rounds/add-document';
import { decideRound } from '../../app/commands/rounds/decide';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { openRound } from '../../app/commands/rounds/open';
import { prepareRound } from '../../app/commands/rounds/prepare';
import { publishOutcome } from '../../app/commands/rounds/publish-outcome';
import { signChecklist } from '../../app/commands/rounds/sign-checklist';
import { addDays, dayOf, type Day } from '../../app/core/day';
import { earliestClose } from '../../app/core/gate';
import { done, type Outcome } from '../../app/core/refusal';
import { foldRound, roundStream, type Round } from '../../app/core/round';
import type { Viewer } from '../../app/core/viewer';
import { openStream } from '../../app/data/ledger';
import { NEUTRAL_QUESTIONS } from '../../guide/schema';
import type { Cast, TestWorld } from './world';

export const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const it = await outcome;
  if (!it.ok) throw new Error(`refused: ${JSON.stringify(it.refusal)}`);
  return it.value;
};
/** 'done', or the code of the refusal. */
export const codeOf = async (outcome: Promise<Outcome<unknown>>): Promise<string> => {
  const it = await outcome;
  return it.ok ? 'done' : it.refusal.code;
};
export const refusalOf = async (outcome: Promise<Outcome<unknown>>) => {
  const it = await outcome;
  return it.ok ? null : it.refusal;
};

export const REASON = {
  reasonKk: 'Ұсыныс қаралды, шешімнің себебі осында баяндалған.',
  reasonRu: 'Предложение рассмотрено, причина решения изложена здесь.',
};
export const OUTCOME = {
  askedKk: 'Қағида жобасы туралы пікір сұрадық.',
  askedRu: 'Мы спросили о проекте правил.',
  saidKk: 'Сіздер мерзім мен тәртіп туралы айттыңыздар.',
  saidRu: 'Вы сказали о сроке и порядке.',
  didKk: 'Мерзім ұзартылды, қалғаны түсіндірілді.',
  didRu: 'Срок продлён, остальное объяснено.',
  nextKk: 'Бұйрық қаңтарда күшіне енеді.',
  nextRu: 'Приказ вступит в силу в январе.',
};
export const DECISION = {
  decisionKk: 'Жоба ескертулермен бірге қабылданды.',
  decisionRu: 'Проект принят с учётом замечаний.',
  nextKk: 'Бұйрық тіркеуге жіберіледі.',
  nextRu: 'Приказ направляется на регистрацию.',
};

/** What the report calls the points: the working title, marked by its language. */
export const titlesOf = ({ points }: Pick<Round, 'points'>) =>
  points.map(({ id: pointId, title }) => ({ pointId, kk: `${title} (kk)`, ru: `${title} (ru)` }));

/** A draft of a few clauses in either language. */
export const DRAFT: Record<StateLanguage, string> = {
  kk: [
    '1. Өтініш екі тілде қабылданады.',
    '2. Өтініш он жұмыс күні ішінде қаралады.',
    '3. Жауапқа басшы қол қояды.',
    '4. Бас тартудың себебі көрсетіледі.',
  ].join('\n\n'),
  ru: [
    '1. Заявление принимается на двух языках.',
    '2. Заявление рассматривается в течение десяти рабочих дней.',
    '3. Ответ подписывает руководитель.',
    '4. Причина отказа указывается.',
  ].join('\n\n'),
};

/** The same with twenty days in clause 2. */
export const AMENDED: Record<StateLanguage, string> = {
  kk: DRAFT.kk.replace('он жұмыс', 'жиырма жұмыс'),
  ru: DRAFT.ru.replace('десяти рабочих', 'двадцати рабочих'),
};

/** The rounds of one test file: what each step needs is taken from the cast. */
export function roundHouse({ world, at, today }: TestWorld, cast: () => Cast) {
  const kindOf = (kind: RoundKind) => {
    const edition = world.guide.inForceOn(today());
    const found = edition.rounds?.kinds[kind];
    if (!found) throw new Error(`no rounds of the kind ${kind}`);
    return { edition, kind: found, calendar: world.guide.calendar };
  };
  /** The shortest usual period from a day on. */
  const closing = (kind: RoundKind, opensDay: Day): Day =>
    earliestClose(kindOf(kind), 'comment_period', opensDay) ?? addDays(opensDay, 20);

  const said = (more: Said = {}) => {
    const { kind = 'draft_act', opensDay = today() } = more;
    return {
      kind,
      bodyId: cast().ministry.id,
      titleKk: 'Өтініштерді қарау қағидалары',
      titleRu: 'Правила рассмотрения заявлений',
      summaryKk: 'Мерзім мен тәртіп туралы пікіріңізді айтыңыз.',
      summaryRu: 'Скажите, что думаете о сроке и порядке.',
      decidesKk: 'Министр шешеді, наурызда.',
      decidesRu: 'Решает министр, в марте.',
      fixedKk: 'Қызметтің тегін екені өзгермейді.',
      fixedRu: 'Услуга останется бесплатной.',
      contact: '+7 7172 00 00 00',
      topic: 'disability',
      regions: [] as string[],
      opensDay,
      closesDay: closing(kind, opensDay),
      ...more,
    };
  };

  const prepare = async (more: Said = {}, viewer = cast().executor) =>
    (await must(prepareRound(world, viewer, said(more)))).id;

  /** A version of a document; with `readable: false` as a picture of a text is recorded. */
  const document = async (
    roundId: string,
    role: Round['documents'][number]['role'],
    language: StateLanguage,
    { markdown = DRAFT[language], readable = true, viewer = cast().executor }: DocumentOptions = {},
  ) => {
    if (readable)
      return must(addDocument(world, viewer, { roundId, role, language, title: `${role} ${language}`, markdown }));
    const picture = { documentId: world.newId(), role, language, title: 'Scan', sha256: '0'.repeat(64), clauses: 0 };
    const version = ((await state(roundId)).documents.filter((one) => one.role === role).at(-1)?.version ?? 0) + 1;
    return must(
      actOnRound(world, viewer, {
        ...{ roundId, action: null },
        decide: () =>
          done({ facts: [{ type: 'round.document_added', payload: { ...picture, version, readable: false } }] }),
      }),
    );
  };

  /** Everything that the gate asks for. */
  const fill = async (roundId: string, viewer = cast().executor) => {
    const { kind, settings } = await state(roundId);
    for (const { role } of kindOf(kind).kind.documents)
      for (const language of ['kk', 'ru'] as const) await document(roundId, role, language, { viewer });
    const inField = await world.db.prisma.organisation.findFirst({
      where: {
        fields: { has: settings.topic },
        ...(settings.regions.length > 0 && { region: { in: settings.regions } }),
      },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    const organisationIds = [...new Set([cast().organisationId, inField?.id ?? cast().organisationId])];
    await must(inviteToRound(world, viewer, { roundId, organisationIds }));
    await must(signChecklist(world, viewer, { roundId, answers: NEUTRAL_QUESTIONS }));
  };

  /** A round that has been opened today. */
  const open = async (more: Said = {}, by: { prepares?: Viewer; opens?: Viewer } = {}) => {
    const prepares = by.prepares ?? cast().executor;
    const roundId = await prepare(more, prepares);
    await fill(roundId, prepares);
    await must(openRound(world, by.opens ?? cast().head, { roundId }));
    return roundId;
  };

  const state = async (roundId: string): Promise<Round> => {
    const { events } = await openStream(world.db, roundStream(roundId));
    const round = foldRound(events);
    if (!round) throw new Error('no such round');
    return round;
  };

  const comment = async (roundId: string, more: Record<string, unknown> = {}, viewer: Viewer = cast().citizen) =>
    (await must(makeComment(world, viewer, { roundId, text: 'Десяти рабочих дней мало.', language: 'ru', ...more })))
      .id;

  /** What came on paper, as the registrar enters it. */
  const paper = async (roundId: string, more: Record<string, unknown> = {}, viewer: Viewer = cast().registrar) =>
    (
      await must(
        enterComment(world, viewer, {
          ...{ roundId, origin: 'paper', receivedDay: today(), givenName: 'Қ. Әлім' },
          ...{ text: 'Он күн аз.', language: 'kk', ...more },
        }),
      )
    ).id;

  const row = (commentId: string) => world.db.prisma.comment.findUniqueOrThrow({ where: { id: commentId } });

  /** The day after the last one for comments. */
  const close = async (roundId: string): Promise<Day> => {
    const { closesDay } = (await state(roundId)).settings;
    at(addDays(closesDay, 1));
    return closesDay;
  };

  const point = async (roundId: string, commentIds: readonly string[], title = 'Срок рассмотрения') => {
    await must(makePoint(world, cast().executor, { roundId, title, commentIds }));
    const made = (await state(roundId)).points.at(-1);
    if (!made) throw new Error('no point was made');
    return made.id;
  };

  /** The answer to a point: drafted by the executor, approved by the head. */
  const answer = async (
    roundId: string,
    pointId: string,
    more: { code?: DispositionId } & Record<string, unknown> = {},
  ) => {
    await must(draftAnswer(world, cast().executor, { roundId, pointId, code: 'rejected', ...REASON, ...more }));
    await must(decideAnswer(world, cast().head, { roundId, pointId, decision: 'approve' }));
  };

  /** Every open comment in one point, with one answer. */
  const answerAll = async (roundId: string, more: Parameters<typeof answer>[2] = {}) => {
    const found = await world.db.prisma.comment.findMany({ where: { roundId, phase: 'open' }, select: { id: true } });
    if (found.length === 0) return;
    const pointId = await point(
      roundId,
      found.map(({ id }) => id),
    );
    await answer(roundId, pointId, more);
  };

  const decide = (roundId: string) => must(decideRound(world, cast().head, { roundId, ...DECISION }));
  const publish = async (roundId: string) =>
    must(publishOutcome(world, cast().head, { roundId, ...OUTCOME, titles: titlesOf(await state(roundId)) }));
  /** A round whose outcome has been published; the clock stands after its last day. */
  const completed = async (more: Said = {}) => {
    const roundId = await open(more);
    await comment(roundId);
    await close(roundId);
    await answerAll(roundId);
    await decide(roundId);
    await publish(roundId);
    return roundId;
  };

  const owed = (stream: string, key: string) =>
    world.db.prisma.obligation.findUnique({ where: { stream_key: { stream, key } } });
  const lettersOf = async (letter: string, about: string) => {
    const found = await world.db.prisma.letter.findMany({
      where: { letter, OR: [{ stream: about }, { data: { path: ['number'], equals: about } }] },
      select: { personId: true, data: true },
      orderBy: { key: 'asc' },
    });
    return found.map(({ personId, data }) => ({ personId, data: data as Record<string, unknown> }));
  };

  return {
    ...{ said, prepare, document, fill, open, state, comment, paper, row, close, point, answer, answerAll },
    ...{ decide, publish, completed, owed, lettersOf, closing, dayNow: () => dayOf(world.now()) },
  };
}
/** What differs from the usual settings. */
type Said = { kind?: RoundKind; opensDay?: Day } & Record<string, unknown>;
type DocumentOptions = { markdown?: string; readable?: boolean; viewer?: Viewer };
