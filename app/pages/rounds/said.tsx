// A text that stands in one of the state languages: marked as what it is, where the page around it speaks another.
import type { Said as SaidText } from '../../core/said';
import { Prose } from '../../ui/words';

export const Said = ({ said }: { said: SaidText }) => <Prose text={said.text} lang={said.lang} />;

/** 'Name, post' of whoever signed or did something. */
export const byline = ({ name, post }: { name: string; post: string | null }): string =>
  post ? `${name}, ${post}` : name;
