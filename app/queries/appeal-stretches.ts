// How the cases of a list are read: by stretches of an index, each newest first and no further than there are cases to show or to count. What
// stands open, what ended in one way, what one body has, lies together in an index of its own; so a list costs the same however many cases
// there are. Where words are asked for, the hits are read instead. A test counts the blocks that these statements read.
import type { Day } from '../core/day';
import { PHASES, STANDINGS, type Standing } from '../core/standing';
import type { Viewer } from '../core/viewer';
import type { AppealFilter } from './appeal-filter';
import { bodiesUnder, conditionsOf } from './appeals-where';
import type { Question } from './search-question';
import { standingColumn, standingIs, stretchesIn } from './standing-where';

type Asked = {
  filter: AppealFilter;
  question: Question | null;
  /** Of a search: how far it looks (search-reach). */
  among?: string;
  viewer: Viewer | null;
  today: Day;
  given: (value: unknown) => string;
};
type Page = { keyset: readonly string[]; order: 'ASC' | 'DESC'; limit: number };

/** `newest`: ids of a page; `counted`: one row with how many are in each standing, whatever standing is asked for, up to `most`. */
export function stretchesOf({ filter, question, ...asked }: Asked) {
  const { given } = asked;
  const { standing, body, time } = filter;
  const words = question !== null;
  // Where an index is read body by body the condition on the body stands there, and not here.
  const inAll = { ...filter, standing: null, ...(words ? {} : { body: '' }) };
  const { hits, conditions, party, today } = conditionsOf({ filter: inAll, question, ...asked });
  const bodies = !words && body ? `(${bodiesUnder(given(body))}) d` : null;

  const some = (what: string, where: readonly string[], rest: string): string => {
    const one = `SELECT ${what} FROM "Appeal" a WHERE ${[...(bodies ? ['a."bodyId" = d.id'] : []), ...conditions, ...where].join(' AND ')} ${rest}`;
    return bodies ? `(SELECT s.* FROM ${bodies} CROSS JOIN LATERAL (${one}) s)` : `(${one})`;
  };
  const parted = (of: Standing | null): string[][] =>
    words
      ? [of ? [`(${standingIs(of, today())})`] : []]
      : of
        ? stretchesIn(of, today()).map((stretch) => [`(${standingIs(of, today())})`, stretch])
        : time === 'late'
          ? PHASES.map((phase) => [`a.phase = '${phase}'`])
          : [[]];

  return {
    party,
    today,
    newest({ keyset, order, limit }: Page): string {
      const ordered = (alias: string) => `ORDER BY ${alias}."receivedAt" ${order}, ${alias}.id ${order} LIMIT ${limit}`;
      const stretches = parted(standing).map((where) =>
        some('a.id, a."receivedAt"', [...where, ...keyset], ordered('a')),
      );
      return `${hits}SELECT s.id FROM (${stretches.join(' UNION ALL ')}) s ${ordered('s')}`;
    },
    counted(most: number): string {
      if (words)
        return `${hits}SELECT ${STANDINGS.map((of) => `least(${most}, count(*) FILTER (WHERE x.standing = '${of}'))::int AS "${of}"`).join(', ')}
  FROM (SELECT ${standingColumn(today())} AS standing FROM "Appeal" a WHERE ${conditions.join(' AND ')}) x`;
      const columns = STANDINGS.map((of) => {
        const stretches = parted(of).map((where) => some('1', where, `LIMIT ${most}`));
        return `(SELECT count(*)::int FROM (SELECT 1 FROM (${stretches.join(' UNION ALL ')}) s LIMIT ${most}) x) AS "${of}"`;
      });
      return `SELECT ${columns.join(',\n')}`;
    },
  };
}
