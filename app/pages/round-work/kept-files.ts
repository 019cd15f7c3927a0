// What a refused act on a round gives back where files came along: the refusal, what was typed, and the files already received.
import { data } from '@remix-run/node';
import type { Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { keptUploads } from '../../queries/attachment';
import type { Typed } from '../form';
import { refusalResponse, type Answered, type Here } from '../respond';

export type WithFiles = Answered & { kept?: { id: string; name: string; size: number }[] };

export async function refusalWithFiles(
  here: Here & { viewer: Viewer },
  refusal: Refusal,
  { typed, files }: { typed: Typed; files: readonly string[] },
) {
  const { data: answered, init } = refusalResponse(here, refusal, typed);
  return data<WithFiles>({ ...answered, kept: await keptUploads(here.world, here.viewer, files) }, init ?? undefined);
}
