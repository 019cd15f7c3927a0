// Cases that one act is done to one after the other: which of those asked for admit it, and what the form needs to know.
import { may } from '../../core/permission';
import type { Viewer } from '../../core/viewer';
import { caseFacts, type CaseFacts } from '../../queries/case-facts';
import { applicantName } from '../../queries/case-thread';
import type { Locale } from '../../text';
import type { World } from '../../world';
import { actView, type ActView } from '../appeals/act-view';
import type { DueFacts } from '../appeals/due';
import { openActs } from '../appeals/open-acts';

export const TOGETHER = ['accept', 'assign', 'answer'] as const;
export type TogetherAct = (typeof TOGETHER)[number];
export const isTogether = (act: string | null): act is TogetherAct => TOGETHER.some((one) => one === act);

export type TogetherCase = {
  number: string;
  subject: string;
  text: string;
  language: Locale;
  applicant: string | null;
  kindName: string;
  due: DueFacts;
};
export type TogetherView = {
  act: TogetherAct;
  cases: TogetherCase[];
  /** Asked for, and the act is not open there. */
  closed: string[];
  /** Of other kinds, whose answers have other parts. */
  others: string[];
  /** The form of the first case: what is asked of an answer, who may take cases. */
  first: ActView | null;
  /** The answers go to the approvers. */
  draft: boolean;
};

/** The facts of each case asked for that the viewer's side of the desk may read, in the order asked. */
export async function factsOf(world: World, viewer: Viewer, numbers: readonly string[]): Promise<CaseFacts[]> {
  const found = await Promise.all([...new Set(numbers)].map((number) => caseFacts(world, viewer, number)));
  return found.flatMap((facts) => (facts && may(viewer, 'desk.read', { bodyId: facts.appeal.bodyId }) ? [facts] : []));
}

/** Where a body has the answers approved by a second official, answering is drafting. */
export const actIn = (act: TogetherAct, { fourEyes }: Pick<CaseFacts, 'fourEyes'>) =>
  act === 'answer' && fourEyes ? 'draft-answer' : act;

export async function togetherView(
  world: World,
  viewer: Viewer,
  facts: readonly CaseFacts[],
  { act, locale }: { act: TogetherAct; locale: Locale },
): Promise<TogetherView> {
  const open = facts.filter((one) => openActs(world, viewer, one).includes(actIn(act, one)));
  const [lead] = open;
  const alike = ({ appeal }: CaseFacts) =>
    act === 'accept' ||
    (appeal.bodyId === lead?.appeal.bodyId && (act === 'assign' || appeal.kind === lead.appeal.kind));
  const cases = await Promise.all(
    open.filter(alike).map(async (one): Promise<TogetherCase> => {
      const { kindName, due } = await actView(world, viewer, one, { act: 'accept', locale });
      const { number, subject, text, language } = one.appeal;
      return { number, subject, text, language, applicant: applicantName(one), kindName, due };
    }),
  );
  return {
    ...{ act, cases },
    closed: facts.filter((one) => !open.includes(one)).map(({ appeal }) => appeal.number),
    others: open.filter((one) => !alike(one)).map(({ appeal }) => appeal.number),
    first: lead ? await actView(world, viewer, lead, { act, locale }) : null,
    draft: act === 'answer' && lead?.fourEyes === true,
  };
}
