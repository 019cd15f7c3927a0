// What the styles of a DOCX file say of a paragraph: is it a heading, is it numbered, is its text bold or hidden? A style inherits from
// the one it is based on. Called by docx.
import { child, countOf, elementsIn, valueOf, type XmlElement } from './xml';

/** `heading` 1..6, or 0 for the title of the document; `numId` "0": expressly not numbered. */
export type Style = {
  heading?: number;
  numId?: string;
  level?: number;
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
};

/** The styles by their id, inheritance resolved. */
export function stylesOf(root: XmlElement | null): ReadonlyMap<string, Style> {
  const written = new Map(
    elementsIn(root ?? undefined)
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const resolved = new Map<string, Style>();
  const resolve = (id: string, seen: readonly string[]): Style => {
    const known = resolved.get(id);
    const style = written.get(id);
    if (known) return known;
    if (!style || seen.includes(id) || seen.length > 20) return {};
    const base = resolve(valueOf(style, 'w:basedOn') ?? '', [...seen, id]);
    const all = { ...base, ...ownOf(style) };
    resolved.set(id, all);
    return all;
  };
  for (const id of written.keys()) resolve(id, []);
  return resolved;
}

/** Programs call headings in the language they speak. */
const HEADING = /^(?:heading|заголовок|тақырып)\s*([1-6])$/i;
const TITLE = /^(?:title|название|заголовок|тақырыбы?|атауы)$/i;

function ownOf(style: XmlElement): Style {
  const name = valueOf(style, 'w:name') ?? '';
  const heading = HEADING.exec(name)?.[1];
  return {
    ...paragraphOf(child(style, 'w:pPr')),
    ...runOf(child(style, 'w:rPr')),
    ...(heading ? { heading: Number(heading) } : {}),
    ...(TITLE.test(name) ? { heading: 0 } : {}),
  };
}

/** What a w:pPr says. */
export function paragraphOf(properties: XmlElement | undefined): Style {
  const numbered = child(properties, 'w:numPr');
  const outline = countOf(properties, 'w:outlineLvl', 9) ?? 9;
  const level = countOf(numbered, 'w:ilvl', 8);
  const numId = valueOf(numbered, 'w:numId');
  return {
    ...(outline < 6 ? { heading: outline + 1 } : {}),
    ...(numId !== undefined ? { numId } : {}),
    ...(level !== null ? { level } : {}),
  };
}

/** What a w:rPr says. */
export function runOf(properties: XmlElement | undefined): Style {
  const said = (name: string, key: 'bold' | 'italic' | 'hidden'): Style => {
    const toggle = child(properties, name);
    return toggle ? { [key]: !['0', 'false', 'off'].includes(toggle.attributes['w:val'] ?? '1') } : {};
  };
  return { ...said('w:b', 'bold'), ...said('w:i', 'italic'), ...said('w:vanish', 'hidden') };
}
