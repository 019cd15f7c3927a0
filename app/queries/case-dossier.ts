// The dossier of a case as its reader may have it: everything that its page tells this reader, each duty with its reckoning, the notices and
// their service for the parties, every file with its hash, and where the record stands in the public register. Nothing in it is one person's:
// all of a side get the same.
import type { Locale } from '../../guide/schema';
import { streamOf } from '../core/appeal';
import type { Day, Instant } from '../core/day';
import { foldObligations } from '../core/obligation';
import type { Viewer } from '../core/viewer';
import { issue, type Audience } from '../data/register/issued';
import type { World } from '../world';
import { caseView, type CaseView, type Duty } from './case';
import type { CaseFacts } from './case-facts';
import { filesOf, type CaseFile } from './case-files';
import { noticesOf, type NoticeView } from './notices';
import { reasoned, type ReasonedTerm } from './reasons';

export type DossierDuty = Duty & { term: ReasonedTerm };
/** Where the record stands in the public register: how many of its events, and the day whose root holds the last of them. */
export type InRegister = { events: number; day: Day; root: string };
export type CaseDossier = {
  lang: Locale;
  audience: Audience;
  /** When the last event was recorded: the paper is as old as what it tells. */
  at: Instant;
  view: CaseView;
  /** Without those that the main clock stands for, in the order of their days. */
  duties: DossierDuty[];
  notices: NoticeView[];
  files: CaseFile[];
  register: InRegister | null;
  /** The signed note of what this is: the last part of the address that the square code leads to. */
  code: string;
};

/** Of a loaded case, in `lang`. */
export async function caseDossier(
  world: World,
  viewer: Viewer | null,
  facts: CaseFacts,
  lang: Locale,
): Promise<CaseDossier> {
  const [view, notices, register] = await Promise.all([
    caseView(world, viewer, facts, lang),
    noticesOf(world, facts.side === null ? null : viewer, facts, lang),
    standInRegister(world, streamOf(facts.appeal.id), facts.events.length),
  ]);
  const edition = world.guide.edition(facts.appeal.edition);
  const owed = foldObligations(facts.events);
  const audience: Audience = facts.side ?? 'public';
  const { number } = facts.appeal;
  const stand = { number, version: facts.events.length, hash: facts.hash, day: view.today, audience, lang };
  return {
    ...{ lang, audience, view, notices, register },
    at: facts.events.at(-1)?.at ?? facts.appeal.receivedAt,
    duties: [...view.duties, ...view.errands]
      .flatMap((duty) => {
        const reckoning = owed.get(duty.key)?.reckoning;
        return reckoning ? [{ ...duty, term: reasoned(edition, lang, reckoning) }] : [];
      })
      .toSorted((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0)),
    files: [...filesOf(facts).values()],
    code: await issue(world.register, stand),
  };
}

/** Of the first `until` events of a stream; null while none of them is in a signed day. */
export async function standInRegister(
  { db }: Pick<World, 'db'>,
  stream: string,
  until: number,
): Promise<InRegister | null> {
  const { rows } = await db.pool.query<InRegister>({
    name: 'stand_in_register',
    text: `SELECT l.version AS events, l.day, d.root FROM "RegisterLeaf" l JOIN "RegisterDay" d ON d.day = l.day
            WHERE l.stream = $1 AND l.version <= $2 ORDER BY l.version DESC LIMIT 1`,
    values: [stream, until],
  });
  return rows[0] ?? null;
}
