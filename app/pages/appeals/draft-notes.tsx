// What the filing form says about drafts: this one was kept just now, the one asked for is gone, others wait.
import type { Day, Instant } from '../../core/day';
import type { Locale, Text } from '../../text';
import { Alert } from '../../ui/notice';

export type DraftShown = {
  /** The draft that stands in the form, as it was kept. */
  kept: { savedAt: Instant; until: Day } | null;
  /** How many drafts the viewer has. */
  count: number;
  about: string;
  /** The draft of the address is not there any more. */
  gone: boolean;
  /** It was kept by the button just now. */
  saved: boolean;
  /** Under which this browser keeps what could not be sent. */
  key: string;
};

export function DraftNotes({ t, locale, draft }: { t: Text; locale: Locale; draft: DraftShown }) {
  const say = t.drafts;
  const { kept, count, gone, saved } = draft;
  const others = count - (kept ? 1 : 0);
  const list = others > 0 ? <a href={`/${locale}/drafts`}>{say.others(others)}</a> : null;
  if (gone)
    return (
      <Alert tone="warning" title={say.gone.title}>
        <p>{say.gone.text}</p>
        {list}
      </Alert>
    );
  if (kept && saved)
    return (
      <Alert tone="success" title={say.savedAt(kept.savedAt)}>
        <p>{say.until(kept.until)}</p>
        {list}
      </Alert>
    );
  return list ? <p>{list}</p> : null;
}
