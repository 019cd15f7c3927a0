// The checklist of OWASP ASVS 5.0.0, levels 1 and 2 (test/asvs/*.yaml): every requirement stands there once; what is called met names a test that is there,
// or a place in the code with the reason why no test can show it; what is not met, or only partly, says why. The page /en/security tells the counts.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { textFor } from '../app/text';

const proof = z.union([
  /** A test by its file and title. */
  z.strictObject({ file: z.string(), name: z.string() }),
  /** A place in the code or in a document. */
  z.strictObject({ code: z.string(), says: z.string().min(4) }),
]);
const line = z.strictObject({
  id: z.string().regex(/^V\d+\.\d+\.\d+$/),
  /** In our own words. */
  asks: z.string().min(8).max(140),
  status: z.enum(['met', 'partly', 'not_met', 'not_applicable']),
  proofs: z.array(proof).default([]),
  reason: z.string().min(10).optional(),
});
const chapter = z.strictObject({ chapter: z.string(), title: z.string(), lines: z.array(line) });
const edition = z.strictObject({
  edition: z.string(),
  sections: z.record(z.string(), z.partialRecord(z.enum(['1', '2']), z.array(z.number()))),
});

const folder = 'test/asvs';
const read = (file: string): unknown => parse(readFileSync(`${folder}/${file}`, 'utf8'));
const { sections } = edition.parse(read('edition.yaml'));
const wanted = Object.entries(sections).flatMap(([section, levels]) =>
  Object.values(levels).flatMap((numbers) => numbers.map((number) => `${section}.${number}`)),
);
const chapters = readdirSync(folder)
  .filter((file) => /^v\d+\.yaml$/.test(file))
  .map((file) => chapter.parse(read(file)));
const lines = chapters.flatMap((one) => one.lines);

/** The titles of a file's tests and of what they stand in. */
const titles = new Map<string, Set<string>>();
function titlesIn(file: string): Set<string> {
  const known = titles.get(file);
  if (known) return known;
  const found = new Set<string>();
  const root = (node: ts.Expression): string =>
    ts.isIdentifier(node)
      ? node.text
      : ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)
        ? root(node.expression)
        : '';
  const visit = (node: ts.Node): void => {
    const [title] =
      ts.isCallExpression(node) && ['it', 'describe'].includes(root(node.expression)) ? node.arguments : [];
    if (title && ts.isStringLiteralLike(title)) found.add(title.text);
    ts.forEachChild(node, visit);
  };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  if (existsSync(file))
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false, kind));
  titles.set(file, found);
  return found;
}

describe('the checklist', () => {
  it('has every requirement of both levels once, and no other', () => {
    expect(wanted).toHaveLength(253);
    expect(lines.map(({ id }) => id).sort()).toEqual([...wanted].sort());
    for (const { chapter: name, lines: own } of chapters)
      expect(own.filter(({ id }) => !id.startsWith(`${name}.`))).toEqual([]);
  });

  it('names tests that are there, and places that say what they should', () => {
    const missing = lines.flatMap(({ id, proofs }) =>
      proofs.flatMap((one) => {
        if ('file' in one) return titlesIn(one.file).has(one.name) ? [] : [`${id}: ${one.file}: ${one.name}`];
        return existsSync(one.code) && readFileSync(one.code, 'utf8').includes(one.says)
          ? []
          : [`${id}: ${one.code}: ${one.says}`];
      }),
    );
    expect(missing).toEqual([]);
    expect(titlesIn('test/asvs.test.ts')).toContain('names tests that are there, and places that say what they should');
    expect(titlesIn('test/nothing.test.ts').size).toBe(0);
  });

  it('proves what it calls met, and gives the reason for everything else', () => {
    const bare = lines.filter(({ status, proofs, reason }) =>
      status === 'met' ? !proofs.some((one) => 'file' in one) && !(proofs.length > 0 && reason) : reason === undefined,
    );
    expect(bare.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
  });

  it('names only tests that a runner runs', () => {
    const named = new Set(lines.flatMap(({ proofs }) => proofs.flatMap((one) => ('file' in one ? [one.file] : []))));
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'test'], {
      encoding: 'utf8',
    });
    for (const file of named) expect(tracked.split('\n'), file).toContain(file);
  });

  it('is counted on the public page as it stands here', () => {
    const count = (status: string) => lines.filter((one) => one.status === status).length;
    const counts = [count('met'), count('partly'), count('not_met'), count('not_applicable')];
    for (const locale of ['kk', 'ru', 'en'] as const)
      expect([...textFor(locale).security.checklist.counts.matchAll(/\d+/g)].map(Number), locale).toEqual(counts);
  });
});
