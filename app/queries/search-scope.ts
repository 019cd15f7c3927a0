// Where search may find something for this viewer, noun by noun: the table behind an entry (alias `e`), the rule of reading and the filters.
// The rules are core/permission's in SQL: cases that the viewer may read, rounds that are public, comments that were neither hidden nor
// taken back. A test walks every role over them.
import { addDays, instantOf, type Day } from '../core/day';
import type { Viewer } from '../core/viewer';
import { conditionsOf, underBody } from './appeals-where';
import type { FoundKind, SearchFilter } from './search-filter';

type Given = (value: unknown) => string;
type Asked = { filter: SearchFilter; viewer: Viewer | null; today: Day; given: Given };
export type Scope = { from: string; conditions: string[] };

const period = ({ from, to }: SearchFilter, given: Given): string[] => [
  ...(from ? [`e.at >= ${given(iso(from))}::timestamptz`] : []),
  ...(to ? [`e.at < ${given(iso(addDays(to, 1)))}::timestamptz`] : []),
];
const iso = (day: Day): string => new Date(instantOf(day, '00:00')).toISOString();

export const SCOPES: Record<FoundKind, (asked: Asked) => Scope> = {
  appeal({ filter, viewer, today, given }) {
    const { body, kind, standing, from, to } = filter;
    const asked = { q: '', body, kind, standing, from, to, time: null, whose: null };
    return {
      from: '"Appeal" a',
      conditions: ['a.id = e.id', ...conditionsOf({ filter: asked, question: null, viewer, today, given }).conditions],
    };
  },
  round({ filter, given }) {
    return { from: '"Round" r', conditions: ['r.id = e.id', ...ofRound(filter, given), ...period(filter, given)] };
  },
  comment({ filter, given }) {
    return {
      from: '"Comment" c JOIN "Round" r ON r.id = c."roundId"',
      conditions: [
        'c.id = e.id',
        `c.hidden IS NULL AND c.phase IN ('open', 'disposed')`,
        ...ofRound(filter, given),
        ...period(filter, given),
      ],
    };
  },
};

const ofRound = ({ body, topic }: SearchFilter, given: Given): string[] => [
  `r.phase <> 'preparing'`,
  ...(body ? [underBody('r', given(body))] : []),
  ...(topic ? [`r.topic = ${given(topic)}`] : []),
];
