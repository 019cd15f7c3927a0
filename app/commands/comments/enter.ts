// The host or the body enters what came on paper, by phone or at a hearing: a contribution equal to those made here, with its origin
// and the day it was received. Also how a council's recommendations and those of public control come into their rounds.
import { z } from 'zod';
import { ORIGINS } from '../../../guide/schema';
import type { FactOf } from '../../core/event';
import { dayField, localeField, tick } from '../../core/fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { personalData } from '../../core/personal-data';
import { refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import { foldRound, roundStream, type Round } from '../../core/round';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Viewer } from '../../core/viewer';
import { openStream } from '../../data/ledger';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { signatoryOf, surroundingsOf } from '../rounds/act';
import { placeOf, recordComment } from './new-comment';

export const input = z.object({
  roundId: z.uuid(),
  origin: z.enum(ORIGINS),
  /** The day it was received, or spoken. */
  receivedDay: dayField,
  /** As given on the paper or by the speaker; empty for somebody who gave no name. */
  givenName: z.string().trim().max(200, 'too_long').default(''),
  /** An organisation of the register that spoke; empty for none. */
  organisationId: z.union([z.uuid(), z.literal('')]).default(''),
  documentId: z.union([z.uuid(), z.literal('')]).default(''),
  anchor: z.string().max(60).default(''),
  text: z.string().trim().min(1, 'required').min(5, 'too_short').max(20_000, 'too_long'),
  wording: z.string().trim().max(20_000, 'too_long').default(''),
  language: localeField,
  /** Whoever wrote or spoke agreed that the name is published; nobody is asked afterwards, so that without it the name stays closed. */
  publishName: tick,
  /** Uploads of whoever enters it: the paper as it was scanned. */
  files: listOf(z.uuid()),
});

/**
 * Enters a contribution. Refuses: invalid (a day outside the period), not_signed_in, not_allowed, not_found, round_not_open,
 * round_completed, personal_data_found, contributors_only, clause_unknown, changed_meanwhile, too_many_attempts.
 */
export async function enterComment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string; number: string }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const said = read.value;
  return limited(world, viewer, 'act', () => again(() => attempt(world, viewer, said)));
}

async function attempt(
  world: World,
  viewer: Viewer,
  said: z.output<typeof input>,
): Promise<Outcome<{ id: string; number: string }>> {
  const stream = await openStream(world.db, roundStream(said.roundId));
  const round = foldRound(stream.events);
  if (!round || !may(viewer, 'round.read', round)) return refuse('not_found');
  if (!may(viewer, 'round.enter', round)) return refuse('not_allowed');
  const around = await surroundingsOf(world, round, viewer);
  if (!around) return refuse('not_found');
  const fault = faultOf(round, around, said.receivedDay);
  if (fault) return fault;
  // Whoever wrote on paper was not asked whether it may be published.
  const found = personalData(`${said.text}\n${said.wording}`);
  if (found.length > 0)
    return refuse('personal_data_found', { params: { found: found.map(({ text }) => text).join(', ') } });
  const organisationId = said.organisationId || null;
  const author = authorOf(round, around, organisationId);
  if (!author) return refuse('contributors_only', { fields: { organisationId: 'required' } });
  const place = await placeOf(world, round, said);
  if (place === 'unknown') return refuse('clause_unknown');
  const known =
    organisationId === null ||
    (await world.db.prisma.organisation.findUnique({ where: { id: organisationId }, select: { id: true } })) !== null;
  const files = await attachmentsOf(world, viewer.personId, said.files);
  if (!known || files.length !== said.files.length) return refuse('not_found');
  return recordComment(world, {
    ...{ round, around, form: null, files, pointId: null, stream },
    said: {
      ...{ ...author, personId: null, givenName: said.givenName || null, origin: said.origin },
      ...{ enteredBy: signatoryOf(viewer, round), receivedAt: around.now, receivedDay: said.receivedDay, ...place },
      // A council speaks in public.
      nameHidden: author.participant !== 'council' && !said.publishName,
      ...{ text: said.text, wording: said.wording, language: said.language, joinsId: null },
    },
  });
}

/** What was received in time counts, however late it is entered; after the outcome nothing can be entered any more. */
function faultOf(
  round: Round,
  { today, kind }: RoundSurroundings,
  receivedDay: string,
): (Outcome<never> & { ok: false }) | null {
  if (round.phase === 'preparing') return refuse('round_not_open');
  if (round.phase === 'completed') return refuse('round_completed');
  const { opensDay, closesDay } = round.settings;
  const late = kind.contributors === 'everyone' && receivedDay > closesDay;
  if (receivedDay > today || receivedDay < opensDay || late)
    return refuse('invalid', { fields: { receivedDay: 'bad_day' } });
  return null;
}

type Author = Pick<FactOf<'comment.made'>['payload'], 'participant' | 'organisationId' | 'councilId'>;

/** Who speaks, by what the kind of the round allows; null when it must be an organisation and none is named. */
function authorOf({ councilId }: Round, { kind }: RoundSurroundings, organisationId: string | null): Author | null {
  switch (kind.contributors) {
    case 'council':
      return councilId === null ? null : { participant: 'council', organisationId: null, councilId };
    case 'organisation':
      return organisationId === null ? null : { participant: 'organisation', organisationId, councilId: null };
    case 'everyone':
      return { participant: organisationId ? 'organisation' : 'person', organisationId, councilId: null };
  }
}
