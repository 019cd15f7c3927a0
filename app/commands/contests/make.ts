// The head of a body contests what one of its cases counts as: the claim, reasons in both state languages, files. The nearest council that
// has anybody who may rule gets it, with a duty and a day. The case itself and its clocks stay as they are.
import { z } from 'zod';
import { CLAIMS } from '../../../guide/schema';
import { contestableUntil, effectClaimed, factOf } from '../../core/claim';
import { contestStream } from '../../core/contest';
import { dayOf } from '../../core/day';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { visibilityOn } from '../../core/publicity';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf, listOf, optionalDay } from '../../core/round-fields';
import { onClocks } from '../../core/score/contested';
import type { Viewer } from '../../core/viewer';
import { contestOf, councilToRule } from '../../data/contests';
import { idMade, madeBy, madeFirst, taking } from '../../data/forms';
import { NO_HEAD } from '../../data/ledger';
import { nextContestNumber } from '../../data/numbers';
import { attach, attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { limited } from '../limited';
import { appealOf, recordContest, signatoryOf, surroundings } from './act';

export const input = z.object({
  appealId: z.uuid(),
  claim: z.enum(CLAIMS),
  /** The day that the claim names, where claims of its kind name one. */
  day: optionalDay,
  ...bothOf('reasons', 20, 10_000),
  /** Uploads of the viewer's. */
  files: listOf(z.uuid()),
  /** The form's one-time key. */
  key: z.union([z.uuid(), z.literal('')]).default(''),
});

/**
 * Contests. Refuses: invalid, not_signed_in, not_found (no such case, or a file), not_allowed, contests_unknown (the guide in force speaks
 * of none), contested_already (with the number), contest_window_over (with the last day), contest_changes_nothing, no_council.
 */
export async function makeContest(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  return limited(world, viewer, 'act', async () => {
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { appealId, claim, day, reasonsKk, reasonsRu, key } = read.value;
    const appeal = await appealOf(world, appealId);
    if (!appeal || !may(viewer, 'appeal.read', appeal)) return refuse('not_found');
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'contest.make', appeal)) return refuse('not_allowed');
    const form = key ? { personId: viewer.personId, key } : null;
    const before = form && (await madeBy(world, form));
    if (before) return numberOf(world, before);
    const today = dayOf(world.now());
    const edition = world.guide.inForceOn(today).id;
    const signatory = signatoryOf(viewer, { bodyId: appeal.bodyId, councilId: '' });
    const around = await surroundings(world, { edition, appeal, actor: { kind: 'person', ...signatory } });
    if (!around) return refuse('contests_unknown');
    const contested = await contestOf(world.db, appealId);
    if (contested) return refuse('contested_already', { params: { number: contested } });
    const until = contestableUntil(appeal, around);
    if (until !== null && today > until) return refuse('contest_window_over', { params: { until } });
    const effect = effectClaimed({ appeal, claim, day, around, today });
    if (!effect.ok) return effect;
    const files = await attachmentsOf(world, viewer.personId, read.value.files);
    if (files.length !== read.value.files.length) return refuse('not_found');
    const council = await councilToRule(world.db, { bodyId: appeal.bodyId, at: around.now });
    if (!council) return refuse('no_council');
    const id = world.newId();
    const number = await nextContestNumber(world);
    try {
      await recordContest(world, {
        ...{ id, before: [], head: NO_HEAD, around: { ...around, council: { id: council.id, names: council.names } } },
        fact: {
          type: 'contest.made',
          payload: {
            ...{ number, edition, bodyId: appeal.bodyId, councilId: council.id, appealId, appealNumber: appeal.number },
            ...{ registeredDay: appeal.registeredDay, effect: effect.value, counted: onClocks(factOf(appeal), today) },
            title: visibilityOn(appeal, today) === 'public' ? appeal.subject : appeal.number,
            ...{ reasons: { kk: reasonsKk, ru: reasonsRu }, files, signatory },
          },
        },
        also: form ? taking(form, { stream: contestStream(id), at: around.now }) : [],
        updates: attach(files, { appealId: null, stream: contestStream(id), version: 1 }),
      });
    } catch (error) {
      if (isSecond(error))
        return refuse('contested_already', { params: { number: (await contestOf(world.db, appealId)) ?? '' } });
      return numberOf(world, await madeFirst(world, form, error));
    }
    return done({ number });
  });
}

/** The database's own last word: two people contested the same case at the same moment. */
const isSecond = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'Contest_once';

async function numberOf({ db }: World, stream: string): Promise<Outcome<{ number: string }>> {
  const found = await db.prisma.contest.findUnique({
    where: { id: idMade('contest', stream) },
    select: { number: true },
  });
  return found ? done(found) : refuse('not_found');
}
