// Adds to an act the messages to webhooks that it gives rise to, in its own statement: whoever subscribed is found by the database while it
// writes. The ledger asks for it with each chapter; what an act is about is read off the row that it leads to.
import type { Day } from '../../core/day';
import type { Event } from '../../core/event';
import { visibilityOn } from '../../core/publicity';
import { newsOf, TEST_KIND, payloadOf, type Told } from '../../core/webhook';
import type { World } from '../../world';
import type { batch, Row } from '../write';

type Written = { stream: string; state: { table: string; row: Row } | null; events: readonly Event[] };
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What is told of the object behind a row; null for what nobody is told of, such as a round that is being prepared. */
function toldOf({ table, row }: NonNullable<Written['state']>, today: Day): Told | null {
  const number = text(row.number) ?? '';
  if (table === 'Round') return row.phase === 'preparing' ? null : { noun: 'round', number, open: true };
  // Whose it is, and who owes it an answer, are told of a comment; everyone else of its round.
  if (table === 'Comment') return { noun: 'comment', number, open: false };
  if (table !== 'Appeal') return null;
  const publicity = { visibility: text(row.visibility) ?? '', publicDay: text(row.publicDay) as Day | null };
  return { noun: 'appeal', number, open: visibilityOn(publicity, today) === 'public' };
}

const TYPES = {
  ...{ id: 'uuid', kind: 'text', number: 'text', stream: 'text', payload: 'text', at: 'timestamptz', open: 'boolean' },
  ...{ organisationId: 'uuid', bodyId: 'uuid', topic: 'text' },
};
const SUBSCRIBED = `JOIN "Webhook" w ON w."stoppedAt" IS NULL AND x.kind = ANY (w.kinds) AND CASE w.scope
    WHEN 'own' THEN w."organisationId" = x."organisationId" OR w."bodyId" = x."bodyId"
    WHEN 'body' THEN x.open AND w.about = x."bodyId"::text
    WHEN 'topic' THEN x.open AND w.about = x.topic
    WHEN 'round' THEN x.open AND w.about = x.number
    ELSE x.open END`;

type Around = { world: Pick<World, 'newId' | 'origin'>; at: string; day: Day };

export function writeMessages(write: ReturnType<typeof batch>, chapters: readonly Written[], { world, at, day }: Around): void {
  const rows = chapters.flatMap(({ stream, state, events }) => {
    const told = state && toldOf(state, day);
    if (!state || !told) return [];
    const { organisationId = null, bodyId = null, topic = null } = state.row;
    return events.flatMap((event): Row[] => {
      const news = newsOf(event, told, { origin: world.origin, timestamp: at });
      return news ? [{ id: world.newId(), ...news, stream, at, organisationId, bodyId, topic }] : [];
    });
  });
  write.insertMade({
    table: 'WebhookMessage',
    rows,
    types: TYPES,
    columns: {
      ...{ webhookId: 'w.id', messageId: 'x.id', kind: 'x.kind', number: 'x.number', stream: 'x.stream' },
      ...{ payload: 'x.payload', createdAt: 'x.at', nextAt: 'x.at' },
    },
    join: SUBSCRIBED,
    onConflict: 'DO NOTHING',
  });
}

/** A message without an event, for whoever wants to see whether their program takes it. */
export const testMessage = (webhookId: string, messageId: string, at: Date) => ({
  ...{ webhookId, messageId, kind: TEST_KIND, number: '', createdAt: at, nextAt: at },
  payload: payloadOf(TEST_KIND, at.toISOString(), { object: 'webhook', id: webhookId }),
});
