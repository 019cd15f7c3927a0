// What search reads of a stream's events: its heading, what was asked, what was answered; numbers are looked up as they are. Only what
// every reader of the object may read: proposals, notes and names are not in it. Asked by data/search-entries and queries/search.
import type { EventType, Fact, FactOf } from '../event';
import type { Bilingual } from '../shape';

/** `head`: the title; `body`: what was asked or drafted; `said`: what was answered; `kazakh`: somebody says that it is in Kazakh. */
export type Texts = { head: string[]; body: string[]; said: string[]; kazakh: boolean };
/** `instead`: what was said before is said no more. */
type Told = Partial<Texts> & { instead?: true };
type Tells = { [T in EventType]?: (payload: FactOf<T>['payload']) => Told };

const both = (...texts: Bilingual[]): string[] => texts.flatMap(({ kk, ru }) => [kk, ru]);
const replied = ({ text, requirements, language }: FactOf<'appeal.answered'>['payload']): Partial<Texts> => ({
  said: [text, ...Object.values(requirements)],
  kazakh: language === 'kk',
});
const settled = ({
  settings: { title, summary, decides, fixed },
}: FactOf<'round.revised'>['payload']): Partial<Texts> => ({
  head: both(title),
  body: both(summary, decides, fixed),
});

const publicWords = ({ part, text }: FactOf<'appeal.redacted' | 'appeal.restored'>['payload']): Told => {
  if (part === 'subject') return { head: [text] };
  if (part === 'text') return { body: [text] };
  return part === 'answer' ? { said: [text], instead: true } : {};
};

/** What an event says; a type that says nothing is not named. A head or a body stands in place of what stood there before. */
const TELLS: Tells = {
  'appeal.filed': ({ subject, text, language }) => ({ head: [subject], body: [text], kazakh: language === 'kk' }),
  'appeal.answered': replied,
  'appeal.noted': replied,
  'appeal.terminated': ({ text }) => ({ said: [text] }),
  'appeal.returned': ({ text }) => ({ said: [text] }),
  'appeal.redacted': publicWords,
  'appeal.restored': publicWords,
  'round.prepared': settled,
  'round.revised': settled,
  'round.decided': ({ decision, next }) => ({ said: both(decision, next) }),
  'round.commitment_made': ({ text }) => ({ said: both(text) }),
  'round.followed_up': ({ text }) => ({ said: both(text) }),
  'comment.made': ({ text, wording, language }) => ({ body: [text, wording], kazakh: language === 'kk' }),
  'comment.disposed': ({ disposition: { reason } }) => ({ said: both(reason) }),
};

/** Events whose attachments everyone may open who may read the object. Materials of a case are given to its parties alone. */
export const OPEN_FILES = [
  'appeal.filed',
  'appeal.answered',
  'appeal.noted',
  'appeal.cured',
  'comment.made',
] as const satisfies readonly EventType[];

/** The types of events that say something. */
export const SPEAKING = Object.keys(TELLS) as EventType[];

/** Whether an event changes what search reads of its stream. */
export const speaks = ({ type }: Pick<Fact, 'type'>): boolean => type in TELLS;

/** Everything that the events of a stream say to its readers. */
export function textsOf(events: readonly Fact[]): Texts {
  const texts: Texts = { head: [], body: [], said: [], kazakh: false };
  for (const { type, payload } of events) {
    const tell = TELLS[type] as ((said: unknown) => Told) | undefined;
    const { head, body, said = [], kazakh = false, instead } = tell?.(payload) ?? {};
    if (instead) texts.said = [];
    if (head) texts.head = head;
    if (body) texts.body = body;
    texts.said.push(...said);
    texts.kazakh ||= kazakh;
  }
  return texts;
}
