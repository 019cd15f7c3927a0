// Everything that an organisation, or a person in their own name, did in a period: appeals with what became of them, contributions to rounds
// with their answers, invitations, promises that answers made to it. For its own people alone; called by the report for its board.
import type { Kind, Locale } from '../../guide/schema';
import type { Verdict } from '../core/appeal';
import { dayOf, instantOf, addDays, type Day } from '../core/day';
import type { Promised } from '../core/steps';
import { isLate, standingOf, type Standing, type StandingFacts } from '../core/standing';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { identitiesOf } from './filing';
import { titledFor } from './rounds';
import { NAME_IN } from './statement';

export type ActivityAppeal = {
  number: string;
  subject: string;
  language: Locale;
  body: string;
  kindName: string;
  receivedDay: Day;
  dueDay: Day;
  endedDay: Day | null;
  standing: Standing;
  late: boolean;
  outcome: string | null;
  verdict: Verdict | null;
};
export type ActivityComment = {
  number: string;
  round: string;
  roundTitle: string;
  roundLanguage: Locale;
  receivedDay: Day;
  /** The answer's code in words; null while there is none. */
  answer: string | null;
  withdrawn: boolean;
};
export type ActivityPromise = Pick<Promised, 'text' | 'day' | 'report' | 'judged'> & {
  number: string;
  language: Locale;
};
export type Activity = {
  name: string;
  from: Day;
  to: Day;
  today: Day;
  appeals: ActivityAppeal[];
  comments: ActivityComment[];
  promises: ActivityPromise[];
  invited: number;
};
export type Asked = { organisationId: string; from: Day; to: Day };

/** Null where the viewer does not represent that organisation; an empty id is the viewer's own name. */
export async function activityOf(
  world: World,
  viewer: Viewer,
  { organisationId, from, to }: Asked,
  locale: Locale,
): Promise<Activity | null> {
  const own = organisationId === '';
  const name = own
    ? viewer.name
    : (await identitiesOf(world, viewer)).find((one) => one.organisationId === organisationId)?.name;
  if (name === undefined) return null;
  const values = [own ? viewer.personId : organisationId, from, to];
  const whose = (alias: string) =>
    own
      ? `${alias}."personId" = $1::uuid AND ${alias}."organisationId" IS NULL`
      : `${alias}."organisationId" = $1::uuid`;
  const [appeals, comments, invited] = await Promise.all([
    appealsIn(world, { whose: whose('a'), values, locale }),
    commentsIn(world, { whose: whose('c'), values, locale }),
    own ? 0 : invitedIn(world, { organisationId, from, to }),
  ]);
  return { name, from, to, today: dayOf(world.now()), ...appeals, comments, invited };
}

type Reading = { whose: string; values: string[]; locale: Locale };
type Row = StandingFacts &
  Omit<ActivityAppeal, 'standing' | 'late' | 'kindName'> & {
    kind: Kind;
    edition: string;
    steps: { promises?: Promised[] };
  };

async function appealsIn({ db, guide, now }: World, { whose, values, locale }: Reading) {
  const { rows } = await db.pool.query<Row>({
    text: `SELECT a.number, a.subject, a.language, b.${NAME_IN[locale]} AS body, a.kind, a.edition, a."receivedDay", a."registeredDay", a."dueDay", a."endedDay", a.phase, a.outcome, a.verdict, a.steps
             FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId" WHERE ${whose} AND a."receivedDay" BETWEEN $2::bpchar AND $3::bpchar ORDER BY a."receivedDay", a.number`,
    values,
  });
  const today = dayOf(now());
  return {
    appeals: rows.map(({ kind, edition, steps: _steps, outcome, ...row }): ActivityAppeal => {
      const texts = guide.edition(edition).texts[locale];
      const group = row.phase === 'terminated' ? 'termination' : row.phase === 'returned' ? 'return' : 'outcome';
      const { number, subject, language, body, receivedDay, dueDay, endedDay, verdict } = row;
      return {
        ...{ number, subject, language, body, receivedDay, dueDay, endedDay, verdict },
        ...{ standing: standingOf(row, today), late: isLate(row, today), kindName: texts[`kind.${kind}.name`] ?? kind },
        outcome: outcome === null ? null : (texts[`${group}.${outcome}.name`] ?? outcome),
      };
    }),
    promises: rows.flatMap(({ number, language, steps }) =>
      (steps.promises ?? []).map(({ text, day, report, judged }) => ({ number, language, text, day, report, judged })),
    ),
  };
}

async function commentsIn({ db, guide }: World, { whose, values, locale }: Reading): Promise<ActivityComment[]> {
  type CommentRow = {
    number: string;
    round: string;
    titleKk: string;
    titleRu: string;
    receivedDay: Day;
    code: string | null;
    phase: string;
    edition: string;
  };
  const { rows } = await db.pool.query<CommentRow>({
    text: `SELECT c.number, r.number AS round, r."titleKk", r."titleRu", c."receivedDay", c.code, c.phase, c.edition
             FROM "Comment" c JOIN "Round" r ON r.id = c."roundId" WHERE ${whose} AND c."receivedDay" BETWEEN $2::bpchar AND $3::bpchar ORDER BY c."receivedDay", c.number`,
    values,
  });
  return rows.map(({ number, round, titleKk, titleRu, receivedDay, code, phase, edition }) => {
    const { title, language } = titledFor(locale, { titleKk, titleRu });
    const answer = code === null ? null : (guide.edition(edition).texts[locale][`disposition.${code}.name`] ?? code);
    return {
      number,
      round,
      roundTitle: title,
      roundLanguage: language,
      receivedDay,
      answer,
      withdrawn: phase === 'withdrawn',
    };
  });
}

/** Rounds that the organisation was invited to. */
const invitedIn = ({ db }: World, { organisationId, from, to }: Asked): Promise<number> =>
  db.prisma.invitation.count({
    where: {
      organisationId,
      invitedAt: { gte: new Date(instantOf(from, '00:00')), lt: new Date(instantOf(addDays(to, 1), '00:00')) },
    },
  });
