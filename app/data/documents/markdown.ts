// A draft in Markdown: its clauses, and its HTML as pages show it. Called by the commands that take a version of a document, once a
// version. Nothing that runs, loads or looks like the site's own leaves here, whatever was written.
import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Clause } from '../../core/clause';
import { blocksOf } from './blocks';
import { tame, untamed } from './tame';

/** The most characters of Markdown, and the most clauses, that a version may have. */
export const DOCUMENT_MAX = { characters: 2_000_000, clauses: 5_000 };

/**
 * The clauses of a draft in reading order, each with its number, its heading, the Markdown of its text and all it says as plain text
 * (without its number). A row of a table is one clause. What says nothing (rules, comments, images without words) is left out.
 */
export function readDocument(markdown: string): { clauses: Omit<Clause, 'anchor'>[] } {
  const clauses = blocksOf(markdown).map(({ number, heading, text, cells }) => {
    const title = heading === null ? null : plainOf(heading) || null;
    const body = cells ? cells.map(plainOf).filter(Boolean).join(' | ') : plainOf(text);
    return { number, heading: title, text, plain: [title, body].filter(Boolean).join('\n') };
  });
  return { clauses: clauses.filter(({ number, plain }) => number !== null || plain !== '') };
}

/** What Markdown says, without its marks: lines for paragraphs, items and breaks; cells of a table between strokes. */
export function plainOf(markdown: string): string {
  if (!/[\\`*_[\]<>#!|~&]|^\s*(?:[-+]|\d+[.)])\s/m.test(markdown)) return tidy(markdown);
  const root = reader.parse(tame(markdown));
  harmless(root);
  return tidy(said(root));
}

/**
 * The HTML of Markdown: paragraphs, headings from h2 down, lists, tables, emphasis, links to other sites. Raw HTML is shown as it
 * was written; images leave their words; styles, scripts, ids and addresses that are not http, https or mailto are left out.
 */
export const htmlOf = (markdown: string): string => String(renderer.processSync(tame(markdown)));

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const said = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return untamed(node.value);
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  if (node.type === 'tableRow') return node.children.map(said).filter((cell) => cell.trim() !== '').join(' | ');
  return node.children.map(said).join(FLOWS.includes(node.type) ? '\n' : '');
};

/** Replaces what must not be rendered by what it says. */
function harmless(parent: Nodes): void {
  if (!('children' in parent)) return;
  const children = parent.children.flatMap((child): RootContent[] => {
    if ('value' in child) child.value = untamed(child.value);
    if (child.type === 'html') return rawHtml(child.value, parent);
    if (child.type === 'image' || child.type === 'imageReference') return child.alt ? [{ type: 'text', value: child.alt }] : [];
    if (child.type === 'footnoteReference') return [{ type: 'text', value: `[^${child.label ?? child.identifier}]` }];
    if (child.type === 'footnoteDefinition') {
      const mark = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: `[^${child.label ?? child.identifier}]` }] };
      return [{ type: 'blockquote', children: [mark, ...child.children] }];
    }
    if (child.type === 'heading') return [{ ...child, depth: child.depth === 6 ? 6 : ((child.depth + 1) as 2 | 3 | 4 | 5 | 6) }];
    // Items stand apart in what the parser gets; only several paragraphs in one are paragraphs.
    if (child.type === 'listItem') return [{ ...child, checked: null, spread: false }];
    if (child.type === 'list') return [{ ...child, spread: false }];
    return [child];
  });
  Object.assign(parent, { children });
  for (const child of children) harmless(child);
}

const FLOWS: readonly string[] = ['root', 'list', 'listItem', 'blockquote', 'table', 'footnoteDefinition'];

function rawHtml(value: string, parent: Nodes): RootContent[] {
  const text: RootContent = { type: 'text', value: withoutComments(value) };
  if (FLOWS.includes(parent.type)) return /^\s*(?:<br\s*\/?>)?\s*$/i.test(text.value) ? [] : [{ type: 'paragraph', children: [text] }];
  return /^<br\s*\/?>$/i.test(value) ? [{ type: 'break' }] : [text];
}

function withoutComments(html: string): string {
  let [kept, at] = ['', 0];
  for (;;) {
    const from = html.indexOf('<!--', at);
    const to = from === -1 ? -1 : html.indexOf('-->', from);
    if (to === -1) return kept + html.slice(at);
    kept += html.slice(at, from);
    at = to + '-->'.length;
  }
}

/** Links lead out of the site only, and say so; cells of a header say what they head. */
function outward(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(outward);
  if (node.tagName === 'th') return [{ ...node, children, properties: { ...node.properties, scope: 'col' } }];
  if (node.tagName !== 'a') return [{ ...node, children }];
  if (!/^(?:https?:\/\/|mailto:)/i.test(String(node.properties.href ?? ''))) return children;
  return [{ ...node, children, properties: { ...node.properties, rel: ['nofollow', 'noopener', 'noreferrer'] } }];
}

const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'pre', 'code', 'strong', 'em', 'del', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
};

const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const renderer = reader()
  .use(() => (tree: Root) => harmless(tree))
  .use(remarkRehype)
  .use(rehypeSanitize, SCHEMA)
  .use(() => (tree: HtmlRoot): HtmlRoot => ({
    type: 'root',
    children: tree.children.flatMap((child) => (child.type === 'doctype' ? [] : outward(child))),
  }))
  .use(rehypeStringify)
  .freeze();
