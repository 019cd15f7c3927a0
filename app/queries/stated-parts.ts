// Exceptions that an act states, as parts of it in the reader's language: that nobody was heard before it, that a complaint does not suspend it.
import type { Edition, Locale, Procedure, Texts } from '../../guide/schema';
import type { ReplyParts } from '../core/reply';
import { sourceOf } from './reasons';

type Stated = Pick<ReplyParts, 'unheard' | 'enforced'>;
const GROUPS = { unheard: 'hearing_exception', enforced: 'suspension_exception' } as const;

/** Each under the name of its ground, with the reason. */
export function statedParts(parts: Stated, texts: Texts) {
  return (['unheard', 'enforced'] as const).flatMap((id) => {
    const { ground, reason } = parts[id] ?? {};
    return ground ? [{ id, ground, label: texts[`${GROUPS[id]}.${ground}.name`] ?? ground, text: reason ?? '' }] : [];
  });
}

/** The same, each with its article. */
export function statedWithLaw(
  parts: Stated,
  { edition, procedure, locale }: { edition: Edition; procedure: Procedure; locale: Locale },
) {
  const known = [
    ...(procedure.hearing?.exceptions ?? []),
    ...(edition.procedures.complaint.suspension?.exceptions ?? []),
  ];
  return statedParts(parts, edition.texts[locale]).map(({ id, ground, label, text }) => {
    const [basis] = known.find((one) => one.id === ground)?.basis ?? [];
    return { id, label, text, source: basis ? sourceOf(edition, locale, basis) : null };
  });
}
