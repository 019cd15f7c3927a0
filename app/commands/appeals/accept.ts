// A registrar accepts an appeal and puts name and post on its ticket (APPC 64(2)). The clock does not wait for it: the case
// counts as registered on its lawful day, and an acceptance after that day is late by the record.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';

export const input = z.object({ appealId: z.uuid() });

/** Accepts. Refuses: already_ended, already_accepted, and what every act on an appeal refuses. */
export async function acceptAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  return actOnAppeal(world, viewer, {
    appealId: read.value.appealId,
    action: 'appeal.accept',
    decide: ({ appeal, signatory }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (appeal.acceptedBy) return refuse('already_accepted', { params: { officer: appeal.acceptedBy.name } });
      return done({ facts: [{ type: 'appeal.accepted', payload: { officer: signatory } }] });
    },
  });
}
