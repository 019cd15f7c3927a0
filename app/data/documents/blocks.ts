// Where one clause of a draft ends and the next begins, line by line: headings, numbered articles, points and letters as Kazakh and
// Russian drafts number them, items of lists, rows of tables, paragraphs. Called by markdown. Takes time in proportion to the text.
import { labelOf, type Label } from '../../core/numbering';
import { isDelimiter, rowsOf } from './table';

/** A clause in its Markdown: what it is called, its title, and what it says; of a row of a table also its cells, without the header. */
export type Block = { number: string | null; heading: string | null; text: string; cells?: readonly string[] };

/** The clauses in reading order. No word is lost but what markup doesn't show: rules, fences of code and underlines part clauses. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split(/\r\n?|\n/).map(bare);
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isTable = line.includes('|') && isDelimiter(lines[at + 1] ?? '');
    const begun = isTable || parts(line) ? null : beginning(line);
    if (open && (isTable || begun || parts(line))) {
      blocks.push(isUnderline(line) ? asHeading(open) : open);
      open = null;
    }
    if (isTable) {
      const start = at;
      while ((lines[at + 1] ?? '').includes('|')) at++;
      blocks.push(...rowsOf(lines.slice(start, at + 1)));
    } else if (!parts(line)) open = begun ?? continued(open, line);
  }
  return open ? [...blocks, open] : blocks;
}

/** Without indentation and marks of quotation: they hide numbers and say nothing. */
const bare = (line: string): string => line.replace(/^[\s\0\uFEFF>]+/, '').trimEnd();

const isUnderline = (line: string): boolean => /^={2,}$/.test(line);
/** Whether a line parts clauses: empty, a rule, a fence of code, the underline of a heading. */
const parts = (line: string): boolean =>
  line === '' || isUnderline(line) || /^(?:-{3,}|\*{3,}|_{3,}|`{3,}\w*|~{3,}\w*)$/.test(line.replaceAll(/\s/g, ''));

const HEADING = /^#{1,6}(?=\s|$)/;
const BULLET = /^[-*+•·▪●○–—]\s+/;

function beginning(line: string): Block | null {
  if (HEADING.test(line)) return titled(unbold(line.replace(HEADING, '').trim().replace(/\s#+$/, '')));
  const item = BULLET.exec(line);
  if (item) {
    const text = line.slice(item[0].length);
    return labelled(text) ?? { number: null, heading: null, text: literal(text) };
  }
  return labelled(line);
}

const BOLD = /^(\*\*|__)(?=\S)(.*?\S)\1/;
/** The text inside marks that make all of it bold. */
const unbold = (text: string): string => {
  const bold = BOLD.exec(text);
  return bold && bold[0].length === text.length ? (bold[2] ?? text) : text;
};

const titled = (text: string): Block => {
  const label = labelOf(text);
  return { number: label?.number ?? null, heading: (label ? unbold(label.rest) : text) || null, text: '' };
};

const TITLED: readonly Label['level'][] = ['annex', 'section', 'chapter', 'paragraph', 'article'];
/** A title is one line, and has no stop at its end. */
const isTitle = (text: string): boolean => text !== '' && text.length <= 300 && !/[.;:,]$/.test(text);

function labelled(line: string): Block | null {
  const bold = BOLD.exec(line);
  if (bold) {
    // «**Статья 5. Предмет** текст», «**5-бап.** Мақсаты», «**1.** текст»
    const label = labelOf(bold[2] ?? '');
    const after = line.slice(bold[0].length).trim();
    if (label && (label.rest !== '' || after === '')) return { number: label.number, heading: label.rest || null, text: literal(after) };
    if (label) return ofLabel({ ...label, rest: after });
    return after === '' && isTitle(bold[2] ?? '') ? { number: null, heading: bold[2] ?? null, text: '' } : null;
  }
  const label = labelOf(line);
  return label && ofLabel(label);
}

const ofLabel = ({ number, level, rest }: Label): Block =>
  TITLED.includes(level) && isTitle(rest)
    ? { number, heading: unbold(rest), text: '' }
    : { number, heading: null, text: literal(rest) };

/** A title goes on where its next line begins small; else what follows is text. */
function continued(open: Block | null, line: string): Block {
  if (!open) return { number: null, heading: null, text: literal(line) };
  if (open.heading !== null && open.text === '' && /^\p{Ll}/u.test(line)) return { ...open, heading: `${open.heading} ${line}` };
  return { ...open, text: open.text === '' ? literal(line) : `${open.text}\n${line}` };
}

const asHeading = (block: Block): Block => ({
  ...block,
  heading: [block.heading, block.text.replaceAll('\n', ' ')].filter(Boolean).join(' ') || null,
  text: '',
});

/** What follows a number begins no list, heading or quotation of its own: such a beginning is meant as it stands. */
const literal = (text: string): string =>
  text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^(?=[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|\|)/, '\\');
