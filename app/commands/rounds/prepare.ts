// A body or a public council begins to prepare a round. Nobody else sees it until it opens; everything said here may still change.
import { z } from 'zod';
import { ROUND_KINDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { settingsFields, settingsOf } from '../../core/round-fields';
import { faultOfDays } from '../../core/round-days';
import { roundStream } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { idMade, madeBy, madeFirst, taking } from '../../data/forms';
import { NO_HEAD } from '../../data/ledger';
import { nextRoundNumber } from '../../data/numbers';
import type { World } from '../../world';
import { limited } from '../limited';
import { recordFirst, surroundingsOf } from './act';

export const input = z.object({
  kind: z.enum(ROUND_KINDS),
  /** The body that must answer. */
  bodyId: z.uuid(),
  /** The council that hosts; empty for a round of the body itself. */
  councilId: z.union([z.uuid(), z.literal('')]).default(''),
  ...settingsFields,
  /** The form's one-time key. */
  key: z.union([z.uuid(), z.literal('')]).default(''),
});

/** Begins a round. Refuses: invalid, not_signed_in, not_allowed, not_found, body_closed, contributors_only (the kind has other hosts). */
export async function prepareRound(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string; number: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { kind, bodyId, key } = read.value;
    const councilId = read.value.councilId || null;
    if (!may(viewer, 'round.prepare', { bodyId, councilId })) return refuse('not_allowed');
    const settings = settingsOf(read.value);
    const fault = faultOfDays(settings, dayOf(world.now()));
    if (fault) return fault;
    const [body, council, before] = await Promise.all([
      world.db.prisma.body.findUnique({ where: { id: bodyId }, select: { closedAt: true } }),
      councilId === null
        ? null
        : world.db.prisma.council.findUnique({ where: { id: councilId }, select: { bodyId: true, closedAt: true } }),
      key ? madeBy(world, { personId: viewer.personId, key }) : null,
    ]);
    if (before) return existing(world, before);
    if (!body || (councilId !== null && council?.bodyId !== bodyId)) return refuse('not_found');
    if (body.closedAt !== null || (council && council.closedAt !== null)) return refuse('body_closed');
    const now = world.now();
    const edition = world.guide.inForceOn(dayOf(now));
    const rules = edition.rounds?.kinds[kind];
    if (!rules || !rules.hosts.includes(councilId === null ? 'body' : 'council'))
      return refuse('contributors_only', { fields: { kind: 'bad_choice' } });
    const id = world.newId();
    const number = await nextRoundNumber(world);
    const round = { id, number, kind, edition: edition.id, bodyId, councilId, personId: viewer.personId };
    const around = await surroundingsOf(world, round, viewer);
    if (!around) return refuse('not_found');
    const { id: _id, ...said } = round;
    const form = key ? { personId: viewer.personId, key } : null;
    try {
      await recordFirst(world, {
        ...{ around, round, before: [], head: NO_HEAD },
        decided: {
          facts: [{ type: 'round.prepared', payload: { ...said, settings } }],
          also: form ? taking(form, { stream: roundStream(id), at: now }) : [],
        },
      });
    } catch (error) {
      return existing(world, await madeFirst(world, form, error));
    }
    return done({ id, number });
  });
}

/** The same form sent again leads to the round that it made. */
async function existing({ db }: World, stream: string): Promise<Outcome<{ id: string; number: string }>> {
  const found = await db.prisma.round.findUnique({
    where: { id: idMade('round', stream) },
    select: { id: true, number: true },
  });
  return found ? done(found) : refuse('not_found');
}
