// A text with what was taken out of it and what was put in, word by word. Both are said in words too, for those who hear the page.
import { Fragment, type ReactNode } from 'react';

export type DifferencePart = { kind: 'same' | 'added' | 'removed'; text: string };
type Props = {
  parts: readonly DifferencePart[];
  lang: string;
  /** Said before each piece: 'taken out', 'put in'. */
  texts: { removed: string; added: string };
};

/** Space around a piece stays outside its mark. */
const AROUND = /^(\s*)(\S(?:.*\S)?)(\s*)$/s;

export function Difference({ parts, lang, texts }: Props) {
  const piece = ({ kind, text }: DifferencePart, at: number): ReactNode => {
    if (kind === 'same') return text;
    const Tag = kind === 'removed' ? 'del' : 'ins';
    const [, before, words, after] = AROUND.exec(text) ?? ['', '', text, ''];
    return (
      <Fragment key={at}>
        {before}
        <Tag>
          <span className="unseen">{` [${texts[kind]}: `}</span>
          {words}
          <span className="unseen">{'] '}</span>
        </Tag>
        {after}
      </Fragment>
    );
  };
  return (
    <p className="difference" lang={lang}>
      {parts.map(piece)}
    </p>
  );
}
