// Reads a PDF as a reader who listens hears it: its tree of tags, with the text of each, decoded by the fonts' own tables. Knows what
// our writer's library writes (no object streams, hexadecimal strings) and nothing of the library.
import { inflateSync } from 'node:zlib';

export type Heard = { tag: string; scope: string | null; text: string; children: Heard[] };
export type ReadPdf = {
  title: string;
  lang: string;
  pages: number;
  marked: boolean;
  outline: string[];
  tree: Heard;
  artifacts: string[];
  unbalanced: number;
};

type Stored = { dictionary: string; stream: string | null };
type Marked = { tag: string; mcid: number | null; text: string };

export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const at = (id: string | undefined): Stored => objects.get(id ?? '') ?? { dictionary: '', stream: null };
  const root = at(/\/Root (\d+) 0 R/.exec(bytes.toString('latin1'))?.[1]);
  const info = at(/\/Info (\d+) 0 R/.exec(bytes.toString('latin1'))?.[1]);
  const fonts = new Map<string, Map<string, string>>();
  const decoding = (page: Stored): Map<string, Map<string, string>> => {
    const resources = at(/\/Resources (\d+) 0 R/.exec(page.dictionary)?.[1]).dictionary;
    for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = at(/\/ToUnicode (\d+) 0 R/.exec(at(id).dictionary)?.[1]).stream ?? '';
      if (!fonts.has(name)) fonts.set(name, unicodeOf(table));
    }
    return fonts;
  };
  const pages = new Map(
    [...objects]
      .filter(([, { dictionary }]) => /\/Type \/Page\b(?!s)/.test(dictionary))
      .map(([id, page]) => [
        id,
        markedIn(at(/\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1]).stream ?? '', decoding(page)),
      ]),
  );
  const said = (page: string, mcid: number) => pages.get(page)?.marked.find((one) => one.mcid === mcid)?.text ?? '?';
  const heard = (id: string): Heard => {
    const { dictionary } = at(id);
    const own = /\/Pg (\d+) 0 R/.exec(dictionary.replaceAll(/<<\n\/Type \/MCR[^]*?>>/g, ''))?.[1] ?? '';
    const kids = /\/K \[([^]*?)\]\n?/.exec(dictionary)?.[1] ?? '';
    const children: Heard[] = [];
    let text = '';
    for (const [, page, elsewhere, element, here] of kids.matchAll(
      /<<\s*\/Type \/MCR\s*\/Pg (\d+) 0 R\s*\/MCID (\d+)\s*>>|(\d+) 0 R|(\d+)/g,
    )) {
      if (page !== undefined) text += said(page, Number(elsewhere));
      else if (element !== undefined) children.push(heard(element));
      else text += said(own, Number(here));
    }
    return {
      tag: /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '',
      scope: /\/Scope \/(\w+)/.exec(dictionary)?.[1] ?? null,
      text,
      children,
    };
  };
  const top = at(/\/StructTreeRoot (\d+) 0 R/.exec(root.dictionary)?.[1]);
  const strings = (key: string) =>
    [...objects.values()].flatMap(({ dictionary }) =>
      [...dictionary.matchAll(new RegExp(`/${key} (\\((?:[^\\\\()]|\\\\[^])*\\))`, 'g'))].map(([, text = '']) =>
        stringOf(text),
      ),
    );
  return {
    title: stringOf(at(/\/Title (\d+) 0 R/.exec(info.dictionary)?.[1]).dictionary.trim()),
    lang: /\/Lang \(([^)]*)\)/.exec(root.dictionary)?.[1] ?? '',
    pages: pages.size,
    marked: /\/Marked true/.test(at(/\/MarkInfo (\d+) 0 R/.exec(root.dictionary)?.[1]).dictionary),
    outline: strings('Title'),
    tree: heard(/\/K \[(\d+) 0 R/.exec(top.dictionary)?.[1] ?? ''),
    artifacts: [...pages.values()].flatMap(({ marked }) =>
      marked.filter(({ tag }) => tag === 'Artifact').map(({ text }) => text),
    ),
    unbalanced: [...pages.values()].filter(({ balanced }) => !balanced).length,
  };
}

function objectsOf(bytes: Buffer): Map<string, Stored> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, Stored>();
  for (const found of text.matchAll(/(\d+) 0 obj\n/g)) {
    const from = found.index + found[0].length;
    const end = text.indexOf('endobj', from);
    const stream = text.indexOf('stream\n', from);
    if (stream === -1 || stream > end) objects.set(found[1] ?? '', { dictionary: text.slice(from, end), stream: null });
    else {
      const dictionary = text.slice(from, stream);
      const data = bytes.subarray(stream + 7, stream + 7 + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
      objects.set(found[1] ?? '', {
        dictionary,
        stream: (dictionary.includes('FlateDecode') ? inflateSync(data) : data).toString('latin1'),
      });
    }
  }
  return objects;
}

/** Glyph numbers to letters, as the font's table says. */
function unicodeOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [at, [, code = '']] of [...list.matchAll(/<([\da-f ]+)>/gi)].entries()) {
      const units = (code.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set((Number.parseInt(first, 16) + at).toString(16).padStart(4, '0'), String.fromCharCode(...units));
    }
  }
  return letters;
}

/** What a page draws, by the marks around it, in the order of drawing. */
function markedIn(
  stream: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): { marked: Marked[]; balanced: boolean } {
  const marked: Marked[] = [];
  const open: Marked[] = [];
  let [font, balanced] = ['', true];
  for (const [found, tag, mcid, bare, name, shown] of stream.matchAll(
    /\/(\w+) <<(?:[^>]*?\/MCID (\d+))?[^>]*>> BDC|\/(\w+) BMC|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[((?:<[\da-f]*>|[-\d. ])*)\] TJ/g,
  )) {
    if (found === 'EMC') balanced = open.pop() !== undefined && balanced;
    else if (name !== undefined) font = name;
    else if (shown !== undefined) {
      const glyphs = [...shown.matchAll(/<([\da-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      const text = glyphs.map((glyph) => fonts.get(font)?.get(glyph) ?? '\u2400').join('');
      const inside = open.at(-1);
      if (inside) inside.text += text;
      else marked.push({ tag: 'UNMARKED', mcid: null, text });
    } else {
      const mark = { tag: tag ?? bare ?? '', mcid: mcid === undefined ? null : Number(mcid), text: '' };
      marked.push(mark);
      open.push(mark);
    }
  }
  return { marked, balanced: balanced && open.length === 0 && marked.every(({ tag }) => tag !== 'UNMARKED') };
}

/** A string of a dictionary: in UTF-16 where it begins with its mark. */
function stringOf(written: string): string {
  const raw = written
    .slice(1, -1)
    .replaceAll(
      /\\([nrtbf()\\])/g,
      (_all, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
    );
  if (!raw.startsWith('\u00FE\u00FF')) return raw;
  return Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le');
}
