// Reads a letter that came in: who it says it is from, its words in whatever alphabet, its attachments, and what a program says of itself in
// its head. Believes nothing of it. Called by the job receive; throws where it is no letter, or one made to choke a reader.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { automaticSign, type Heads } from '../core/automatic';
import { reportIn, reportInWords, type Report } from '../core/bounce';
import { ownWords } from '../core/quoted';
import { storableText } from '../core/storable';

/** `bytes`: as decoded. */
export type IncomingFile = { name: string; bytes: Buffer };
export type IncomingMail = {
  /** In small letters; null where it names none, or several. */
  from: string | null;
  subject: string;
  /** Its sender's own words, and all there are. */
  text: string;
  whole: string;
  messageId: string | null;
  files: IncomingFile[];
  /** By which sign a program wrote it; null for people. */
  automatic: string | null;
  /** What a mail server reports; null where it is no report. */
  report: Report | null;
};

const OPTIONS = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  checksumAlgo: false,
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
  keepCidLinks: true,
  maxHtmlLengthToParse: 2_000_000,
  maxChildNodes: 3000,
} as const;
/** Characters kept of a subject, of its own words and of all. */
const KEPT = { subject: 300, text: 20_000, whole: 200_000 } as const;
/** Bytes from which a picture within the text is an attachment; smaller ones are marks and signatures. */
const PICTURE = 20_000;

export async function readMail(raw: Readable, { envelope }: { envelope: string }): Promise<IncomingMail> {
  const mail = await simpleParser(knownAlphabets(await buffer(raw)), OPTIONS);
  const subject = oneLine(mail.subject ?? '').slice(0, KEPT.subject);
  const from = senderOf(mail);
  const whole = storableText(mail.text ?? '').slice(0, KEPT.whole);
  return {
    from,
    subject,
    text: ownWords(whole).slice(0, KEPT.text),
    whole: whole.trim(),
    messageId: mail.messageId ? mail.messageId.slice(0, 1000) : null,
    files: filesOf(mail),
    automatic: automaticSign(headsOf(mail), { envelope, subject }),
    report: reportOf(mail.attachments) ?? reportInWords({ envelope, from, text: whole }),
  };
}

/** Names of the Kazakh alphabet that the parser knows under another one. */
const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/(charset\s*=\s*"?|=\?)(kz-?1048|rk-1048)(?=["?;\s])/gi, '$1rk1048'],
  [/(charset\s*=\s*"?|=\?)(ptcp154|cp154|cyrillic-asian)(?=["?;\s])/gi, '$1pt154'],
];

function knownAlphabets(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const found = ALPHABETS.filter(([name]) => text.search(name) >= 0);
  if (found.length === 0) return raw;
  return Buffer.from(
    found.reduce((said, [name, known]) => said.replace(name, known), text),
    'latin1',
  );
}

const oneLine = (text: string): string => storableText(text).replaceAll(/\s+/g, ' ').trim();

function senderOf({ from }: ParsedMail): string | null {
  const [only, ...others] = from?.value ?? [];
  return only?.address && others.length === 0 ? only.address.trim().toLowerCase().slice(0, 320) : null;
}

const filesOf = ({ attachments }: ParsedMail): IncomingFile[] =>
  attachments
    .filter(({ related, content }) => !(related && content.length < PICTURE))
    .map(({ filename, contentType, content }, index) => ({
      name: oneLine(filename ?? `${index + 1}.${contentType.split('/').at(-1) ?? 'bin'}`),
      bytes: content,
    }));

function reportOf(attachments: readonly Attachment[]): Report | null {
  const status = attachments.find(({ contentType }) => /^message\/(global-)?delivery-status$/i.test(contentType));
  return status ? reportIn(status.content.toString('utf8')) : null;
}

function headsOf({ headerLines }: ParsedMail): Heads {
  const heads = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\s+/g, ' ')
      .trim();
    heads.set(key, [...(heads.get(key) ?? []), value]);
  }
  return heads;
}
