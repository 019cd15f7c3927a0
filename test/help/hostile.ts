// What somebody may send who means no good, or pasted from somewhere: every text is either refused or kept as it is; none breaks a page.

/** Short texts, each an attack of its own. None holds what a form can't carry. */
export const HOSTILE_TEXTS = {
  control: 'a\u0001\u0008\u001b[31m\u007fb',
  nul: 'a\u0000b',
  rightToLeft: 'invoice\u202Efdp.exe\u2066\u2069',
  zeroWidth: 'a\u200b\u200d\ufeff\u2060b',
  combining: `e${'\u0301'.repeat(200)}`,
  emoji: '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}\u{1F1F0}\u{1F1FF}',
  loneSurrogate: 'a\ud83db',
  sql: `'); DROP TABLE "Person"; --`,
  sqlWild: `%_\\' OR 1=1 /*`,
  script: '<script>alert(1)</script>',
  attribute: `"><img src=x onerror=alert(1)> '><svg/onload=alert(1)>`,
  template: '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  link: '[x](javascript:alert(1)) <a href="javascript:alert(1)">x</a>',
  header: 'a\r\nSet-Cookie: kenes_session=stolen\r\n\r\n<h1>',
  proto: '__proto__',
  constructor: 'constructor',
  path: '../../../../etc/passwd',
  escaped: '%00%2e%2e%2f%ff&#0;&lt;script&gt;',
  far: '9999-12-31',
  noDay: '2026-02-31',
  huge: '9'.repeat(400),
  exponent: '1e309',
  minus: '-1',
  notANumber: 'NaN',
  json: '{"__proto__":{"role":"administrator"}}',
  foreign: '//elsewhere.example/\\elsewhere.example',
  digits: '\u0661\u0662\u0663',
  tsquery: `a & !b | (c <-> d):*'`,
  uuid: '01900000-0000-7000-8000-000000000000',
  place: '999999999999999_01900000-0000-7000-8000-000000000000',
  farPlace: '99999999999999999999_01900000-0000-7000-8000-000000000000',
  line: 'x'.repeat(5_000),
} as const;

/** All short ones in one line, where they do not end what comes after. */
export const MIXED = Object.values(HOSTILE_TEXTS)
  .filter((text) => text.length < 90)
  .join(' ');

export const MEGABYTE = 'Ә<b>'.repeat(209_716);

/** Other things than text in its place, as a program may send them. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  2 ** 53,
  1.5,
  [],
  {},
  ['a', 'b'],
  [['a']],
  { a: { b: 'c' } },
  JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}'),
  Array.from({ length: 2_000 }, () => 'x'),
];

/** Whether anything was hung onto every object there is. */
export const polluted = (): boolean => 'polluted' in {};

/** Marks of a text that was put into a page as markup: React writes "<" as "&lt;", in text and in attributes. */
const RAW = [/<script>alert/i, /<img src=x/i, /<svg\/onload/i, /href="javascript:/i];
export const rawIn = (html: string): string[] => RAW.filter((mark) => mark.test(html)).map(String);
