// What the page for many cases does when its form is sent: each ticked case by the command of the act, one after the other, each with its own
// record; and the words of a common answer spread to the single cases.
import { acceptAppeal } from '../../commands/appeals/accept';
import { answerAppeal } from '../../commands/appeals/answer';
import { assignAppeal } from '../../commands/appeals/assign';
import { draftAnswer } from '../../commands/appeals/draft-answer';
import type { Day } from '../../core/day';
import type { Viewer } from '../../core/viewer';
import type { CaseFacts } from '../../queries/case-facts';
import { isLocale, type Text } from '../../text';
import type { World } from '../../world';
import { filledFrom } from '../appeals/template-fill';
import { listIn, nested, textOf, type Typed } from '../form';
import { refusalView, type RefusalView } from '../respond';
import { actIn, type TogetherAct } from './together-view';

export type Result = { number: string; refused: RefusalView | null };

const COMMANDS = { accept: acceptAppeal, assign: assignAppeal, answer: answerAppeal, 'draft-answer': draftAnswer };

/** The field of one case: 'own.2026-000042.text'. */
export const ownName = (number: string, name: string): string => `own.${number}.${name}`;

const PART = 'requirements.';

/** The fields of one case by their plain names, over those that all have in common. */
function fieldsOf(typed: Typed, number: string): Typed {
  const prefix = ownName(number, '');
  const common = Object.entries(typed).filter(([name]) => !name.startsWith('own.'));
  const own = Object.entries(typed).flatMap(([name, value]): [string, string | string[]][] =>
    name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), value]] : [],
  );
  // A text that was taken out of the single answer is missing there, and not the common one again.
  const taken = typed[ownName(number, 'text')] === '';
  return { ...Object.fromEntries(common), ...Object.fromEntries(own), ...(taken && { text: '' }) };
}

/** Does the act to every ticked case; a refusal of one leaves the others done. */
export async function doTogether(
  world: World,
  viewer: Viewer,
  facts: readonly CaseFacts[],
  { act, typed, t }: { act: TogetherAct; typed: Typed; t: Text },
): Promise<Result[]> {
  const ticked = listIn(typed, 'case');
  const results: Result[] = [];
  for (const one of facts.filter(({ appeal }) => ticked.includes(appeal.number))) {
    const { number, id: appealId } = one.appeal;
    const raw = { ...nested(fieldsOf(typed, number)), files: [], appealId };
    const done = await COMMANDS[actIn(act, one)](world, viewer, raw);
    results.push({ number, refused: done.ok ? null : refusalView(t, done.refusal) });
  }
  return results;
}

/** The common answer as each case has it: with the placeholders filled by what that case says. */
export function spreadTo(
  facts: readonly CaseFacts[],
  typed: Typed,
  { signer, today }: { signer: string; today: Day },
): Typed {
  const requirements = Object.fromEntries(
    Object.keys(typed).flatMap((name) =>
      name.startsWith(PART) ? [[name.slice(PART.length), textOf(typed, name)] as const] : [],
    ),
  );
  const asked = textOf(typed, 'language');
  const language = isLocale(asked) ? asked : 'kk';
  const said = { language, text: textOf(typed, 'text'), requirements };
  return Object.fromEntries(
    facts.flatMap((one) => {
      const { language: _, ...words } = filledFrom(said, one, { signer, today });
      return Object.entries({ outcome: textOf(typed, 'outcome'), ...words }).map(([name, value]) => [
        ownName(one.appeal.number, name),
        value,
      ]);
    }),
  );
}
