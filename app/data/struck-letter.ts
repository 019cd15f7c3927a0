// A letter that came in, as others than its sender may have it: word for word, but for what lets one act in its sender's place. The signed
// address that it came to is a credential, and a quoted letter of ours may hold the link that stops its reader's mail.

/** Between any two signs of quoted-printable a line may be broken. */
const BREAK = '(?:=\\r?\\n)?';
const spread = (word: string): string =>
  [...word].map((sign) => (sign === '/' ? '(?:/|=2F)' : sign.replace(/\W/, String.raw`\$&`))).join(BREAK);
const ADDRESS = new RegExp(
  `(${spread('reply')}|${spread('bounce')})${BREAK}(?:\\+|=2B)(?:${BREAK}[a-z2-7]){52}`,
  'gi',
);
const STOP = new RegExp(`${spread('inbox/stop/')}(?:${BREAK}[\\w-]){43}`, 'gi');

const strike = (text: string): string => text.replaceAll(ADDRESS, '$1+***').replaceAll(STOP, 'inbox/stop/***');

const LINE = 76;
const folded = (text: string): string[] => text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];

/** The same bytes where there is nothing to strike. Looks into words that are spelt as base64 too. */
export function struckLetter(raw: Buffer): Buffer {
  const out: string[] = [];
  let head: string[] | null = [];
  let coded: string[] | null = null;
  const endCoded = () => {
    if (!coded) return;
    const words = Buffer.from(coded.join(''), 'base64').toString('latin1');
    const struck = strike(words);
    out.push(...(struck === words ? coded : folded(Buffer.from(struck, 'latin1').toString('base64'))));
    coded = null;
  };
  // Lines keep what ends them but for the line feed.
  for (const line of strike(raw.toString('latin1')).split('\n')) {
    const plain = line.replace(/\r$/, '');
    if (head === null && plain.startsWith('--')) {
      endCoded();
      head = [];
      out.push(line);
    } else if (head !== null) {
      out.push(line);
      if (plain !== '') head.push(plain);
      else {
        const said = head.join('\n');
        const isLetter = /^content-type:\s*message\/rfc822/im.test(said);
        if (/^content-transfer-encoding:\s*base64/im.test(said) && !/^content-type:\s*(?!text\/)\w/im.test(said)) coded = [];
        head = isLetter ? [] : null;
      }
    } else if (coded) coded.push(line);
    else out.push(line);
  }
  endCoded();
  return Buffer.from(out.join('\n'), 'latin1');
}
