// Addresses of the pages of rounds: a filter as a query, with one part changed or taken away.
import type { CommentFilter } from '../../queries/comment-filter';
import type { RoundFilter } from '../../queries/round-filter';
import type { Locale } from '../../text';

type Parts = Readonly<Record<string, string | number | null | undefined>>;

/** 'path?name=value…' of the parts that say something. */
export function addressOf(path: string, parts: Parts): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, String(value));
  const text = query.toString();
  return `${path}${text ? `?${text}` : ''}`;
}

type RoundChanges = Partial<Record<keyof RoundFilter | 'after' | 'before', string | null>>;
/** '/ru/rounds?topic=ecology&stage=open'. A change to null takes that part away; the place in the list never stays. */
export const roundsAddress = (locale: Locale, filter: Partial<RoundFilter>, changes: RoundChanges = {}): string =>
  addressOf(`/${locale}/rounds`, { ...filter, ...changes });

export const roundAddress = (locale: Locale, number: string, parts: Parts = {}): string =>
  addressOf(`/${locale}/rounds/${number}`, parts);

type CommentChanges = Partial<Record<keyof CommentFilter | 'after' | 'before' | 'view', string | null>>;
/** '/ru/rounds/R-2026-000045/comments?clause=draft.ru.c5'. The usual order is not said. */
export const commentsAddress = (
  locale: Locale,
  number: string,
  filter: Partial<CommentFilter> = {},
  changes: CommentChanges = {},
): string => {
  const { order, ...rest } = { ...filter, ...changes };
  return addressOf(`/${locale}/rounds/${number}/comments`, { ...rest, order: order === 'newest' ? null : order });
};

export const commentAddress = (locale: Locale, number: string): string => `/${locale}/comments/${number}`;

export const roundFileAddress = (locale: Locale, number: string, fileId: string): string =>
  `/${locale}/rounds/${number}/attachments/${fileId}`;

/** A clause where it is shown with what changed: '…/changes?doc=draft&text=kk&clause=c5#c5'. */
export const changedClauseAddress = (
  locale: Locale,
  number: string,
  { role, language, anchor, to }: { role: string; language: string; anchor: string; to?: number },
): string =>
  `${addressOf(`${roundAddress(locale, number)}/changes`, { doc: role, text: language, to, clause: anchor })}#${anchor}`;
