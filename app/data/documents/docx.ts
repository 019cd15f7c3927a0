// A DOCX file as Markdown, for the drafts that bodies have in Word. Called by the commands that take a version of a document. Reads
// only what it needs from the file, with limits set before anything is unpacked; macros, pictures and embedded objects stay behind.
import { writeBlock } from './word/body';
import { BrokenFile } from './word/broken';
import type { Reading, WarningKind } from './word/inline';
import { numberingOf } from './word/numbering';
import { stylesOf } from './word/styles';
import { eachElement, elementsIn, rootOf, type XmlElement } from './word/xml';
import { openZip, type Zip } from './word/zip';
import { DOCUMENT_MAX } from './markdown';

/** What was left out or decided for the writer, and how often: pictures, tracked changes taken as accepted, comments, hidden text … */
export type DocxWarning = { kind: WarningKind; count: number };
export type DocxRead =
  | { ok: true; markdown: string; warnings: DocxWarning[] }
  | { ok: false; problem: 'not_docx' | 'too_large' | 'broken' };

/** A draft of two million characters takes some 20 MB of XML in Word; pictures count in the total and are never unpacked. */
const LIMITS = { parts: 3_000, total: 200_000_000, part: 30_000_000 };

/** Reads the file. Numbers are written as Word prints them; the order of the text is kept. Never throws for what a file contains. */
export async function markdownOfDocx(bytes: Buffer): Promise<DocxRead> {
  const zip = openZip(bytes, LIMITS);
  if (typeof zip === 'string') return { ok: false, problem: zip === 'not_zip' ? 'not_docx' : zip };
  try {
    return await read(zip);
  } catch (fault) {
    if (fault instanceof BrokenFile) return { ok: false, problem: fault.problem };
    throw fault;
  }
}

async function read(zip: Zip): Promise<DocxRead> {
  const [main] = (await related(zip, '')).filter(({ type }) => type === 'officeDocument');
  const body = await textOf(zip, main?.target);
  if (!main || body === null || !/^[^]{0,2000}?<(?:[\w.-]+:)?document[\s>]/.test(body)) return { ok: false, problem: 'not_docx' };

  const relations = await related(zip, main.target);
  const partOf = async (type: string) => {
    const text = await textOf(zip, relations.find((one) => one.type === type && !one.external)?.target);
    return text === null ? null : rootOf(text);
  };
  const styles = stylesOf(await partOf('styles'));
  const counts = new Map<WarningKind, number>();
  const warn = (kind: WarningKind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const links = new Map(relations.filter(({ external }) => external).map(({ id, target }) => [id, target]));
  const reading: Reading = { styles, links, notes: [], warn };
  const nextLabel = numberingOf(await partOf('numbering'), (style) => styles.get(style)?.numId);
  if (zip.names.some((name) => name.endsWith('vbaProject.bin'))) warn('macros');

  const blocks: string[] = [];
  eachElement(body, {
    within: 'w:body',
    each: (element) => writeBlock(element, { reading, nextLabel, write: (block) => blocks.push(block) }),
  });
  const notes = { footnote: await notesIn(partOf('footnotes')), endnote: await notesIn(partOf('endnotes')) };
  for (const [at, { kind, id }] of reading.notes.entries()) {
    const said: string[] = [];
    const write = (block: string) => void said.push(block.replaceAll('\n', ' '));
    const note = notes[kind].get(id);
    if (note) writeBlock(note, { reading: { ...reading, notes: [] }, nextLabel, write });
    blocks.push(`[^${at + 1}]: ${said.join(' ')}`);
  }
  const markdown = joined(blocks);
  if (markdown.length > DOCUMENT_MAX.characters) return { ok: false, problem: 'too_large' };
  return { ok: true, markdown, warnings: [...counts].map(([kind, count]) => ({ kind, count })) };
}

const notesIn = async (part: Promise<XmlElement | null>): Promise<ReadonlyMap<string, XmlElement>> =>
  new Map(elementsIn((await part) ?? undefined).map((note) => [note.attributes['w:id'] ?? '', note]));

/** Items of a list stand together, everything else apart. */
const joined = (blocks: readonly string[]): string =>
  blocks.map((block, at) => (at > 0 ? (isItem(block) && isItem(blocks[at - 1] ?? '') ? '\n' : '\n\n') : '') + block).join('');
const isItem = (block: string): boolean => /^ *- /.test(block);

/** What a part refers to: the kind of the relation (its last word), and the place in the file or the address outside. */
async function related(zip: Zip, part: string): Promise<{ id: string; type: string; target: string; external: boolean }[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const text = await textOf(zip, `${folder}_rels/${part.slice(folder.length)}.rels`);
  return (text === null ? [] : elementsIn(rootOf(text))).map(({ attributes }) => {
    const target = attributes.Target ?? '';
    const external = attributes.TargetMode === 'External';
    const place = target.startsWith('/') ? target.slice(1) : folder + target;
    return { id: attributes.Id ?? '', type: (attributes.Type ?? '').split('/').at(-1) ?? '', target: external ? target : place, external };
  });
}

async function textOf(zip: Zip, part: string | undefined): Promise<string | null> {
  const bytes = part === undefined ? null : await zip.read(part);
  if (!bytes) return null;
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}
