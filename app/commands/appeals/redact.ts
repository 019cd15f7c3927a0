// A moderator of the body puts other words in the place of what the public may not read in a case, or takes a file from the public; or shows it
// again. On a ground of the guide and with a reason that everyone reads; the parties go on reading what was written.
import { z } from 'zod';
import { MODERATION_GROUNDS } from '../../../guide/schema';
import type { Event } from '../../core/event';
import { parse } from '../../core/parse';
import { isWords, originalOf, replyIn } from '../../core/redaction';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { forgetFiles } from '../../data/search-files';
import type { World } from '../../world';
import { actOnAppeal } from './act';

const reason = unpersonal(z.string().trim().min(1, 'required').min(10, 'too_short').max(2000, 'too_long'));
const words = unpersonal(z.string().trim().max(50_000, 'too_long')).default('');
const ids = { appealId: z.uuid(), part: z.union([z.enum(['subject', 'text', 'answer']), z.uuid()]) };
export const input = z.discriminatedUnion('step', [
  z.object({ step: z.literal('hide'), ...ids, text: words, ground: z.enum(MODERATION_GROUNDS), reason }),
  z.object({ step: z.literal('show'), ...ids, reason }),
]);

/** Redacts or restores. Refuses: invalid (no words for the public), not_found (no such part), nothing_to_redact (it reads so already), and what
 * every act on an appeal refuses. */
export async function redactAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const asked = read.value;
  const { appealId, part } = asked;
  const made = await actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.redact',
    decide: ({ appeal, events, signatory }) => {
      const now = appeal.steps.redacted?.[part];
      if (isWords(part)) {
        const original = originalOf(events, part);
        if (original === null) return refuse('not_found');
        if (asked.step === 'show') {
          if (!now) return refuse('nothing_to_redact');
          const reply = part === 'answer' ? replyIn(events) : null;
          const text = reply ? [reply.text, ...Object.values(reply.requirements)].join('\n\n') : original;
          return done({
            facts: [{ type: 'appeal.restored', payload: { part, text, reason: asked.reason, signatory } }],
          });
        }
        if (asked.text === '') return refuse('invalid', { fields: { text: 'required' } });
        if (asked.text === (now?.text ?? original))
          return refuse('nothing_to_redact', { fields: { text: 'bad_value' } });
      } else {
        if (!carries(events, part)) return refuse('not_found');
        if ((asked.step === 'hide') === (now !== undefined)) return refuse('nothing_to_redact');
        if (asked.step === 'show')
          return done({
            facts: [{ type: 'appeal.restored', payload: { part, text: '', reason: asked.reason, signatory } }],
          });
      }
      const { ground } = asked;
      const text = isWords(part) ? asked.text : '';
      return done({
        facts: [{ type: 'appeal.redacted', payload: { part, text, ground, reason: asked.reason, signatory } }],
      });
    },
  });
  if (made.ok && !isWords(part)) await forgetFiles(world, appealId);
  return made;
}

const carries = (events: readonly Event[], fileId: string): boolean =>
  events.some(({ payload }) => 'files' in payload && (payload.files ?? []).some(({ id }) => id === fileId));
