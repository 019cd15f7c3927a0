// A person changes their name, postal address or the language of pages and letters. Called by the account page.
import { z } from 'zod';
import { localeField, personName } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

/** What already stands in the ledger under the old name stays as it was. An empty address is none. */
export const input = z.object({
  name: personName,
  address: z.string().trim().max(300, 'too_long').default(''),
  locale: localeField,
});

/** Writes the changes. Refuses: not_signed_in, invalid, demo_account. */
export async function editAccount(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ locale: 'kk' | 'ru' | 'en' }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId } = viewer;
    if (!may(viewer, 'account.edit', { personId })) return refuse('not_allowed');
    const { name, address, locale } = read.value;
    const { count } = await world.db.prisma.person.updateMany({
      where: { id: personId, demo: false },
      data: { name, address: address || null, locale },
    });
    return count === 0 ? refuse('demo_account') : done({ locale });
  });
}
