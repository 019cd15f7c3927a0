// Was a letter written by a program? What answers by itself stops nothing and is answered by nobody. Only what a program says of itself
// counts (RFC 3834 and what is usual): a person's letter that were taken for one would lose its day.

/** Lines of a letter's head: name in small letters -> values, unfolded. */
export type Heads = ReadonlyMap<string, readonly string[]>;

/** The whole beginning of a subject: people write such words too. */
const SUBJECTS =
  /^\s*(auto(matic)?[ -]?(reply|response)|out of (the )?office( auto ?-?reply)?|автоответ|автоматический ответ|нет на работе|вне офиса|автоматты жауап|автожауап|кеңседе жоқпын)\s*([:—–-]|$)/iu;

/** The sign by which it is known; null where there is none. `envelope`: the sender as mail servers name it; reports have none. */
export function automaticSign(
  heads: Heads,
  { envelope, subject }: { envelope: string; subject: string },
): string | null {
  const first = (name: string) => heads.get(name)?.[0]?.trim().toLowerCase() ?? '';
  const submitted = first('auto-submitted');
  if (submitted && !submitted.startsWith('no')) return 'auto-submitted';
  if (/^(bulk|junk|list|auto_reply)\b/.test(first('precedence'))) return 'precedence';
  const own = [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-auto-reply',
    'x-mailru-autoreply',
    'x-yandex-autoreply',
  ];
  const sign = own.find((name) => heads.has(name) && first(name) !== 'no');
  if (sign) return sign;
  if (first('x-failed-recipients')) return 'x-failed-recipients';
  if (first('content-type').startsWith('multipart/report')) return 'report';
  if (envelope === '') return 'null sender';
  if (/^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(envelope)) return 'sender';
  return SUBJECTS.test(subject) ? 'subject' : null;
}
