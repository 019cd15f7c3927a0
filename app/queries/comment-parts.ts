// Parts of a contribution that its own page and the lists show alike: where it stands, and why a moderator hid it.
import type { StateLanguage } from '../../guide/schema';

export type PlaceView = {
  role: string;
  roleName: string;
  language: StateLanguage;
  anchor: string | null;
  /** The clause by its number and heading; empty for the whole document. */
  label: string;
};
export type Moderated = { ground: string; groundName: string; reason: string; by: string };

/** Where a comment stands, as its row and the joined tables say it. */
export type Placed = {
  role: string | null;
  documentLanguage: StateLanguage | null;
  anchor: string | null;
  clauseNumber: string | null;
  clauseHeading: string | null;
};
export type Hidden = { ground: string; reason: string; signatory: { name: string; post: string | null } };
/** The words of an edition in the reader's language. */
export type Texts = Readonly<Record<string, string>>;

const POINT = /^(\d[\d.-]*?)\.?$/;
const SUBPOINT = /^([\d.-]+|\p{L})\)$/u;

/** A clause by its number and its heading, in the language of its document: 'Статья 5. Предмет', 'пункт 3', '3-тармақ', 'Общие положения'. */
export function clauseLabel(
  { number, heading }: { number: string | null; heading: string | null },
  language: string,
): string {
  const [, point] = POINT.exec(heading ? '' : (number ?? '')) ?? [];
  if (point) return language === 'kk' ? `${point}-тармақ` : `пункт ${point}`;
  const [, subpoint] = SUBPOINT.exec(heading ? '' : (number ?? '')) ?? [];
  if (subpoint) return language === 'kk' ? `${subpoint}) тармақша` : `подпункт ${subpoint})`;
  return [number, heading].filter(Boolean).join(number && /[\p{L}\p{N}]$/u.test(number) ? '. ' : ' ');
}

export const placeView = (
  { role, documentLanguage, anchor, clauseNumber, clauseHeading }: Placed,
  texts: Texts,
): PlaceView | null =>
  role === null || documentLanguage === null
    ? null
    : {
        ...{ role, roleName: texts[`document.${role}.name`] ?? role, language: documentLanguage, anchor },
        label: clauseLabel({ number: clauseNumber, heading: clauseHeading }, documentLanguage),
      };

export const moderatedView = ({ ground, reason, signatory }: Hidden, texts: Texts): Moderated => ({
  ...{ ground, groundName: texts[`moderation.${ground}.name`] ?? ground, reason },
  by: [signatory.name, signatory.post].filter(Boolean).join(', '),
});
