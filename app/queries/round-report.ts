// The report on a round in one of the state languages, as plain facts for a printed paper: what was asked, what was said, what was done
// and what follows, every point with its answer, and the numbers behind them. Public once the outcome is.
import type { DispositionId, Origin, StateLanguage } from '../../guide/schema';
import { DISPOSITIONS, ORIGINS } from '../../guide/schema';
import type { PARTICIPANTS } from '../core/comment-event';
import type { Day } from '../core/day';
import type { Point } from '../core/point';
import { titleOf } from '../core/point-title';
import type { Round } from '../core/round';
import { versionsOf } from '../core/round-documents';
import type { World } from '../world';
import { clauseLabel } from './comment-parts';
import { twinsIn } from './round-twins';
import { NAME_IN } from './statement';

/** Letters of a clause without number and heading that stand for its name. */
const UNNAMED = 120;

type Participant = (typeof PARTICIPANTS)[number];
export type ReportPoint = { title: string; comments: number; code: string; reason: string; changes: ReportChange[] };
/** A changed clause, and the language of the text that calls it so: the report's own unless only the other one has it. */
export type ReportChange = { name: string; language: StateLanguage };
export type RoundReport = {
  language: StateLanguage;
  number: string;
  kind: string;
  title: string;
  body: string;
  council: string | null;
  opensDay: Day;
  closesDay: Day;
  moves: { how: Round['moves'][number]['how']; was: Day; closesDay: Day; reason: string; by: string }[];
  asked: string;
  said: string;
  did: string;
  next: string;
  decision: string;
  decidedBy: string;
  publishedDay: Day;
  publishedBy: string;
  byParticipant: { participant: Participant; comments: number }[];
  byOrigin: { name: string; comments: number }[];
  byDisposition: { id: DispositionId; name: string; comments: number }[];
  withdrawn: number;
  late: number;
  points: ReportPoint[];
  view: {
    text: string;
    votes: Record<'for' | 'against' | 'abstained', number>;
    recused: string[];
    answer: string | null;
  } | null;
  /** Votes by which no view came about. */
  notAdopted: { day: Day; failed: Round['notAdopted'][number]['failed'] }[];
  commitments: { text: string; dueDay: Day; report: string | null }[];
};

type Counted = {
  participant: Participant;
  origin: Origin;
  code: DispositionId | null;
  phase: string;
  pointId: string | null;
  late: boolean;
  n: number;
};

/** The report, or null while the outcome is not published. */
export async function roundReport(world: World, round: Round, language: StateLanguage): Promise<RoundReport | null> {
  const { outcome, decision, view, settings } = round;
  if (!outcome || !decision) return null;
  const texts = world.guide.edition(round.edition).texts[language];
  const name = (key: string) => texts[key] ?? key;
  const [counted, names, clauses] = await Promise.all([
    counts(world, round.id),
    hosts(world, round, language),
    clauseNames(world, round, language),
  ]);
  const total = (fits: (row: Counted) => boolean) =>
    counted.filter((row) => row.phase !== 'withdrawn' && fits(row)).reduce((sum, { n }) => sum + n, 0);
  const post = ({ name: who, post: held }: { name: string; post: string | null }) => (held ? `${who}, ${held}` : who);
  return {
    ...{
      language,
      number: round.number,
      kind: name(`kind.${round.kind}.name`),
      title: settings.title[language],
      ...names,
    },
    ...{ opensDay: settings.opensDay, closesDay: settings.closesDay },
    moves: round.moves.map(({ how, was, closesDay, reason, signatory }) => ({
      ...{ how, was, closesDay, reason: reason[language], by: post(signatory) },
    })),
    ...{
      asked: outcome.asked[language],
      said: outcome.said[language],
      did: outcome.did[language],
      next: outcome.next[language],
    },
    ...{ decision: decision.decision[language], decidedBy: post(decision.signatory) },
    ...{ publishedDay: outcome.day, publishedBy: post(outcome.signatory) },
    byParticipant: (['organisation', 'person', 'council'] as const)
      .map((participant) => ({ participant, comments: total((row) => row.participant === participant) }))
      .filter(({ comments }) => comments > 0),
    byOrigin: ORIGINS.map((origin) => ({
      name: name(`origin.${origin}.name`),
      comments: total((row) => row.origin === origin),
    })).filter(({ comments }) => comments > 0),
    byDisposition: DISPOSITIONS.map((id) => ({
      id,
      name: name(`disposition.${id}.name`),
      comments: total(({ code }) => code === id),
    })),
    withdrawn: counted.filter(({ phase }) => phase === 'withdrawn').reduce((sum, { n }) => sum + n, 0),
    late: total(({ late }) => late),
    points: round.points.flatMap((point) =>
      pointOf(
        point,
        total(({ pointId }) => pointId === point.id),
        { language, name, clauses, round },
      ),
    ),
    view: view && {
      text: view.text[language],
      votes: {
        for: view.votes.filter(({ vote }) => vote === 'for').length,
        against: view.votes.filter(({ vote }) => vote === 'against').length,
        abstained: view.votes.filter(({ vote }) => vote === 'abstained').length,
      },
      recused: view.recused.map((member) => member.name),
      answer: round.councilAnswer?.text[language] ?? null,
    },
    notAdopted: round.notAdopted.map(({ day, failed }) => ({ day, failed })),
    commitments: round.commitments.map(({ text, dueDay, report }) => ({
      ...{ text: text[language], dueDay, report: report && report.evidence[language] },
    })),
  };
}

type Words = {
  language: StateLanguage;
  name: (key: string) => string;
  clauses: ReadonlyMap<string, ReportChange>;
  round: Round;
};

const pointOf = (point: Point, comments: number, { language, name, clauses, round }: Words): ReportPoint[] => {
  const { disposition } = point;
  return disposition
    ? [
        {
          ...{
            title: titleOf(round, point, language),
            comments,
            code: name(`disposition.${disposition.code}.name`),
            reason: disposition.reason[language],
          },
          changes: disposition.changes.flatMap(
            ({ documentId, anchor }) => clauses.get(`${documentId}/${anchor}`) ?? [],
          ),
        },
      ]
    : [];
};

async function counts({ db }: World, roundId: string): Promise<Counted[]> {
  const { rows } = await db.pool.query<Counted>({
    name: 'round_report_counts',
    text: `SELECT participant, origin, code, phase, "pointId", coalesce("endedDay" > "dueDay", false) AS late, count(*)::int AS n
             FROM "Comment" WHERE "roundId" = $1::uuid GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [roundId],
  });
  return rows;
}

async function hosts(
  { db }: World,
  { bodyId, councilId }: Round,
  language: StateLanguage,
): Promise<Pick<RoundReport, 'body' | 'council'>> {
  const { rows } = await db.pool.query<Pick<RoundReport, 'body' | 'council'>>({
    name: `round_report_hosts_${language}`,
    text: `SELECT b.${NAME_IN[language]} AS body, c.${NAME_IN[language]} AS council
             FROM "Body" b LEFT JOIN "Council" c ON c.id = $2::uuid WHERE b.id = $1::uuid`,
    values: [bodyId, councilId],
  });
  return rows[0] ?? { body: '', council: null };
}

/** The clauses that answers show, by 'documentId/anchor': as the text in this language calls them; one that it has not in the other's words. */
async function clauseNames(world: World, round: Round, language: StateLanguage): Promise<Map<string, ReportChange>> {
  const links = round.points.flatMap(({ disposition }) => disposition?.changes ?? []);
  if (links.length === 0) return new Map();
  const twins = await twinsIn(world, round.documents);
  const places = links.flatMap(({ documentId, anchor }) => {
    const document = round.documents.find((one) => one.documentId === documentId);
    if (!document) return [];
    const own = { shown: `${documentId}/${anchor}`, documentId, anchor, language: document.language };
    const twin = document.language === language ? undefined : twins(document).get(anchor);
    const versions = versionsOf(round.documents, { role: document.role, language });
    return [
      own,
      ...(twin ? versions.map((one) => ({ ...own, documentId: one.documentId, anchor: twin, language })) : []),
    ];
  });
  const rows = await world.db.prisma.clause.findMany({
    where: { OR: places.map(({ documentId, anchor }) => ({ documentId, anchor })) },
    select: { documentId: true, anchor: true, number: true, heading: true, plain: true },
  });
  return new Map(
    places.flatMap(({ shown, documentId, anchor, language: spoken }) => {
      const clause = rows.find((one) => one.documentId === documentId && one.anchor === anchor);
      const name = clause && (clauseLabel(clause, spoken) || clause.plain.slice(0, UNNAMED));
      return name ? [[shown, { name, language: spoken }] as const] : [];
    }),
  );
}
