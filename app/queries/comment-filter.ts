// What the list of a round's comments may be asked for, and how an address says it: the filter and the place in the list.
import { z } from 'zod';
import { DISPOSITIONS, DOCUMENT_ROLES, ORIGINS, STATE_LANGUAGES } from '../../guide/schema';
import { PARTICIPANTS } from '../core/comment-event';

/** What became of a comment, as a filter: its disposition, or that it has none yet, or that it was taken back or hidden. */
export const ANSWERS = [...DISPOSITIONS, 'unanswered', 'withdrawn', 'hidden'] as const;
export const ORDERS = ['newest', 'voices'] as const;
const LANGUAGES = ['kk', 'ru', 'en'] as const;

const filterShape = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 200))
    .catch(''),
  /** A clause of a document in one language, through all versions: 'draft.ru.c5'. */
  clause: z
    .string()
    .regex(/^[a-z_]+\.(?:kk|ru)\.[\w-]{1,60}$/)
    .catch(''),
  point: z.uuid().nullable().catch(null),
  answer: z.enum(ANSWERS).nullable().catch(null),
  participant: z.enum(PARTICIPANTS).nullable().catch(null),
  origin: z.enum(ORIGINS).nullable().catch(null),
  language: z.enum(LANGUAGES).nullable().catch(null),
  /** Number of a comment: the voices that joined it. */
  joins: z
    .string()
    .regex(/^C-\d{4}-\d{6,12}$/)
    .catch(''),
  order: z.enum(ORDERS).catch('newest'),
});
export type CommentFilter = z.output<typeof filterShape>;
export type CommentCursor = { voices: number; at: number; id: string };

const NAMES = ['q', 'clause', 'point', 'answer', 'participant', 'origin', 'language', 'joins', 'order'] as const;

/** The filter that an address names; what can't be read counts as not asked. */
export const commentFilterOf = (query: URLSearchParams): CommentFilter =>
  filterShape.parse(Object.fromEntries(NAMES.map((name) => [name, query.get(name)])));

/** The three ways to read the comments of a round. */
export const VIEWS = ['points', 'clauses', 'all'] as const;
export type CommentsView = (typeof VIEWS)[number];

/** Whether anything narrows the list. */
export const isNarrow = ({ order: _order, ...filter }: CommentFilter): boolean => Object.values(filter).some(Boolean);

/** The parts of 'draft.ru.c5'; null for a place that no document has. */
export function clausePlace(clause: string) {
  const [role, language, anchor] = clause.split('.');
  const known = DOCUMENT_ROLES.find((one) => one === role);
  const spoken = STATE_LANGUAGES.find((one) => one === language);
  return known && spoken && anchor ? { role: known, language: spoken, anchor } : null;
}

const CURSOR = /^(\d{1,7})_(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const commentCursorOf = (text: string | null): CommentCursor | null => {
  const [, voices, at, id] = CURSOR.exec(text ?? '') ?? [];
  return voices && at && id ? { voices: Number(voices), at: Number(at), id } : null;
};
export const commentCursorText = ({
  voices,
  receivedAt,
  id,
}: {
  voices: number;
  receivedAt: Date;
  id: string;
}): string => `${voices}_${receivedAt.getTime()}_${id}`;
