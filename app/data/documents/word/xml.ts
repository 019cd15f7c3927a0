// XML as the parts of a DOCX file have it, read from front to back: elements, attributes and text. No entities but the five of XML and
// numbers, no document types: nothing in a file can make it grow. Called by docx.

import { BrokenFile } from './broken';

export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

/** Deeper than any writer of DOCX nests. */
const DEPTH_MAX = 400;

/**
 * Reads a part, and gives every element whose parent is called `within` to `each`, whole, as soon as it ends; it is forgotten then,
 * so that a large document needs no tree of all of it. Elements of WordprocessingML are called w:…, whatever prefix the file uses.
 * Throws a BrokenFile when the text is no well-formed XML.
 */
export function eachElement(xml: string, { within, each }: { within: string; each: (element: XmlElement) => void }): void {
  const open: XmlElement[] = [];
  const nameOf = prefixed(xml);
  for (let at = 0; at < xml.length; ) {
    const mark = xml.indexOf('<', at);
    const text = xml.slice(at, mark === -1 ? undefined : mark);
    if (text !== '') open.at(-1)?.children.push(decoded(text));
    if (mark === -1) break;
    const end = endOfMark(xml, mark);
    const inside = xml.slice(mark + 1, end.at);
    at = end.next;
    if (inside.startsWith('![CDATA[')) open.at(-1)?.children.push(inside.slice(8, -2));
    else if (inside.startsWith('!--') || inside.startsWith('?')) continue;
    else if (inside.startsWith('!')) throw new BrokenFile('broken', 'xml: a document type');
    else if (inside.startsWith('/')) close(open, nameOf(inside.slice(1).trim()), { within, each });
    else {
      const empty = inside.endsWith('/');
      const element = elementOf(empty ? inside.slice(0, -1) : inside, nameOf);
      const parent = open.at(-1);
      if (parent && parent.name !== within) parent.children.push(element);
      open.push(element);
      if (open.length > DEPTH_MAX) throw new BrokenFile('broken', 'xml: too deep');
      if (empty) close(open, element.name, { within, each });
    }
  }
  if (open.length > 0) throw new BrokenFile('broken', 'xml: ends too early');
}

function close(open: XmlElement[], name: string, { within, each }: { within: string; each: (element: XmlElement) => void }) {
  const element = open.pop();
  if (element?.name !== name) throw new BrokenFile('broken', 'xml: elements overlap');
  if (open.at(-1)?.name === within) each(element);
}

/** Where a mark that begins at `from` ends: before its ">", which does not count inside quotes, comments and CDATA. */
function endOfMark(xml: string, from: number): { at: number; next: number } {
  const closing = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<![CDATA[', from) ? ']]>' : xml.startsWith('<?', from) ? '?>' : '>';
  let at = xml.indexOf(closing, from + 1);
  if (closing === '>') {
    // A ">" may stand inside a quoted attribute: the quotes before the end must be in pairs.
    for (let quote = nextQuote(xml, from); quote !== -1 && quote < at; quote = nextQuote(xml, quote)) {
      quote = xml.indexOf(xml.charAt(quote), quote + 1);
      if (quote === -1) throw new BrokenFile('broken', 'xml: an attribute does not end');
      if (quote > at) at = xml.indexOf('>', quote);
    }
  }
  if (at === -1) throw new BrokenFile('broken', 'xml: a mark does not end');
  return { at: at + closing.length - 1, next: at + closing.length };
}

const QUOTE = /["'<>]/g;
function nextQuote(xml: string, from: number): number {
  QUOTE.lastIndex = from + 1;
  const found = QUOTE.exec(xml);
  return found && /["']/.test(found[0]) ? found.index : -1;
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
function elementOf(inside: string, nameOf: (name: string) => string): XmlElement {
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? '';
  const attributes: Record<string, string> = {};
  for (const [, key = '', double, single] of inside.slice(name.length).matchAll(ATTRIBUTE)) {
    attributes[nameOf(key)] = decoded(double ?? single ?? '');
  }
  return { name: nameOf(name), attributes, children: [] };
}

/** Names as the standard writes them: w: for the namespace of WordprocessingML (of both editions), the rest as they stand. */
function prefixed(xml: string): (name: string) => string {
  const word = /xmlns:([\w.-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/.exec(xml);
  const prefix = `${word?.[1] ?? 'w'}:`;
  return prefix === 'w:' ? (name) => name : (name) => (name.startsWith(prefix) ? `w:${name.slice(prefix.length)}` : name);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
      })
    : text;

/** The whole part as one element: for small parts. */
export function rootOf(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  eachElement(`<all>${xml.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')}</all>`, { within: 'all', each: (element) => root.children.push(element) });
  const first = root.children.find((child): child is XmlElement => typeof child !== 'string');
  if (!first) throw new BrokenFile('broken', 'xml: nothing in it');
  return first;
}

export const elementsIn = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
/** The first child of that name. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsIn(parent).find((element) => element.name === name);
/** The attribute w:val of the first child of that name: how WordprocessingML states most facts. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];
/** The same as a whole number from 0 to `most`; null where it is none. */
export function countOf(parent: XmlElement | undefined, name: string, most: number): number | null {
  const value = valueOf(parent, name) ?? '';
  return /^\d{1,9}$/.test(value) ? Math.min(most, Number(value)) : null;
}
