// Open cases at a body that ask the same or nearly so, found by their words: offered to its officials, who decide what belongs together.
import { similarGroups } from '../core/similarity';
import type { Steps } from '../core/steps';
import type { Day } from '../core/day';
import type { World } from '../world';

/** What two texts share at least to be offered: half of their words and pairs of words. Nothing follows from it but the offer. */
const LIKE = 0.5;

export type LikeCase = {
  id: string;
  number: string;
  subject: string;
  applicant: string;
  dueDay: Day;
  /** The same applicant has another case in this group. */
  twice: boolean;
  /** Joined to all others of the group already. */
  joined: boolean;
};
export type LikeCases = { alike: number; kind: string; cases: LikeCase[] };

type Row = Omit<LikeCase, 'twice' | 'joined'> & { text: string; kind: string; party: string; steps: Steps };

/** Groups of two or more of one kind, the largest first. */
export async function likeCases({ db }: Pick<World, 'db'>, bodyId: string): Promise<LikeCases[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'like_cases',
    text: `SELECT a.id, a.number, a.subject, a.text, a.kind, a."dueDay", a.steps, coalesce(o.name, p.name) AS applicant,
                  coalesce(a."organisationId", a."personId")::text AS party
             FROM "Appeal" a JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Organisation" o ON o.id = a."organisationId"
            WHERE a."bodyId" = $1::uuid AND a.phase = 'open' ORDER BY a."dueDay", a.id`,
    values: [bodyId],
  });
  return [...new Set(rows.map(({ kind }) => kind))]
    .flatMap((kind) => {
      const some = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, row]));
      const items = [...some.values()].map(({ id, subject, text }) => ({ id, text: `${subject} ${text}` }));
      return similarGroups(items, { threshold: LIKE }).map(({ ids, likeness }) => {
        const group = ids.flatMap((id) => some.get(id) ?? []);
        return { alike: likeness, kind, cases: casesOf(group) };
      });
    })
    .sort((a, b) => b.cases.length - a.cases.length);
}

function casesOf(group: readonly Row[]): LikeCase[] {
  const numbers = group.map(({ number }) => number);
  return group
    .map(({ id, number, subject, applicant, dueDay, party, steps }) => ({
      ...{ id, number, subject, applicant, dueDay },
      twice: group.some((one) => one.id !== id && one.party === party),
      joined: numbers.every((one) => one === number || (steps.joined?.with.includes(one) ?? false)),
    }))
    .sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : a.number < b.number ? -1 : 1));
}
