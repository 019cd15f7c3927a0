// The rules of the house, executed: who may import whom, no circles (types included), a pure core, one reader of the environment,
// files that answer one question, and texts complete by type. A broken rule names the file and what it took.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'guide', 'workers', 'prisma'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(file));
const source = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
const importsOf = (file: string): string[] =>
  [...code(source.get(file) ?? '').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const resolved = (from: string, name: string): string | null => {
  if (!name.startsWith('.')) return null;
  const base = path.join(path.dirname(from), name.replace(/\?.*$/, ''));
  const candidates = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    `${base}.mjs`,
    path.join(base, 'index.ts'),
    path.join(base, 'index.tsx'),
  ];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? base;
};
const own = (file: string): string[] => importsOf(file).flatMap((name) => resolved(file, name) ?? []);

/** The room of a file: the folder that the design names, or the file itself for the front rooms. */
const roomOf = (file: string): string => {
  const [top, second, ...rest] = file.split('/');
  if (top !== 'app') return top ?? file;
  return rest.length > 0 ? (second ?? file) : (second ?? '').replace(/\.(ts|tsx|mjs)$/, '');
};

/** Who may import whom, as in the design; `world` is taken as a type, `guide` by core as types and ids. */
const MAY: Record<string, readonly string[]> = {
  guide: ['guide'],
  core: ['core', 'guide'],
  text: ['text'],
  data: ['data', 'core', 'prisma', 'world', 'guide', 'lock'],
  world: ['data', 'core', 'guide'],
  commands: ['commands', 'core', 'data', 'world', 'guide'],
  queries: ['queries', 'core', 'data', 'world', 'guide'],
  mail: ['mail', 'core', 'text', 'world', 'guide'],
  papers: ['papers', 'core', 'text', 'world', 'guide'],
  ui: ['ui', 'core', 'text'],
  pages: ['pages', 'commands', 'queries', 'papers', 'ui', 'text', 'core', 'world', 'guide', 'data'],
  workers: ['workers', 'commands', 'queries', 'papers', 'data', 'mail', 'core', 'world', 'guide', 'text'],
  'micro-cache': ['answer', 'render'],
  answer: ['render'],
  render: ['entry.server'],
  config: [],
  routes: [],
  root: ['ui', 'text'],
  'entry.server': ['told', 'core'],
  compose: ['guide', 'data', 'mail', 'core', 'world'],
  'open-files': [],
  told: ['world'],
  doors: [],
  askable: ['answer'],
  'security-text': ['world'],
  server: [
    'doors',
    'askable',
    'security-text',
    'told',
    'answer',
    'render',
    'queries',
    'text',
    'core',
    'world',
    'micro-cache',
    'open-files',
    'data',
  ],
  metrics: ['queries', 'world'],
  inbound: ['core', 'data', 'queries', 'world'],
  start: [
    'inbound',
    'metrics',
    'compose',
    'config',
    'server',
    'workers',
    'world',
    'data',
    'guide',
    'commands',
    'prisma',
    'core',
  ],
  script: ['compose', 'config', 'data', 'world'],
  verify: ['script', 'data'],
  dump: ['script', 'commands', 'text'],
  register: ['script', 'commands'],
  sessions: ['script', 'commands'],
  backup: ['script', 'data'],
  restore: ['script', 'data', 'world'],
  recompute: ['script', 'data'],
  why: ['guide', 'core', 'why-case'],
  'why-case': ['core', 'data', 'script'],
  correction: ['script', 'commands', 'core', 'data'],
  launch: ['prepare', 'lock'],
  prepare: ['lock'],
  lock: [],
  prisma: ['prisma', 'commands', 'core', 'data', 'world', 'workers', 'guide', 'script', 'compose', 'lock', 'config'],
};
/** What pages may take of the data room: only what the file store accepts. The guide's checker runs worked examples by core. */
const EXCEPTIONS: readonly (readonly [from: RegExp, to: RegExp])[] = [
  [/^guide\/check\.ts$/, /^app\/core\//],
  [/^prisma\//, /^prisma\/generated\//],
];

describe('who may import whom', () => {
  it('every import goes where the design allows', () => {
    const broken = files.flatMap((file) =>
      own(file)
        .filter((to) => roomOf(to) !== roomOf(file) || roomOf(file) === 'pages')
        .filter((to) => !(MAY[roomOf(file)] ?? []).includes(roomOf(to)))
        .filter((to) => !EXCEPTIONS.some(([from, target]) => from.test(file) && target.test(to)))
        .map((to) => `${file} -> ${to}`),
    );
    expect(broken).toEqual([]);
    expect(files.flatMap(own).length, 'the reader of imports sees the house').toBeGreaterThan(300);
  });

  it('core takes nothing from outside but zod; the guide nothing but zod, yaml and files', () => {
    const outside = files
      .filter((file) => roomOf(file) === 'core' || roomOf(file) === 'guide')
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !name.startsWith('.'))
          .map((name) => [file, name] as const),
      )
      .filter(
        ([file, name]) =>
          !(
            roomOf(file) === 'core' ? ['zod'] : ['zod', 'yaml', 'node:fs', 'node:path', 'node:crypto', 'node:url']
          ).includes(name),
      );
    expect(outside).toEqual([]);
  });

  it('there are no circles, not even of types', () => {
    const graph = new Map(files.map((file) => [file, own(file).filter((to) => source.has(to))]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) return void circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      if (done.has(file)) return;
      for (const to of graph.get(file) ?? []) visit(to, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('nobody imports the front door, the web, the workers or a page but the front door itself, the seed and the site map', () => {
    const taken = files.flatMap((file) =>
      own(file)
        .filter(
          (to) =>
            ['start', 'server', 'launch'].includes(roomOf(to)) || roomOf(to) === 'workers' || roomOf(to) === 'pages',
        )
        .filter((to) => roomOf(to) !== roomOf(file) && !['start', 'prisma'].includes(roomOf(file)))
        .map((to) => `${file} -> ${to}`),
    );
    expect(taken).toEqual([]);
  });

  it('a route module never imports a route module, and a command never calls a command of another noun', () => {
    const routes = [...(source.get('app/routes.ts') ?? '').matchAll(/(?:page|resource)\('[^']*', '([^']+)'\)/g)].map(
      (match) => `app/pages/${match[1]}`,
    );
    const isRoute = (file: string) => routes.includes(file.replace(/\.tsx?$/, ''));
    expect(routes.length).toBeGreaterThan(20);
    expect(
      files.filter(isRoute).flatMap((file) =>
        own(file)
          .filter(isRoute)
          .map((to) => `${file} -> ${to}`),
      ),
    ).toEqual([]);
  });
});

describe('a pure core', () => {
  const core = files.filter((file) => roomOf(file) === 'core');
  it.each([
    ['await', /\bawait\b/],
    ['new Date(', /\bnew Date\(/],
    ['Date.now', /\bDate\.now\b/],
    ['process.', /\bprocess\./],
    ['node: imports', /['"]node:/],
    ['chance', /\bMath\.random\b/],
  ] as const)('knows no %s', (_name, pattern) => {
    expect(core.filter((file) => pattern.test(code(source.get(file) ?? '')))).toEqual([]);
  });
});

describe('manners', () => {
  it('only the configuration reads the environment, and the launcher before anything is installed', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(code(source.get(file) ?? '')));
    expect(readers.filter((file) => !['app/config.ts', 'app/launch.mjs', 'app/prepare.mjs'].includes(file))).toEqual(
      [],
    );
  });

  it('no file answers more than one question: none above 300 lines but data and texts', () => {
    const exempt = /^app\/text\/|^prisma\/(stories|country|generated)|^guide\/schema\.ts$|^guide\/ids\.ts$/;
    const long = files
      .filter((file) => !exempt.test(file))
      .map((file) => [file, (source.get(file) ?? '').split('\n').length] as const);
    expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
  });

  it('every file says at its top what it answers', () => {
    expect(files.filter((file) => !/^(#!.*\n)?(\/\/|\/\*)/.test(source.get(file) ?? ''))).toEqual([]);
  });

  it('no escape from types, no unfinished work, no style attributes, no scripts in the page', () => {
    // Letters carry their style with them: mail programs know no stylesheet.
    const styled = files.filter((file) => !file.startsWith('app/mail/') && /\sstyle=\{/.test(source.get(file) ?? ''));
    expect(styled).toEqual([]);
    const unfinished = files.filter((file) =>
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)/.test(source.get(file) ?? ''),
    );
    expect(unfinished).toEqual([]);
    const forbidden = [/\bas any\b|:\s*any\b/, /<Scripts\b/, /\bvi\.mock\(/];
    const found = files.flatMap((file) =>
      forbidden.filter((pattern) => pattern.test(code(source.get(file) ?? ''))).map((pattern) => `${file}: ${pattern}`),
    );
    expect(found).toEqual([]);
    // HTML put as it is: only what React itself drew before, and clauses as they were rendered when their version was taken.
    const raw = files.filter((file) => (source.get(file) ?? '').includes('dangerouslySetInnerHTML'));
    expect(raw).toEqual(['app/ui/clause-text.tsx', 'app/ui/drawn.tsx']);
  });

  it('a number of the law stands only in the guide: no core or command compares with one', () => {
    const suspicious = files
      .filter((file) => ['core', 'commands'].includes(roomOf(file)))
      .filter((file) =>
        /(workingDays|calendarDays|term)\w*\s*(=|:|>=?|<=?)\s*(3|5|10|15|20)\b/.test(code(source.get(file) ?? '')),
      );
    expect(suspicious).toEqual([]);
  });

  it('the repository names no machine, registry or temporary place', () => {
    const all = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => file && !/\.(woff2|png|svg|ico)$/.test(file) && existsSync(file));
    const telltale = new RegExp(
      ['/wo' + 'rk/', 'registry\\.(npm|yarn)' + 'js', '\\.lib' + 'rary/', 'farm-' + 'studio'].join('|'),
    );
    expect(all.filter((file) => telltale.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
