// What the form of redacting shows: the parts of the case, and of the chosen one what the public reads now.
import { MODERATION_GROUNDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { isWords, originalOf, REDACTED_PARTS, type RedactedPart } from '../../core/redaction';
import type { CaseFacts } from '../../queries/case-facts';
import { filesOf } from '../../queries/case-files';
import { wordOf } from '../../queries/guide';
import type { Locale } from '../../text';
import type { World } from '../../world';

/** `words`: null for a file, which is named. */
type Part = { id: string; words: RedactedPart | null; name: string; redacted: boolean };
export type RedactView = {
  parts: Part[];
  chosen: (Part & { shown: string }) | null;
  grounds: { value: string; label: string; text: string }[];
};

export function redactView(
  world: World,
  facts: CaseFacts,
  { part, locale }: { part: string | null; locale: Locale },
): RedactView {
  const { appeal, events } = facts;
  const now = appeal.steps.redacted ?? {};
  const parts: Part[] = [
    ...REDACTED_PARTS.filter((one) => originalOf(events, one) !== null).map((one) => ({
      ...{ id: one, words: one, name: '', redacted: one in now },
    })),
    ...[...filesOf(facts).values()].map(({ id, name }) => ({ id, words: null, name: name ?? '', redacted: id in now })),
  ];
  const found = parts.find(({ id }) => id === part);
  const original = found && isWords(found.id) ? (originalOf(events, found.id) ?? '') : '';
  const edition = world.guide.inForceOn(dayOf(world.now()));
  return {
    parts,
    chosen: found ? { ...found, shown: now[found.id]?.text ?? original } : null,
    grounds: MODERATION_GROUNDS.map((value) => ({
      value,
      label: wordOf(edition, locale, `moderation.${value}.name`),
      text: wordOf(edition, locale, `moderation.${value}.text`),
    })),
  };
}
