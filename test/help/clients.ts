// People at work on a site from outside: NGOs that file with the one-time key of their form, officials that accept, readers. Each notes what it
// was told was done. For tests and drills on several processes.
import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { openSession } from '../../app/data/sessions';
import { SESSION_COOKIE } from '../../app/queries/viewer';
import type { World } from '../../app/world';
import { ask, type Answer } from '../bench/latency';

export type Person = {
  post(path: string, fields: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
};

/** Somebody with a session of their own, over connections that are kept open. */
export async function personAt(
  world: World,
  { url, personId, agent }: { url: string; personId: string; agent: Agent },
): Promise<Person> {
  const token = await openSession(
    world,
    world.db.prisma,
    personId,
    { agent: 'Firefox/140.0 (Linux)', address: '' },
    'all',
  );
  const cookie = `${SESSION_COOKIE}=${token}`;
  return {
    get: (path) => ask(url + path, agent, { headers: { cookie } }),
    post: (path, fields) =>
      ask(url + path, agent, {
        method: 'POST',
        headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** A form as an NGO fills it in, with its one-time key. */
export const filingForm = ({
  bodyId,
  organisationId,
  subject,
}: {
  bodyId: string;
  organisationId: string;
  subject: string;
}) => ({
  kind: 'message',
  bodyId,
  organisationId,
  subject,
  visibility: 'public',
  language: 'ru',
  text: 'Сообщаем о повреждении тротуара у входа в школу. Просим принять меры.',
  looked: 'yes',
  key: randomUUID(),
});

/** The number of the case that an answer says was filed; null where it says no such thing. */
export const filedIn = ({ status, headers }: Answer): string | null =>
  status === 303 ? (/\/appeals\/(\d{4}-\d+)/.exec(String(headers.location ?? ''))?.[1] ?? null) : null;
