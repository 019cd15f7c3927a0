// One event of a case as the API tells it: what, when, by whom, in which words, about which day. All kinds of events in one shape, so that a
// program can show those that it does not know.
import { z } from 'zod';
import type { ThreadItem } from '../../../queries/case-thread';
import type { Source } from '../../../queries/reasons';
import { basis, basisOf, day, file, fileOf, instant, instantText, SHAPES, who, whoOf, type Addresses } from './shared';

export const happened = z
  .strictObject({
    id: z.string(),
    type: z.string().describe('What happened: filed, accepted, answered, extended and others; new ones may come.'),
    side: z.enum(['body', 'applicant', 'time']),
    actor: who.nullable(),
    at: instant,
    day,
    name: z.string().nullable().describe('What was chosen or named: an outcome, a ground, an official, another case.'),
    text: z.string().describe('The words that were given; empty where there were none or they are not public.'),
    on: day.nullable().describe('The day that it is about, such as the new due day.'),
    files: z.array(file),
    basis: z.array(basis),
  })
  .register(SHAPES, { id: 'Event' });

type Words = { type?: string; name?: string | null; text?: string; on?: string | null; sources?: readonly Source[] };

export function happenedOf(to: Addresses, number: string, item: ThreadItem): z.input<typeof happened> {
  const { type = item.type, name = null, text = '', on = null, sources = [] } = wordsOf(item);
  return {
    ...{ id: item.id, type, side: item.side, actor: item.actor && whoOf(item.actor), day: item.day },
    ...{ at: instantText(item.at), name, text, on },
    files: item.files.map((one) => fileOf(to, `/appeals/${number}`, one)),
    basis: sources.map((one) => basisOf(to, one)),
  };
}

function wordsOf(item: ThreadItem): Words {
  switch (item.type) {
    case 'filed':
      return { name: item.registeredText, text: item.text, on: item.registeredDay };
    case 'accepted':
      return {};
    case 'assigned':
      return { name: item.official.name };
    case 'redirected':
      return { name: item.to.number, text: item.reason };
    case 'extension_proposed':
    case 'extended':
      return { text: item.reason, on: item.until };
    case 'extension_declined':
      return { text: item.reason };
    case 'answered':
    case 'noted':
      return { name: item.outcome, text: item.text };
    case 'terminated':
      return { name: item.ground, text: item.text, sources: item.source ? [item.source] : [] };
    case 'withdrawn':
      return { text: item.statement };
    case 'judged':
      return { name: item.verdict, text: item.comment };
    case 'erased':
      return { name: item.ground, text: item.reason };
    case 'step':
      return {
        ...{ type: item.step, name: item.name, text: item.text, on: item.on },
        sources: item.source ? [item.source] : [],
      };
    case 'corrected':
      return {
        name: item.cause,
        text: item.changes.map(({ name, was, due }) => `${name}: ${was} → ${due}`).join('\n'),
        on: item.changes[0]?.due ?? null,
      };
    case 'overdue':
      return { name: item.name, text: item.text, on: item.dueDay, sources: item.sources };
    default:
      return item satisfies never;
  }
}
