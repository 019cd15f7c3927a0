// How a case of the invented country ends at its body: terminated, taken to note or answered; where the body wants four eyes, drafted, now
// and then sent back, and signed. And what follows: the act is carried out, the applicant judges, promises come due.
import { answerAppeal, answersOf, askedOf, isExecuted } from '../app/commands/appeals/answer';
import { decideDraft } from '../app/commands/appeals/decide-draft';
import { draftAnswer } from '../app/commands/appeals/draft-answer';
import { judgeAnswer } from '../app/commands/appeals/judge';
import { reportExecution } from '../app/commands/appeals/report-execution';
import { terminateAppeal } from '../app/commands/appeals/terminate';
import { VERDICTS } from '../app/core/appeal';
import { dayOf } from '../app/core/day';
import type { Steps } from '../app/core/steps';
import type { Viewer } from '../app/core/viewer';
import type { Case } from './case';
import type { Chance } from './chance';
import type { Life } from './life';
import type { Desks } from './live-desks';
import { livePromise, promiseIn } from './live-promises';
import { NOTED, PARTS, REASONS, REPLY } from './stories';
import { ADDED, BRUSHED, SENT_BACK } from './stories-desk';

/** Working days after a favourable act on which an official says that it was carried out. */
const EXECUTED_AFTER = 3;

export async function close(
  life: Life,
  it: Case,
  { executor, desks }: { executor: Viewer; desks: Desks | null },
): Promise<void> {
  const { world, chance, todo, counted, clock, inWorkingDays } = life;
  const { body, post } = it.place;
  const procedure = world.guide.inForceOn(dayOf(clock())).procedures[it.kind];
  const ground = procedure.termination_grounds.find(({ id }) => id !== 'withdrawn');
  if (ground && chance.happens(0.03)) {
    const text = REASONS[it.language].terminate;
    await counted(terminateAppeal(world, post.head, { appealId: it.id, ground: ground.id, text }));
    return;
  }
  const outcomes = answersOf(procedure);
  const noted = outcomes.find(({ ends_as }) => ends_as === 'noted');
  const outcome =
    noted && chance.happens(0.12)
      ? noted
      : (outcomes.find(({ ends_as }) => ends_as === 'decided') ?? chance.pick(outcomes));
  const parts = PARTS[it.language];
  const requirements = Object.fromEntries(
    askedOf(procedure).map(({ id }) => [
      id,
      id === 'cites_law' ? REASONS[it.language].lawful : (parts[id] ?? parts.any ?? ''),
    ]),
  );
  const brushed = body.temper === 'brushing';
  const plain =
    outcome === noted ? NOTED[it.language] : brushed ? BRUSHED[it.language] : chance.pick(REPLY[it.language]);
  const own = outcome === noted || brushed ? null : desks?.offices.template(it);
  const promise = desks && outcome !== noted ? promiseIn(life, it, desks.chance) : null;
  const text = [own ?? plain, promise?.text].filter(Boolean).join(' ');
  const reply = { appealId: it.id, outcome: outcome.id, language: it.language, text, requirements };

  const after = (official: Viewer) => {
    if (isExecuted(outcome.id, procedure) && body.temper !== 'silent')
      todo.put(
        inWorkingDays(EXECUTED_AFTER),
        async () => void (await counted(reportExecution(world, official, { appealId: it.id, text: parts.any ?? '' }))),
      );
    if (chance.happens(0.6)) {
      const judged = inWorkingDays(chance.between(1, 6));
      todo.put(judged, async () => {
        const said = verdict(chance, brushed);
        await counted(judgeAnswer(world, it.applicant.viewer, { appealId: it.id, verdict: said, comment: '' }));
      });
    }
    if (promise) livePromise(life, it, { day: promise.day, official });
  };
  if (desks && body.fourEyes?.includes(it.kind)) return byFourEyes(life, it, { executor, desks, reply, after });
  const official = desks?.offices.inPlaceOf(executor) ?? executor;
  if (await counted(answerAppeal(world, official, reply))) after(official);
}

type Drafted = {
  executor: Viewer;
  desks: Desks;
  reply: { appealId: string; text: string };
  after: (official: Viewer) => void;
};

/** Drafted, looked at on the same or the next day by the head or who covers the head, signed; one in four is sent back first. */
async function byFourEyes(life: Life, it: Case, { executor, desks, reply, after }: Drafted): Promise<void> {
  const { world, todo, counted, inWorkingDays } = life;
  const { chance, offices } = desks;
  const draft = async (text: string, sendsBack: boolean) => {
    const official = offices.inPlaceOf(executor);
    if (!(await counted(draftAnswer(world, official, { ...reply, text })))) return;
    todo.put(inWorkingDays(chance.between(0, 1)), () => decide({ text, sendsBack, official }));
  };
  const decide = async (drafted: { text: string; sendsBack: boolean; official: Viewer }): Promise<void> => {
    const { text, sendsBack, official } = drafted;
    const head = offices.inPlaceOf(it.place.post.head);
    // Who covers the head does not sign what they wrote: it waits for the head.
    if (head.personId === official.personId) return todo.put(inWorkingDays(1), () => decide(drafted));
    const where = { id: it.id };
    const { steps } = await world.db.prisma.appeal.findUniqueOrThrow({ where, select: { steps: true } });
    const { draft: waiting } = steps as unknown as Steps;
    if (!waiting) return;
    const asked = { appealId: it.id, version: waiting.version };
    if (!sendsBack) {
      if (await counted(decideDraft(world, head, { ...asked, decision: 'approve' }))) after(official);
      return;
    }
    if (await counted(decideDraft(world, head, { ...asked, decision: 'return', remark: SENT_BACK[it.language] })))
      todo.put(inWorkingDays(1), () => draft(`${text} ${ADDED[it.language]}`, false));
  };
  await draft(reply.text, chance.happens(0.25));
}

const verdict = (chance: Chance, brushed: boolean) => {
  const roll = brushed ? 0.55 + chance.next() * 0.45 : chance.next();
  return VERDICTS[roll < 0.55 ? 0 : roll < 0.8 ? 1 : roll < 0.92 ? 2 : 3] ?? 'answers';
};
