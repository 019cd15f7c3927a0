// NGOs and officials at work while everything breaks, as people and their programs are: what was not answered is sent again, a form with the same
// one-time key. Each notes what it was told was done; whatever it was told that can't be is noted too.
import type { Chance } from '../../prisma/chance';
import type { Answer } from '../bench/latency';
import { filedIn, filingForm, type Person } from '../help/clients';

export type Done = { what: 'filed' | 'accepted' | 'withdrawn'; number: string; subject: string };
export type Told = {
  done: Done[];
  /** Subjects of forms that were sent and never acknowledged: each may be there once or not at all. */
  open: Set<string>;
  /** Acts without a key that were sent and never acknowledged, by 'what number'. */
  openActs: Set<string>;
  wrong: string[];
  retries: number;
  /** From the first sending to the acknowledgement, in milliseconds. */
  waits: number[];
};
export const nothingTold = (): Told => ({
  done: [],
  open: new Set(),
  openActs: new Set(),
  wrong: [],
  retries: 0,
  waits: [],
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Not answered, or answered that it can't be done now. */
const isTrouble = (answer: Answer | null): boolean => answer === null || answer.status >= 500;

type Life = { told: Told; by: Chance; signal: AbortSignal; breath: number };

/** Sends until there is an answer; null where the drill ended first. */
async function insist(
  { told, by, signal }: Life,
  send: () => Promise<Answer>,
): Promise<{ answer: Answer; tries: number } | null> {
  for (let tries = 1; ; tries++) {
    const answer = await send().catch(() => null);
    if (answer && !isTrouble(answer)) return { answer, tries };
    if (signal.aborted) return null;
    told.retries += 1;
    await pause(by.between(100, 600));
  }
}

type Ngo = {
  person: Person;
  organisationId: string;
  bodyIds: readonly string[];
  name: string;
  filed: (number: string, bodyId: string) => void;
};

/** Files, reads its case, now and then withdraws one. */
export async function ngoAt(life: Life, { person, organisationId, bodyIds, name, filed }: Ngo): Promise<void> {
  const { told, by, signal, breath } = life;
  for (let serial = 1; !signal.aborted; serial++) {
    const subject = `Сообщение ${name}-${serial}`;
    const bodyId = by.pick(bodyIds);
    const form = filingForm({ bodyId, organisationId, subject });
    const began = Date.now();
    told.open.add(subject);
    const given = await insist(life, () => person.post('/ru/appeals/new', form));
    if (!given) return;
    told.open.delete(subject);
    const number = filedIn(given.answer);
    if (number === null) {
      told.wrong.push(`filing "${subject}": ${given.answer.status} ${wordsOf(given.answer)}`);
    } else {
      told.done.push({ what: 'filed', number, subject });
      told.waits.push(Date.now() - began);
      if (by.happens(0.15))
        await actOn(life, {
          person,
          what: 'withdrawn',
          path: 'withdraw',
          number,
          subject,
          fields: { statement: 'Вопрос решён без обращения.' },
        });
      else filed(number, bodyId);
    }
    await pause(breath);
  }
}

/** Accepts what came in to its body. */
export async function registrarAt(
  life: Life,
  { person, next }: { person: Person; next: () => string | undefined },
): Promise<void> {
  const { signal, breath } = life;
  while (!signal.aborted) {
    const number = next();
    if (number) await actOn(life, { person, what: 'accepted', path: 'accept', number, subject: '', fields: {} });
    await pause(breath);
  }
}

/** An act without a key: sent again, it may be told that it was done already, which it was. */
async function actOn(
  life: Life,
  {
    person,
    what,
    path,
    number,
    subject,
    fields,
  }: Done & { person: Person; path: string; fields: Record<string, string> },
): Promise<void> {
  const { told } = life;
  told.openActs.add(`${what} ${number}`);
  const given = await insist(life, () => person.post(`/ru/appeals/${number}/${path}`, fields));
  if (!given) return;
  told.openActs.delete(`${what} ${number}`);
  const { answer, tries } = given;
  if (answer.status === 303 || (tries > 1 && answer.status < 500 && answer.status !== 404))
    told.done.push({ what, number, subject });
  else told.wrong.push(`${what} ${number}: ${answer.status} ${wordsOf(answer)}`);
}

const wordsOf = ({ body }: Answer): string =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
