// What every act's form is given: words, the case, what was typed before, what was refused.
import type { Locale, Text } from '../../../text';
import type { RefusalView } from '../../respond';
import type { ActView } from '../act-view';

export type ActForm = {
  t: Text;
  locale: Locale;
  view: ActView;
  value: (name: string) => string;
  /** Boxes that were ticked before; null where nothing was sent yet. */
  ticked: (name: string) => readonly string[] | null;
  wrong: (name: string) => string | undefined;
  kept: readonly { id: string; name: string; size: number }[];
  refused: RefusalView | undefined;
};

/** Keeps long texts in the browser under the case and the act. */
export const draftOf = ({ t, view }: Pick<ActForm, 't' | 'view'>) => ({
  key: `${view.number}-${view.act}`,
  ...t.acts.draft,
});
