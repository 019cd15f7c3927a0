// Someone comments on a clause of the draft or on the whole, proposes other words, or adds a voice to what another comment says.
// Promises: the comment, its number and the duty to answer it by a day are there when it returns; the same form makes one comment.
import { z } from 'zod';
import type { FactOf } from '../../core/event';
import { may } from '../../core/permission';
import { barring, type Finding } from '../../core/personal-finding';
import { personalInFiles } from '../../data/personal-files';
import { personalData } from '../../core/personal-data';
import { done, refuse, type Outcome } from '../../core/refusal';
import { parse } from '../../core/parse';
import { localeField, tick } from '../../core/fields';
import { listOf } from '../../core/round-fields';
import type { Round } from '../../core/round';
import { takesComments } from '../../core/stage';
import type { Viewer } from '../../core/viewer';
import { idMade, madeBy } from '../../data/forms';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { surroundingsOf } from '../rounds/act';
import { placeOf, recordComment, roundOf, type Place } from './new-comment';

export const input = z.object({
  roundId: z.uuid(),
  /** The organisation in whose name one speaks; empty for oneself. */
  organisationId: z.union([z.uuid(), z.literal('')]).default(''),
  documentId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .describe('The clause, by the document and its anchor; empty for the whole.'),
  anchor: z.string().max(60).default(''),
  joinsId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .describe('Another comment, by id, that this one adds a voice to.'),
  text: z.string().trim().max(20_000, 'too_long').default(''),
  wording: z.string().trim().max(20_000, 'too_long').default('').describe('Words proposed in the place of the clause.'),
  language: localeField,
  nameHidden: tick,
  publishPersonal: tick.describe(
    'Personal data was found in the text and its author wants it published. Never enough for an individual number.',
  ),
  files: listOf(z.uuid()),
  key: z.union([z.uuid(), z.literal('')]).default(''),
});
type Input = z.output<typeof input>;
export type MadeComment = { id: string; number: string };

/**
 * Comments. Refuses: invalid, not_signed_in, not_allowed, not_found, round_not_open, contributors_only, clause_unknown,
 * personal_data_found, changed_meanwhile, too_many_attempts.
 */
export async function makeComment(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<MadeComment>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const said = read.value;
  return limited(world, viewer, 'comment', () => again(() => attempt(world, viewer, said)));
}

async function attempt(world: World, viewer: Viewer, said: Input): Promise<Outcome<MadeComment>> {
  const organisationId = said.organisationId || null;
  if (!may(viewer, 'comment.make', { organisationId })) return refuse('not_allowed');
  const form = said.key ? { personId: viewer.personId, key: said.key } : null;
  const before = form && (await madeBy(world, form));
  if (before) return existing(world, before);
  const round = await roundOf(world, said.roundId);
  if (!round || !may(viewer, 'round.read', round)) return refuse('not_found');
  const around = await surroundingsOf(world, round, viewer);
  if (!around) return refuse('not_found');
  if (around.kind.contributors !== 'everyone') return refuse('contributors_only');
  if (!takesComments(round, around.today)) return refuse('round_not_open', { params: daysOf(round) });
  const missing = missingWords(said) ?? personalIn(said);
  if (missing) return missing;
  const [place, joined, files] = await Promise.all([
    placeOf(world, round, said),
    joinedIn(world, said),
    attachmentsOf(world, viewer.personId, said.files),
  ]);
  if (place === 'unknown') return refuse('clause_unknown');
  if (joined === 'unknown' || files.length !== said.files.length) return refuse('not_found');
  // The files of who hides their name are for the round's own people.
  const inside = said.nameHidden ? [] : barring(await personalInFiles(world, files), said);
  if (inside.length > 0) return refuse('personal_data_found', { found: inside, params: { found: told(inside) } });
  const at: Place = joined && !place.anchor ? joined.place : place;
  const author: Pick<FactOf<'comment.made'>['payload'], 'participant' | 'personId' | 'organisationId' | 'councilId'> = {
    ...{ participant: organisationId ? 'organisation' : 'person', personId: viewer.personId },
    ...{ organisationId, councilId: null },
  };
  return recordComment(world, {
    ...{ round, around, form, files },
    said: {
      ...{ ...author, givenName: null, nameHidden: said.nameHidden, origin: 'site', enteredBy: null },
      ...{ receivedAt: around.now, receivedDay: around.today, ...at },
      ...{ text: said.text, wording: said.wording, language: said.language, joinsId: joined?.id ?? null },
    },
    pointId: joined?.pointId ?? null,
  });
}

const daysOf = ({ settings: { opensDay, closesDay } }: Round) => ({ opens: opensDay, closes: closesDay });

/** Words are needed, of one's own or proposed for the draft; a voice that joins another may do without. */
const missingWords = ({ text, wording, joinsId }: Input): (Outcome<never> & { ok: false }) | null => {
  if (joinsId || wording || text.length >= 5) return null;
  return refuse('invalid', { fields: { text: text ? 'too_short' : 'required' } });
};

/** Who hides the name would publish it with a phone number; an individual number is never published. */
const personalIn = ({ text, wording, publishPersonal }: Input): (Outcome<never> & { ok: false }) | null => {
  const found = personalData(`${text}\n${wording}`);
  const barred = publishPersonal ? found.filter(({ what }) => what === 'iin') : found;
  return barred.length === 0
    ? null
    : refuse('personal_data_found', { params: { found: barred.map((one) => one.text).join(', ') } });
};

const told = (found: readonly Finding[]): string =>
  found.map(({ text, file }) => `${text} (${file?.name ?? ''})`).join(', ');

type Joined = { id: string; pointId: string | null; place: Place };

/** The comment joined: of this round and not withdrawn. A voice that joins a voice joins what that one joined. */
async function joinedIn({ db }: World, { joinsId, roundId }: Input): Promise<Joined | null | 'unknown'> {
  if (!joinsId) return null;
  const found = await db.prisma.comment.findFirst({
    where: { id: joinsId, roundId, phase: { not: 'withdrawn' } },
    select: { id: true, joinsId: true, pointId: true, documentId: true, version: true, anchor: true },
  });
  if (!found) return 'unknown';
  const { documentId, version, anchor, pointId } = found;
  return { id: found.joinsId ?? found.id, pointId, place: { documentId, version, anchor } };
}

/** The same form sent again leads to the comment that it made. */
async function existing({ db }: World, stream: string): Promise<Outcome<MadeComment>> {
  const found = await db.prisma.comment.findUnique({
    where: { id: idMade('comment', stream) },
    select: { id: true, number: true },
  });
  return found ? done(found) : refuse('not_found');
}
