// What does a report of a mail server say (RFC 3464)? Only a failure for good is evidence that an address does not take letters; one that is
// delayed may still arrive.

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
