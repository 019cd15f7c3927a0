// Audits of signs: what was drawn and how far the judging is, the figures once both are done, and the next case for an auditor. Before that
// nobody reads which cases carry a sign, nor what somebody said.
import { dayOf } from '../core/day';
import type { Locale } from '../../guide/schema';
import { auditIn, AUDITORS, codedBy, isAuditOver, type Audit } from '../core/audit';
import { auditFigures, type AuditCode, type AuditFigures } from '../core/score/audit';
import { isPeriod, type Period } from '../core/score/period';
import type { Signals } from '../core/score/brush-off';
import type { Viewer } from '../core/viewer';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { NAME_IN } from './statement';

export type AuditView = {
  period: Period;
  seed: string;
  drawnAt: number;
  edition: string;
  frame: { flagged: number; others: number };
  items: number;
  /** How many each has judged; fewer than two where somebody is still missing. */
  coded: number[];
  figures: AuditFigures | null;
};
export type AuditedCase = {
  number: string;
  subject: string;
  language: string;
  body: string;
  flagged: boolean;
  signals: Signals;
  codes: AuditCode[];
};

/** Every audit, the newest first. */
export async function audits(world: Pick<World, 'db' | 'guide'>): Promise<AuditView[]> {
  const found = await world.db.prisma.audit.findMany({ orderBy: { period: 'desc' }, select: { facts: true } });
  return found.map((row) => viewOf(world, auditIn(row)));
}

async function found({ db }: Pick<World, 'db'>, period: string): Promise<Audit | null> {
  const row = isPeriod(period)
    ? await db.prisma.audit.findUnique({ where: { period }, select: { facts: true } })
    : null;
  return row && auditIn(row);
}

export async function auditOf(world: Pick<World, 'db' | 'guide'>, period: string): Promise<AuditView | null> {
  const audit = await found(world, period);
  return audit && viewOf(world, audit);
}

/** Figures from what was recorded, once both are done. */
function viewOf({ guide }: Pick<World, 'guide'>, audit: Audit): AuditView {
  const { period, edition, seed, drawnAt, frame, items, auditors } = audit;
  const level = guide.edition(edition).scoring?.level.share;
  const judged = items.flatMap(({ flagged }, at) => {
    const [first, second] = auditors.map(({ codes }) => codes[at]);
    return first && second ? [{ flagged, codes: [first, second] as const }] : [];
  });
  return {
    ...{ period: period as Period, edition, seed: String(seed), drawnAt, frame, items: items.length },
    coded: auditors.map(codedBy),
    figures: isAuditOver(audit) && level ? auditFigures(judged, frame, level) : null,
  };
}

/** Every case of an audit that is over, with its sign and what both said. */
export async function auditedCases(
  { db, now }: Pick<World, 'db' | 'now'>,
  period: Period,
  locale: Locale,
): Promise<AuditedCase[]> {
  const { rows } = await db.pool.query<AuditedCase>({
    name: `audited_${locale}`,
    text: `SELECT a.number, a.subject, a.language, b.${NAME_IN[locale]} AS body, (i.item -> 'flagged')::boolean AS flagged, i.item -> 'signals' AS signals,
                  ARRAY(SELECT w -> 'codes' ->> (i.at::int - 1) FROM jsonb_array_elements(d.facts -> 'auditors') WITH ORDINALITY AS x(w, slot) ORDER BY slot) AS codes
             FROM "Audit" d CROSS JOIN LATERAL jsonb_array_elements(d.facts -> 'items') WITH ORDINALITY AS i(item, at)
             JOIN "Appeal" a ON a.id = (i.item ->> 'appealId')::uuid JOIN "Body" b ON b.id = a."bodyId"
            WHERE d.period = $1::bpchar AND ${openOn('$2')} ORDER BY i.at`,
    values: [period, dayOf(now())],
  });
  return rows;
}

export type ToJudge = {
  position: number;
  subject: string;
  question: string;
  answer: string;
  language: string;
  body: string;
  mine: AuditCode | null;
};

/** A case for this auditor: the one asked for, else the first that is not judged yet; null where there is none. No sign, nothing of the other. */
export async function toJudge(
  world: Pick<World, 'db'>,
  { personId }: Viewer,
  asked: { period: Period; position: number | null; locale: Locale },
): Promise<ToJudge | null> {
  const audit = await found(world, asked.period);
  if (!audit) return null;
  const mine = audit.auditors.find((one) => one.personId === personId)?.codes ?? audit.items.map(() => null);
  const position = asked.position ?? mine.indexOf(null);
  const item = audit.items[position];
  if (!item) return null;
  const { rows } = await world.db.pool.query<Omit<ToJudge, 'position' | 'mine'>>({
    name: `audit_case_${asked.locale}`,
    text: `SELECT a.subject, a.text AS question, e.payload ->> 'text' AS answer, a.language, b.${NAME_IN[asked.locale]} AS body
             FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId" JOIN "Event" e ON e.stream = 'appeal:' || a.id AND e.type = 'appeal.answered'
            WHERE a.id = $1::uuid LIMIT 1`,
    values: [item.appealId],
  });
  return rows[0] ? { ...rows[0], position, mine: mine[position] ?? null } : null;
}

/** Whether the viewer is, or may still become, one of the two. */
export async function maySit(world: Pick<World, 'db'>, { personId }: Viewer, period: Period): Promise<boolean> {
  const { auditors = [] } = (await found(world, period)) ?? {};
  return auditors.length < AUDITORS || auditors.some((one) => one.personId === personId);
}
