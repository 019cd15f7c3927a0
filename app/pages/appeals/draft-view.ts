// The drafted answer of a case as the forms of drafting and deciding show it.
import { askedOf } from '../../commands/appeals/answer';
import { draftIn } from '../../commands/appeals/drafted';
import type { Day } from '../../core/day';
import type { Surroundings } from '../../core/owing';
import type { CaseFacts } from '../../queries/case-facts';
import { statedParts } from '../../queries/stated-parts';
import type { Locale } from '../../text';
import { byline } from '../rounds/said';

export type DraftView = {
  version: number;
  drafter: string;
  day: Day;
  outcome: string;
  text: string;
  language: Locale;
  parts: { id: string; label: string; text: string }[];
  files: { id: string; name: string; size: number }[];
  /** Field of the form -> what the draft has in it. */
  filled: Record<string, string>;
  returned: { remark: string; by: string } | null;
};

/** The draft that waits or was sent back; null where there is none. */
export function draftView(
  { appeal, events }: Pick<CaseFacts, 'appeal' | 'events'>,
  { procedure, edition }: Pick<Surroundings, 'procedure' | 'edition'>,
  locale: Locale,
): DraftView | null {
  const { draft } = appeal.steps;
  const words = draftIn(appeal, events);
  if (!draft || !words) return null;
  const texts = edition.texts[locale];
  const { outcome, text, language, requirements, files, execute, unheard, enforced } = words;
  const asked = askedOf(procedure);
  return {
    version: draft.version,
    drafter: byline(draft.drafter),
    day: draft.day,
    outcome: texts[`outcome.${outcome}.name`] ?? outcome,
    ...{ text, language },
    parts: [
      ...asked.map(({ id }) => ({ id, label: texts[`requirement.${id}.name`] ?? id, text: requirements[id] ?? '' })),
      ...statedParts({ unheard, enforced }, texts),
    ],
    files: files.map(({ id, name, size }) => ({ id, name, size })),
    filled: {
      ...{ outcome, language, text },
      ...Object.fromEntries(asked.map(({ id }) => [`requirements.${id}`, requirements[id] ?? ''])),
      execution: execute ? (execute.until === null ? 'lawful' : 'set') : 'done',
      executeBy: execute?.until ?? '',
      ...{ unheard: unheard?.ground ?? '', unheardReason: unheard?.reason ?? '' },
      ...{ enforced: enforced?.ground ?? '', enforcedReason: enforced?.reason ?? '' },
    },
    returned: draft.returned,
  };
}
