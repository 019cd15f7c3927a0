// How many of each thing the invented country did beside filing and answering, by what the ledger says of it: the report of npm run simulate.
import type { World } from '../app/world';

/** Of each: how it is told, and which facts it is; `that` narrows them. */
const TOLD: readonly { told: string; type: string; that?: string }[] = [
  { told: 'answers drafted for a second official', type: 'appeal.answer_drafted' },
  { told: 'drafts sent back', type: 'appeal.draft_returned' },
  { told: 'answers signed by another than their drafter', type: 'appeal.answered', that: `payload ? 'drafter'` },
  { told: 'absences announced', type: 'absence.announced' },
  { told: 'absences ended early', type: 'absence.ended' },
  {
    told: 'acts in the place of somebody away',
    type: 'appeal.%',
    that: `jsonb_typeof(actor -> 'actingFor') = 'object'`,
  },
  { told: 'works handed over', type: 'office.handed_over' },
  { told: 'templates written', type: 'template.written' },
  { told: 'appeals joined with others', type: 'appeal.joined' },
  {
    told: 'joined appeals answered',
    type: 'appeal.answered',
    that: `EXISTS (SELECT 1 FROM "Event" j WHERE j.stream = e.stream AND j.type = 'appeal.joined')`,
  },
  { told: 'public texts redacted', type: 'appeal.redacted' },
  { told: 'public texts shown again', type: 'appeal.restored' },
  { told: 'internal notes', type: 'appeal.remarked' },
  { told: 'cases filed with several bodies', type: 'appeal.filed', that: `payload ->> 'togetherId' IS NOT NULL` },
  { told: 'appeals public from a later day', type: 'appeal.filed', that: `payload ->> 'publicDay' IS NOT NULL` },
  { told: 'such days changed', type: 'appeal.publicity_set' },
  { told: 'numbers elsewhere', type: 'appeal.external_set' },
  { told: 'decisions announced that burden', type: 'appeal.hearing_called' },
  { told: 'objections', type: 'appeal.objected' },
  { told: 'hearings held', type: 'appeal.heard' },
  { told: 'remarks on protocols decided on', type: 'appeal.remarks_decided' },
  { told: 'refusals without a hearing, for a reason', type: 'appeal.answered', that: `payload ? 'unheard'` },
  { told: 'acts suspended by a complaint', type: 'appeal.complained', that: `payload ->> 'exception' IS NULL` },
  { told: 'promises noted', type: 'appeal.promised' },
  { told: 'promises judged kept', type: 'appeal.promise_judged', that: `payload ->> 'verdict' = 'kept'` },
  { told: 'promises judged not kept', type: 'appeal.promise_judged', that: `payload ->> 'verdict' = 'not_kept'` },
];

/** What happened and how often, in this order. */
export async function happened({ db }: Pick<World, 'db'>): Promise<{ told: string; count: number }[]> {
  const { rows } = await db.pool.query<Record<string, string>>(
    `SELECT ${TOLD.map(({ type, that }, n) => `count(*) FILTER (WHERE type LIKE '${type}'${that ? ` AND ${that}` : ''}) AS n${n}`).join(', ')} FROM "Event" e`,
  );
  const [row = {}] = rows;
  return [
    ...TOLD.map(({ told }, n) => ({ told, count: Number(row[`n${n}`]) })),
    { told: 'cases followed', count: await db.prisma.follow.count({ where: { what: 'appeal' } }) },
  ];
}
