// Every command that somebody sends by a form or the API counts what its sender does: it calls `limited` or counts attempts itself, or
// stands in the list below with the reason why it needs no limit. Read from the folder of commands: a new one is held by being there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const FOLDER = 'app/commands';

/** Commands without a limit, by file and name, each with why. */
const NEED_NONE: Record<string, string> = {
  'drafts/drop dropDraft': 'takes one’s own draft away; keeping one is counted',
  'files/continue-upload continueUpload':
    'goes on with an upload that was counted when it began, up to the size that it named',
  'files/continue-upload uploadedSoFar': 'reads how far an upload of one’s own has come',
  'follows/unfollow unfollow': 'takes away a row of one’s own that was counted when it was made',
  'letters/mute unmute': 'takes away a row of one’s own that was counted when it was made',
  'letters/read readLetters':
    'marks letters that are there as read; nobody is told, and a full letterbox is read in a minute',
  'searches/drop dropSearch': 'takes away a row of one’s own that was counted when it was made',
  'searches/see seeSearch': 'marks a search that is there as seen',
  'waves/take-right takeRight':
    'a right is taken once; a count would say at which hour who took theirs, which nothing may',
  'waves/take-right takeRightWithoutScripts':
    'a right is taken once; a count would say at which hour who took theirs, which nothing may',
};

type Part = { names: Set<string>; isCommand: boolean };
type Source = { parts: Map<string, Part>; imports: Map<string, { file: string; name: string }> };

const sources = new Map<string, Source>(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), partsOf(file, readFileSync(`${FOLDER}/${file}`, 'utf8'))]),
);

function partsOf(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const parts: Source['parts'] = new Map();
  const imports: Source['imports'] = new Map();
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = path.join(FOLDER, path.dirname(file), (statement.moduleSpecifier as ts.StringLiteral).text);
      const named = statement.importClause?.namedBindings;
      if (named && ts.isNamedImports(named))
        for (const { name, propertyName } of named.elements)
          imports.set(name.text, { file: path.relative(FOLDER, from), name: (propertyName ?? name).text });
    }
    if (ts.isFunctionDeclaration(statement) && statement.name) parts.set(statement.name.text, partOf(statement));
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) parts.set(name.text, partOf(statement));
  }
  return { parts, imports };
}

function partOf(node: ts.Node): Part {
  const names = new Set<string>();
  const visit = (at: ts.Node): void => {
    if (ts.isCallExpression(at) && ts.isIdentifier(at.expression)) names.add(at.expression.text);
    ts.forEachChild(at, visit);
  };
  visit(node);
  const text = node.getText();
  return { names, isCommand: /^export [^{]*?\(\s*world: World,\s*viewer: Viewer \| null\b/.test(text) };
}

/** Whether a function comes to the counting of attempts, itself or through what it calls. */
function counts(file: string, name: string, seen = new Set<string>()): boolean {
  if (file === '../data/attempts') return name === 'attempt';
  const at = `${file} ${name}`;
  const source = sources.get(file);
  const part = source?.parts.get(name);
  if (!source || !part || seen.has(at)) return false;
  seen.add(at);
  return [...part.names].some((called) => {
    if (source.parts.has(called)) return counts(file, called, seen);
    const other = source.imports.get(called);
    return other !== undefined && counts(other.file, other.name, seen);
  });
}

const commands = [...sources].flatMap(([file, { parts }]) =>
  [...parts].filter(([, { isCommand }]) => isCommand).map(([name]) => ({ file, name, at: `${file} ${name}` })),
);

describe('a command that a person sends', () => {
  it('is limited, or is listed with the reason why it is not', () => {
    expect(commands.length).toBeGreaterThan(100);
    const without = commands.filter(({ file, name }) => !counts(file, name)).map(({ at }) => at);
    expect(without.toSorted()).toEqual(Object.keys(NEED_NONE).toSorted());
  });

  it.each([
    ['a call', 'limited(world, viewer, "act", () => work())', true],
    ['a call of what is limited', 'limitedHere(world)', true],
    ['no call', 'work()', false],
    ['a name that is not called', 'work(limited)', false],
  ])('is read as it is written: %s', (_how, call, expected) => {
    const text = `import { limited } from '../limited';
      const limitedHere = (world: World) => limited(world, null, 'act', work);
      export async function send(world: World, viewer: Viewer | null, raw: unknown) { return ${call}; }`;
    sources.set('folder/written', partsOf('folder/written.ts', text));
    expect(sources.get('folder/written')?.parts.get('send')?.isCommand).toBe(true);
    expect(counts('folder/written', 'send')).toBe(expected);
    sources.delete('folder/written');
  });
});
