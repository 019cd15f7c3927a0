// What a running Kenes is made of: every package known by name, version, licence and hash, and no licence that would bind whoever uses Kenes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAllowed, listOf, runtimePackages } from '../app/licences.mjs';

const all = runtimePackages();

describe('the packages that run', () => {
  it('lists every package that runs, once, with its version', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies))
      expect(all, name).toContainEqual(expect.objectContaining({ name, version }));
    expect(new Set(all.map(({ name, version }) => `${name} ${version}`)).size).toBe(all.length);
  });

  it('have licences that are allowed', () => {
    expect(all.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('takes every package from the registry with its hash', () => {
    expect(all.filter(({ hashed }) => !hashed).map(({ name }) => name)).toEqual([]);
  });

  it('are published as they are: npm run licences -- --write after a change', () => {
    expect(readFileSync('app/public/licences.txt', 'utf8')).toBe(listOf(all));
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(BSD-2-Clause OR GPL-2.0-only)', true],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0-only', false],
    ['AGPL-3.0', false],
    ['UNKNOWN', false],
  ])('%s may be used: %s', (licence, may) => {
    expect(isAllowed(licence)).toBe(may);
  });
});
