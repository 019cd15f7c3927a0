// What the code never does, read from the code itself: no text becomes a program, a statement, a pattern or markup; nobody is called who need not be;
// chance is the system's, hashes are sound. Each of these stands behind lines of the checklist (test/asvs).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLog } from '../app/compose';
import { smtpPost } from '../app/mail/connect';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'guide', 'workers'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(?:tsx?|m?js)$/.test(file) && existsSync(file));
const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
const code = files.map((file) => [file, bare(readFileSync(file, 'utf8'))] as const);
/** Files in which the pattern stands. */
const where = (pattern: RegExp, among = code) => among.filter(([, text]) => pattern.test(text)).map(([file]) => file);
/** Texts are sentences: they speak of things that code must not do. The reader of PDF is a process of its own, which speaks to who began it. */
const spoken = code.filter(([file]) => !file.startsWith('app/text/') && file !== 'app/data/documents/pdf/reader.mjs');

describe('the code', () => {
  it('is seen by this test', () => {
    expect(files.length).toBeGreaterThan(800);
    expect(where(/createHash\('sha256'\)/).length).toBeGreaterThan(5);
  });

  it('runs nothing that it made out of text', () => {
    expect(where(/\beval\(|new Function\(|node:vm['"]|setTimeout\(\s*['"`]|import\([^'")]*\+/, spoken)).toEqual([]);
    // Programs get their words one by one, never through a shell.
    expect(where(/\bexecSync\(|\bexec\(\s*['"`]|shell:\s*true/, spoken)).toEqual([]);
  });

  it('asks the database by values apart from words', () => {
    expect(where(/RawUnsafe|Prisma\.raw\(|\bsql\.raw\(/)).toEqual([]);
    // What stands between the words of a statement is words of ours; what was sent goes as $1.
    const sent =
      /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^`]*\$\{(?:input|raw|read\.value|typed|query|params|request)\b/;
    expect(where(sent)).toEqual([]);
  });

  it('makes no pattern out of what was sent', () => {
    expect(where(/new RegExp\([^)]*(?:input|typed|query|asked|searchParams|read\.value|params)\b/)).toEqual([]);
  });

  it('puts words into pages as words', () => {
    expect(
      where(/\b(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write|createContextualFragment/, spoken),
    ).toEqual([]);
  });

  it('listens to no other window and opens no lines of its own', () => {
    expect(
      where(
        /\bpostMessage\(|addEventListener\(\s*['"]message['"]|\bWebSocket\b|EventSource\b|RTCPeerConnection/,
        spoken,
      ),
    ).toEqual([]);
  });

  it('calls nobody but whom it has to', () => {
    const calls = where(
      /(?<![.\w])fetch\(|\b(?:https?|net|tls)\.(?:request|get|connect)\(|from 'node:(?:dgram|http2)'/,
      spoken,
    );
    const KNOWN = [
      // Scripts in the browser, to this site alone: the policy lets them call nobody else.
      ...['app/ui/comfort.js', 'app/ui/credential.js', 'app/ui/passkey.js'],
      // Commands of whoever checks published files, at the address that they give.
      ...['app/data/register/open.ts', 'app/data/dump/read.ts'],
      // The embedded database, by its socket.
      'app/data/embedded/postmaster.ts',
      // Who looks files through, where whoever runs the house names one.
      'app/data/scanner.ts',
      // Webhooks, after the address was looked at.
      'app/data/webhooks/outward.ts',
    ];
    expect(calls.filter((file) => !KNOWN.includes(file))).toEqual([]);
  });

  it('takes chance from the system, and breaks no hash or cipher', () => {
    expect(where(/\bMath\.random\b/)).toEqual([]);
    expect(where(/createHash\(\s*['"](?:md\d|sha1|ripemd)|createHmac\(\s*['"](?:md\d|sha1)/i)).toEqual([]);
    const ciphers = code.flatMap(([, text]) =>
      [...text.matchAll(/create(?:Cipher|Decipher)iv\(\s*'([^']+)'/g)].map(([, name]) => name),
    );
    expect(new Set(ciphers)).toEqual(new Set(['aes-256-gcm', 'aes-256-ctr']));
    expect(where(/\bRSA_PKCS1_PADDING\b|createCipher\(|-(?:ecb|cbc)\b/i, spoken)).toEqual([]);
    expect(where(/\brandomBytes\(/)).toEqual(expect.arrayContaining(['app/data/secret.ts', 'app/data/totp.ts']));
  });

  it('asks for passwords unseen, and lets programs fill them in', () => {
    const fields = code.flatMap(([file, text]) =>
      [...text.matchAll(/name(?:=|: )['"](?:password|current)['"]/g)].map(
        ({ index }) => [file, text.slice(index - 200, index + 300)] as const,
      ),
    );
    expect(fields.length).toBeGreaterThan(4);
    for (const [file, around] of fields) {
      expect(around, file).toMatch(/type(?:=|: )['"]password['"]/);
      expect(around, file).toMatch(/autoComplete(?:=|: )(?:['"]|\{)/);
    }
    for (const [file, around] of fields) expect(around, file).not.toMatch(/autoComplete(?:=|: )['"]off['"]/);
    expect(where(/onPaste|addEventListener\(\s*['"]paste/)).toEqual([]);
  });

  it('lets no password grow old', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const person = /model Person \{[\s\S]*?\n\}/.exec(schema)?.[0] ?? '';
    expect(person).toMatch(/passwordHash/);
    expect(person).not.toMatch(/password(?:Set|Changed|Expires|Until|At)\b|hint|question/i);
  });

  it('opens sessions at the ways in that are written down, and nowhere else', () => {
    const WAYS = ['enter-by-passkey', 'give-code', 'sign-in', 'take-invitation', 'take-link'];
    expect(
      where(/\bopenSession\(/)
        .filter((file) => file !== 'app/data/sessions.ts')
        .sort(),
    ).toEqual(WAYS.map((way) => `app/commands/accounts/${way}.ts`));
    expect(where(/\bsession\.create(?:Many)?\(|INSERT INTO "Session"/)).toEqual(['app/data/sessions.ts']);
    expect(where(/\bviewerOf\(/).sort()).toEqual([
      'app/pages/accounts/enter.ts',
      'app/queries/viewer.ts',
      'app/server.ts',
    ]);
    const written = readFileSync('app/SECURITY.md', 'utf8');
    for (const way of WAYS.filter((name) => name !== 'give-code')) expect(written).toContain(way);
  });

  it('checks the certificates of whom it talks to', () => {
    expect(
      where(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|sslmode=(?:no-verify|disable)/),
    ).toEqual([]);
    expect(smtpPost('smtps://127.0.0.1:1', 'Kenes <a@kenes.test>')).toBeDefined();
  });

  it('holds no secret', () => {
    const all = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => file && existsSync(file));
    const keys = all.filter(
      (file) =>
        !/\.(?:png|woff2|ico)$/.test(file) &&
        new RegExp('-----BEGIN ' + '[A-Z ]*PRIVATE KEY-----\\s+[\\w+/=]{20}').test(readFileSync(file, 'utf8')),
    );
    expect(keys).toEqual([]);
    expect(all.filter((file) => /(?:^|\/)\.env(?:\.|$)|\.(?:pem|key|p12|pfx)$/.test(file))).toEqual([]);
    expect(where(/(?:postgres(?:ql)?|rediss?|smtps?):\/\/\w+:[^$@\s'"`]{3,}@/, spoken)).toEqual([]);
  });

  it('lets no row of the database reach a page whole', () => {
    // Pages have no way to the database: they get views (test/rules), and views name each field.
    const pages = spoken.filter(([file]) => /^app\/(?:pages|ui)\//.test(file));
    expect(where(/\bdb\.prisma\b|\bpool\.query\b|prisma\/generated/, pages)).toEqual([]);
    expect(where(/include:\s*\{[^}]*person:\s*true/)).toEqual([]);
  });

  it('writes no log beside the one that is written down', () => {
    const talking = where(
      /\bconsole\.\w+\(|process\.std(?:out|err)\.write/,
      spoken.filter(([file]) => !file.startsWith('app/ui/')),
    );
    // Commands that people run, and the launcher, speak to whoever started them.
    expect(talking.filter((file) => !/^(?:app|guide)\/[\w-]+\.m?[tj]s$/.test(file))).toEqual([]);
  });
});

describe('the log', () => {
  it('logs lines of JSON with their moment, and personal fields out of them', () => {
    const script = `import { openLog } from './app/compose';
      openLog('info').info({ email: 'a@b.kz', person: { iin: '900101400123' }, said: 'one\\nlevel: 60' }, 'a\\nb');`;
    const said = execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', '-e', script], { encoding: 'utf8' });
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(Math.abs(Number(line.time) - Date.now())).toBeLessThan(60_000);
    expect(line).toMatchObject({
      email: '[Redacted]',
      person: { iin: '[Redacted]' },
      said: 'one\nlevel: 60',
      msg: 'a\nb',
    });
    expect(openLog('silent')).toBeDefined();
  });
});
