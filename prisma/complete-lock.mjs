// Completes package-lock.json for platforms whose packages the registry at hand does not carry: npm then leaves them out of the
// lock, and `npm ci` refuses it elsewhere and here. Run after every `npm install`: `node prisma/complete-lock.mjs`.
import fs from 'node:fs';

const FILE = 'package-lock.json';
/** Parts of package names that say for which system, processor and C library a package is built. */
const SYSTEMS = {
  ...{
    darwin: 'darwin',
    linux: 'linux',
    linuxmusl: 'linux',
    win32: 'win32',
    windows: 'win32',
    freebsd: 'freebsd',
    openbsd: 'openbsd',
  },
  ...{
    netbsd: 'netbsd',
    android: 'android',
    androideabi: 'android',
    sunos: 'sunos',
    aix: 'aix',
    openharmony: 'openharmony',
  },
};
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'armhf',
];

const lock = JSON.parse(fs.readFileSync(FILE, 'utf8'));
const { packages } = lock;

/** Whether the package at `from` finds `name` in its own node_modules or in one above. */
function finds(from, name) {
  for (
    let folder = from;
    ;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
  ) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const added = [];
for (const [from, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (finds(from, name)) continue;
    const parts = name.split(/[/-]/);
    const os = parts.map((part) => SYSTEMS[part]).find(Boolean);
    const cpu =
      parts.find((part) => PROCESSORS.includes(part)) ?? (/armv7|gnueabihf|eabi/.test(name) ? 'arm' : undefined);
    const musl = name.includes('musl');
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~>=]+/, ''),
      ...(dev && { dev: true }),
      ...(cpu && { cpu: [cpu] }),
      ...(musl && { libc: ['musl'] }),
      optional: true,
      ...(os && { os: [os] }),
    };
    added.push(name);
    if (os === process.platform && cpu === process.arch && !musl)
      console.log(`${name} is for this very platform: install it first`);
    if (!os) console.log(`${name} names no system: look at it`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}`);
