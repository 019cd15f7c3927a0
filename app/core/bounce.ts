// What does a report of a mail server say, in the form of RFC 3464 or in words alone? Only a failure for good is evidence that an address does
// not take letters; one that is delayed may still arrive.

/** `said`: in the server's own words. */
export type Report = { permanent: boolean; said: string };

/** Reads the part message/delivery-status; null where it reports on nobody. */
export function reportIn(status: string): Report | null {
  const about = status
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('action'));
  const failed = about.find((fields) => fields.get('action') === 'failed' && isForGood(fields));
  const told = failed ?? about[0];
  if (!told) return null;
  const said = [told.get('status'), told.get('diagnostic-code')].filter(Boolean).join(' ');
  return { permanent: failed !== undefined, said: said || (told.get('action') ?? '') };
}

/** A status of class 5; a server that gives none says it by the code of the other server. */
const isForGood = (fields: ReadonlyMap<string, string>): boolean => {
  const status = fields.get('status') ?? '';
  return status ? status.startsWith('5.') : /^smtp\s*;\s*5\d\d/i.test(fields.get('diagnostic-code') ?? '');
};

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      const name = line.slice(0, colon).trim().toLowerCase();
      const value = line.slice(colon + 1).trim();
      return [[name, name === 'action' ? value.toLowerCase() : value]];
    }),
  );
}

/**
 * Servers that write no RFC 3464, by the sentences that each of their versions has: qmail (QSBMF), Exim, Exchange, sendmail and what writes as
 * they do. Which letter it is about, its address says already: it was made for that letter.
 */
const FAILED = [
  /This is the qmail-send program[\s\S]{0,300}?permanent error; I've given up/i,
  /could not be delivered to (?:one or more|all) of its\s+recipients\.\s+This is a permanent error/i,
  /(?:Delivery has failed to these recipients|did not reach the following recipient\(s\)|Не удалось доставить сообщение следующим получателям)/i,
  /The following addresses? had permanent (?:fatal|delivery) errors/i,
];
const DELAYED = [
  /(?:has not (?:yet )?been delivered|not yet been delivered to)[\s\S]{0,120}?after (?:more than)?/i,
  /had transient non-fatal errors|could not send message for past|delivery (?:attempts )?will (?:continue|be retried)|will continue to (?:try|be tried)/i,
  /THIS IS A WARNING MESSAGE ONLY|I'm not going to give up yet/i,
];
/** Where such a report begins to quote the letter itself. */
const COPY =
  /^(?:-+ ?(?:Below this line is a copy of the message|This is a copy of (?:the|your) message|Original message follows|Unsent message below)|Original message headers:|Исходные заголовки сообщения:)/im;
const SERVER = /^(?:mailer-daemon|postmaster)@/i;
const CODE = /\b5\d\d[ -](?:#?5\.\d{1,3}\.\d{1,3}\b)?[^\n]*|#?\b5\.\d{1,3}\.\d{1,3}\b[^\n]*/;
const LOOKED_AT = 4000;
const SAID = 300;

/**
 * Reads the words of what came to the address of reports without RFC 3464; null where it is no report that we know. Programs that answer for
 * people write there too, so that a sentence alone is not enough: a mail server must have sent it.
 */
export function reportInWords({
  envelope,
  from,
  text,
}: {
  envelope: string;
  from: string | null;
  text: string;
}): Report | null {
  if (envelope !== '' && !SERVER.test(envelope)) return null;
  const words = text.replaceAll('\r\n', '\n').slice(0, LOOKED_AT).split(COPY, 1)[0] ?? '';
  const code = CODE.exec(words)?.[0].trim();
  const delayed = DELAYED.map((sign) => sign.exec(words)?.[0]).find(Boolean);
  if (delayed) return { permanent: false, said: delayed.slice(0, SAID) };
  const failed = FAILED.map((sign) => sign.exec(words)?.[0]).find(Boolean);
  // Another family: what a server says in its own name, with the code of a failure for good.
  if (!failed && !(code && /^5\d\d/.test(code) && SERVER.test(from ?? ''))) return null;
  return { permanent: true, said: (code ?? failed ?? '').replaceAll(/\s+/g, ' ').slice(0, SAID) };
}
