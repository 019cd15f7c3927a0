// The thread of a case in words alone, for paper: of each event its title and every text that was given, in full. What case-thread draws.
import type { Reply, ThreadItem, Who } from '../../queries/case-thread';
import type { Source } from '../../queries/reasons';
import type { Text } from '../../text';
import { basisOf } from '../basis';

export const whoIs = (t: Text, { name, post, actingFor }: Who): string =>
  [name, post, actingFor && t.office.absences.actingFor(actingFor)].filter(Boolean).join(', ');

const law = (source: Source | null): string => (source ? basisOf([source]) : '');
const said = (label: string, text: string): string => (text ? `${label}: ${text}` : '');

/** The title, then what was said, each a paragraph. */
export function threadWords(item: ThreadItem, t: Text): string[] {
  const say = t.case.thread;
  switch (item.type) {
    case 'filed':
      return [
        item.arrivedBy !== 'filing' ? say.arrived : say.filed,
        item.from ? say.from(item.from.number, item.from.body) : '',
        item.about ? say.about(item.about.number, item.about.body) : '',
        item.after ? t.steps.again.after(item.after.number, item.after.body) : '',
        item.text,
        `${say.registered(item.registeredDay)} ${item.registeredText}`,
      ];
    case 'accepted':
      return [say.accepted];
    case 'assigned':
      return [say.assigned, whoIs(t, item.official)];
    case 'redirected':
      return [
        item.part !== null ? t.steps.part.title : item.forwarded ? t.steps.complaint.forwarded : say.redirected,
        item.to.body ? say.to(item.to.number, item.to.body) : say.toNumber(item.to.number),
        item.part === null ? '' : said(t.steps.part.what, item.part),
        said(say.reason, item.reason),
      ];
    case 'corrected':
      return [
        t.corrections.page.title,
        ...item.changes.map(({ name, how, was, due }) => `${name}: ${t.corrections.thread[how](was, due)}`),
        t.corrections.thread[item.cause],
      ];
    case 'extension_proposed':
      return [say.proposed, say.until(item.until), said(say.reason, item.reason)];
    case 'extension_declined':
      return [say.declined, said(say.reason, item.reason)];
    case 'extended':
      return [say.extended, say.extendedFrom(item.was, item.until), said(say.reason, item.reason)];
    case 'answered':
      return [say.answered(item.outcome), ...replyWords(item, t)];
    case 'noted':
      return [say.noted(item.outcome), ...replyWords(item, t)];
    case 'terminated':
      return [
        say.terminated(item.ground),
        [item.groundText, law(item.source)].filter(Boolean).join(' '),
        item.text,
        say.signed(whoIs(t, item.signatory)),
      ];
    case 'erased': {
      const { erasure } = t.register;
      return [
        erasure.thread.title,
        erasure.thread.text(item.count),
        said(erasure.grounds[item.ground], item.reason),
        erasure.thread.by(whoIs(t, item.asked), whoIs(t, item.approved)),
      ];
    }
    case 'withdrawn':
      return [say.withdrawn, item.statement];
    case 'judged':
      return [say.judged, t.letters.verdicts[item.verdict], item.comment];
    case 'step': {
      const { titles, day, by } = t.steps.thread;
      const days: Partial<Record<string, (day: string) => string>> = day;
      return [
        item.name === null ? titles[item.step] : `${titles[item.step]}: ${item.name}`,
        item.on === null ? '' : (days[item.step] ?? by)(item.on),
        item.text,
        law(item.source),
      ];
    }
    case 'overdue':
      return [item.name, say.overdue(item.dueDay), item.text, basisOf(item.sources)];
  }
}

const replyWords = ({ outcomeText, text, parts, signatory, drafter }: Reply, t: Text): string[] => [
  outcomeText,
  text,
  ...parts.map((part) => said([part.label, law(part.source)].filter(Boolean).join(' — '), part.text)),
  t.case.thread.signed(whoIs(t, signatory)),
  drafter ? t.office.drafted(whoIs(t, drafter)) : '',
];
