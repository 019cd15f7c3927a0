// The body publishes the outcome: we asked, you said, we did, what happens next. Only a round with every comment answered gets here,
// whatever else happens at the same moment: the database counts once more (migration "rounds").
import { z } from 'zod';
import type { LetterOrder } from '../../core/letter';
import { PROTOCOL, protocolOwed } from '../../core/hearing';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { reportLacks, type Lacks } from '../../core/report-lacks';
import { bothOf } from '../../core/round-fields';
import { aboutRound } from '../../core/round-letter';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Bilingual } from '../../core/shape';
import type { Viewer } from '../../core/viewer';
import { partiesOf } from '../../data/round-people';
import type { World } from '../../world';
import { actOnRound } from './act';
import { faultOfTaking } from './decide';

const title = z.string().trim().max(300, 'too_long');
export const input = z.object({
  roundId: z.uuid(),
  ...bothOf('asked', 10, 20_000),
  ...bothOf('said', 10, 20_000),
  ...bothOf('did', 10, 20_000),
  ...bothOf('next', 10, 20_000),
  /** What the report calls each answered point: 'title.<pointId>.kk' and '.ru' of the form, gathered by the page. */
  titles: z.array(z.object({ pointId: z.uuid(), kk: title, ru: title })).default([]),
});

/**
 * Publishes and completes the round. Refuses: invalid, round_completed, round_not_open, round_still_open, comments_unanswered (how
 * many), round_not_decided, hearing_protocol_missing, report_incomplete (what the report lacks in a state language), and what every act on a round refuses.
 */
export async function publishOutcome(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, titles: given, ...words } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.decide',
    decide: async ({ round, around, signatory }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      const fault = faultOfTaking(round, around);
      if (fault) return fault;
      if (around.counts.open > 0) return refuse('comments_unanswered', { params: { open: around.counts.open } });
      if (round.phase !== 'decided') return refuse('round_not_decided');
      const heard = protocolOwed(round, around.kind);
      if (heard) return refuse('hearing_protocol_missing', { params: { day: heard }, basis: PROTOCOL });
      const titles = given.map(({ pointId, kk, ru }) => ({ pointId, title: { kk, ru } }));
      const lacking = faultOfReport(reportLacks(round, titles));
      if (lacking) return lacking;
      const next = { kk: words.nextKk, ru: words.nextRu };
      const payload = {
        asked: { kk: words.askedKk, ru: words.askedRu },
        said: { kk: words.saidKk, ru: words.saidRu },
        did: { kk: words.didKk, ru: words.didRu },
        ...{ next, titles, signatory },
      };
      return done({
        facts: [{ type: 'round.outcome_published', payload }],
        letters: await outcomeLetters(world, round, around, next),
      });
    },
  });
}

/** The report stands in both state languages, or not at all. */
function faultOfReport({ titles, documents }: Lacks): (Outcome<never> & { ok: false }) | null {
  if (titles.length + documents.length === 0) return null;
  const fields = titles.map(({ pointId, language }) => [`title.${pointId}.${language}`, 'required'] as const);
  return refuse('report_incomplete', {
    params: {
      points: [...new Set(titles.map(({ title }) => `«${title}»`))].join(', '),
      documents: documents.map(({ title, language }) => `«${title}» (${language})`).join(', '),
    },
    fields: Object.fromEntries(fields),
  });
}

async function outcomeLetters(
  { db }: World,
  round: Round,
  { body }: RoundSurroundings,
  next: Bilingual,
): Promise<LetterOrder[]> {
  const parties = await partiesOf(db, round);
  return parties.map(({ party, why, unfollow }) => ({
    letter: 'outcome_published',
    key: `outcome:${round.number}`,
    to: { party },
    data: { ...aboutRound(round, body), next, why, unfollow },
  }));
}
