// Templates of answers: how one is kept, and its placeholders. A placeholder stands in double braces under its name in any language of the
// house ({{номер}}); what the case says fills the known ones, whoever answers fills the rest. With one left nothing is sent.
import type { Kind, Locale } from '../../guide/schema';
import { eventsOf, type Event, type EventOf, type FactOf } from './event';

export const PLACEHOLDERS = [
  'number',
  'subject',
  'applicant',
  'registered',
  'due',
  'body',
  'today',
  'officer',
] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is written between the braces. */
export const PLACEHOLDER_NAMES = {
  number: { kk: 'нөмір', ru: 'номер', en: 'number' },
  subject: { kk: 'тақырып', ru: 'тема', en: 'subject' },
  applicant: { kk: 'өтініш беруші', ru: 'заявитель', en: 'applicant' },
  registered: { kk: 'тіркелген күні', ru: 'дата регистрации', en: 'registered' },
  due: { kk: 'соңғы күні', ru: 'последний день', en: 'due' },
  body: { kk: 'орган', ru: 'орган', en: 'body' },
  today: { kk: 'бүгін', ru: 'сегодня', en: 'today' },
  officer: { kk: 'лауазымды адам', ru: 'должностное лицо', en: 'officer' },
} as const satisfies Record<Placeholder, Record<Locale, string>>;

const BRACES = /\{\{([^{}]*)\}\}/g;
const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
const MEANT = new Map(
  PLACEHOLDERS.flatMap((one) => Object.values(PLACEHOLDER_NAMES[one]).map((name) => [plain(name), one] as const)),
);

/** The text with every placeholder filled for which there is a value; the others stay as they are. */
export const filled = (text: string, values: Partial<Record<Placeholder, string>>): string =>
  text.replaceAll(BRACES, (whole, name: string) => {
    const meant = MEANT.get(plain(name));
    return (meant && values[meant]) ?? whole;
  });

/** Placeholders that stand in a text, each once, as they are written. */
export const unfilledIn = (text: string): string[] => [...new Set([...text.matchAll(BRACES)].map(([whole]) => whole))];

export type Template = Omit<FactOf<'template.written'>['payload'], 'officer' | 'kind'> & {
  id: string;
  kind: Kind;
  version: number;
  retired: boolean;
};

const PREFIX = 'template:';
export const templateStream = (id: string): string => `${PREFIX}${id}`;

function step(state: Template, event: EventOf<'template'>): Template {
  switch (event.type) {
    case 'template.written': {
      const { officer: _, kind, ...written } = event.payload;
      return { ...state, ...written, kind: kind as Kind, version: event.version, retired: false };
    }
    case 'template.retired':
      return { ...state, retired: true };
    case 'obligation.lapsed':
    case 'record.erased':
      return state;
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldTemplate(events: readonly Event[]): Template | null {
  const [first, ...rest] = eventsOf(events, 'template');
  if (!first) return null;
  if (first.type !== 'template.written') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const { officer: _, kind, ...written } = first.payload;
  const begun: Template = {
    ...written,
    kind: kind as Kind,
    id: first.stream.slice(PREFIX.length),
    version: first.version,
    retired: false,
  };
  return rest.reduce(step, begun);
}
