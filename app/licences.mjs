#!/usr/bin/env node
// npm run licences: what a running Kenes is made of, each package with its version and licence, out of package-lock.json. Fails where a licence
// is not one of those that are allowed. With --write it writes the list to app/public/licences.txt, which the site serves.
// Plain JavaScript without a dependency.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Licences (SPDX) under which one may use, change and pass on with naming; of two that are offered one is enough. */
export const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'OFL-1.1', 'PostgreSQL', 'Zlib', 'MPL-2.0', 'EUPL-1.2', 'Artistic-2.0'],
]);

/** What their authors say in a file LICENSE alone, or for another system of the same package. Looked up by hand. */
const READ = new Map([
  ['png-js', 'MIT'],
  ['@msgpackr-extract/', 'MIT'],
]);
const readOf = (name) =>
  [...READ].find(([known]) => name === known || (known.endsWith('/') && name.startsWith(known)))?.[1];

/** Whether an SPDX expression can be met with the allowed licences alone. */
export function isAllowed(expression) {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(text)) return text.split(' OR ').some(isAllowed);
  if (/ AND /.test(text)) return text.split(' AND ').every(isAllowed);
  return ALLOWED.has(text.trim());
}

/** Packages that run, once each: name, version, licence as its author states it, and whether its hash is known. Of parts for other systems, which no registry at hand has, it is not. */
export function runtimePackages(root = '.') {
  const { packages } = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'));
  const found = new Map();
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.dev || entry.devOptional) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const own = `${root}/${place}/package.json`;
    const told = existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : {};
    const stated = entry.license ?? told.license ?? told.licenses?.[0];
    const licence = (typeof stated === 'string' ? stated : stated?.type) ?? readOf(name) ?? 'UNKNOWN';
    found.set(`${name}@${entry.version}`, {
      name,
      version: entry.version,
      licence,
      hashed: Boolean(entry.integrity ?? (entry.optional && entry.os)),
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The list as people read it. */
export const listOf = (all) =>
  `What a running Kenes is made of: ${all.length} packages, each with its version and the licence that its author states.\n\n` +
  all.map(({ name, version, licence }) => `${name} ${version}: ${licence}\n`).join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = runtimePackages();
  const list = listOf(all);
  if (process.argv.includes('--write')) writeFileSync('app/public/licences.txt', list);
  else process.stdout.write(list);
  const wrong = all.filter(({ licence }) => !isAllowed(licence));
  for (const { name, version, licence } of wrong) console.error(`Not allowed: ${name} ${version} (${licence})`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
