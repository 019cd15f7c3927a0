// Audits of signs: what was drawn and how far the judging is, the figures once both are done, and the next case for an auditor. Before that
// nobody reads which cases carry a sign, nor what somebody said.
import { dayOf } from '../core/day';
import type { Locale } from '../../guide/schema';
import { AUDIT_CODES, auditFigures, type AuditCode, type AuditFigures } from '../core/score/audit';
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

const codeOf = (text: string): AuditCode | null => AUDIT_CODES.find((code) => code === text) ?? null;

/** Every audit, the newest first. */
export async function audits(world: Pick<World, 'db' | 'guide'>): Promise<AuditView[]> {
  const found = await world.db.prisma.auditSample.findMany({ orderBy: { period: 'desc' }, select: { period: true } });
  const views = await Promise.all(found.map(({ period }) => auditOf(world, period)));
  return views.flatMap((view) => view ?? []);
}

export async function auditOf({ db, guide }: Pick<World, 'db' | 'guide'>, period: string): Promise<AuditView | null> {
  if (!isPeriod(period)) return null;
  const found = await db.prisma.auditSample.findUnique({
    where: { period },
    include: {
      items: { select: { flagged: true, codes: { select: { code: true }, orderBy: { slot: 'asc' } } } },
      auditors: { orderBy: { slot: 'asc' }, select: { _count: { select: { codes: true } } } },
    },
  });
  if (!found) return null;
  const { edition, seed, drawnAt, flagged, others, items, auditors } = found;
  const coded = auditors.map(({ _count }) => _count.codes);
  const isOver = coded.length === 2 && coded.every((count) => count === items.length);
  const level = guide.edition(edition).scoring?.level.share;
  const judged = items.flatMap(({ flagged: sign, codes }) => {
    const [first, second] = codes.map(({ code }) => codeOf(code));
    return first && second ? [{ flagged: sign, codes: [first, second] as const }] : [];
  });
  return {
    ...{ period, edition, coded, seed: String(seed), drawnAt: drawnAt.getTime(), items: items.length },
    frame: { flagged, others },
    figures: isOver && level ? auditFigures(judged, { flagged, others }, level) : null,
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
    text: `SELECT a.number, a.subject, a.language, b.${NAME_IN[locale]} AS body, i.flagged, i.signals,
                  ARRAY(SELECT c.code FROM "AuditCode" c WHERE c.period = i.period AND c.position = i.position ORDER BY c.slot) AS codes
             FROM "AuditItem" i JOIN "Appeal" a ON a.id = i."appealId" JOIN "Body" b ON b.id = a."bodyId"
            WHERE i.period = $1::bpchar AND ${openOn('$2')} ORDER BY i.position`,
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
  { db }: Pick<World, 'db'>,
  { personId }: Viewer,
  { period, position, locale }: { period: Period; position: number | null; locale: Locale },
): Promise<ToJudge | null> {
  const { rows } = await db.pool.query<ToJudge>({
    text: `SELECT i.position, a.subject, a.text AS question, e.payload ->> 'text' AS answer, a.language, b.${NAME_IN[locale]} AS body, c.code AS mine
             FROM "AuditItem" i JOIN "Appeal" a ON a.id = i."appealId" JOIN "Body" b ON b.id = a."bodyId"
             JOIN "Event" e ON e.stream = 'appeal:' || a.id AND e.type = 'appeal.answered'
             LEFT JOIN "Auditor" w ON w.period = i.period AND w."personId" = $2::uuid
             LEFT JOIN "AuditCode" c ON c.period = i.period AND c.position = i.position AND c.slot = w.slot
            WHERE i.period = $1::bpchar AND ${position === null ? 'c.code IS NULL' : 'i.position = $3'} ORDER BY i.position LIMIT 1`,
    values: position === null ? [period, personId] : [period, personId, position],
  });
  return rows[0] ?? null;
}

/** Whether the viewer is, or may still become, one of the two. */
export async function maySit({ db }: Pick<World, 'db'>, { personId }: Viewer, period: Period): Promise<boolean> {
  const auditors = await db.prisma.auditor.findMany({ where: { period }, select: { personId: true } });
  return auditors.length < 2 || auditors.some((one) => one.personId === personId);
}
