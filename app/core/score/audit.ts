// The audit of signs by people: which cases they judge, drawn by a published seed from flagged ones and others, and what the two who judged,
// each alone, make of the signs: agreement, precision, and how much the signs missed.
import type { Scoring } from '../../../guide/schema';
import type { NotEstimable } from '../statistics/estimate';
import { kappa, type Kappa } from '../statistics/kappa';
import { chance, seedOf } from '../statistics/random';
import { wilson, type Share } from '../statistics/wilson';
import type { Period } from './period';

export const AUDIT_CODES = ['answers', 'brushes_off', 'unclear'] as const;
export type AuditCode = (typeof AUDIT_CODES)[number];
/** Everything that could be drawn: how many cases of either kind. */
export type Frame = { flagged: number; others: number };
/** A case as both judged it. */
export type Judged = { flagged: boolean; codes: readonly [AuditCode, AuditCode] };

export const auditSeed = (period: Period): number => seedOf(`audit ${period}`);

/**
 * So many of the flagged and of the others as the guide says, mixed so that their order tells nothing. Both lists sorted by id are drawn
 * from by one seed: whoever has them draws the same sample.
 */
export function drawSample(
  { flagged, others }: { flagged: readonly string[]; others: readonly string[] },
  { sample }: Pick<NonNullable<Scoring['brush_off']>, 'sample'>,
  seed: number,
): string[] {
  const { below } = chance(seed);
  const mixed = (list: readonly string[]): string[] => {
    const drawn = [...list];
    for (let at = drawn.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [drawn[at], drawn[other]] = [drawn[other] ?? '', drawn[at] ?? ''];
    }
    return drawn;
  };
  return mixed([
    ...mixed([...flagged].sort()).slice(0, sample.flagged),
    ...mixed([...others].sort()).slice(0, sample.others),
  ]);
}

export type AuditFigures = {
  kappa: Kappa | NotEstimable;
  /** One row for each code of the first, one column for each of the second. */
  table: number[][];
  /** Of the flagged cases those that both call brushing off. */
  precision: Share | NotEstimable;
  /** The same of the cases without a sign: what signs miss. */
  missed: Share | NotEstimable;
  /** Of all cases that brush off, the share that signs find; its ends put the worst ends of both shares together. Null where unknown. */
  recall: { estimate: number; low: number; high: number } | null;
};

/** `frame` weighs the two kinds: few flagged cases stand beside many others. */
export function auditFigures(judged: readonly Judged[], frame: Frame, level: number): AuditFigures {
  const table = AUDIT_CODES.map((row) =>
    AUDIT_CODES.map((column) => judged.filter(({ codes }) => codes[0] === row && codes[1] === column).length),
  );
  const share = (flagged: boolean) => {
    const own = judged.filter((one) => one.flagged === flagged);
    return wilson(own.filter(({ codes }) => codes.every((code) => code === 'brushes_off')).length, own.length, level);
  };
  const [precision, missed] = [share(true), share(false)];
  return { kappa: kappa(table, level), table, precision, missed, recall: recallOf(precision, missed, frame) };
}

function recallOf(
  precision: Share | NotEstimable,
  missed: Share | NotEstimable,
  { flagged, others }: Frame,
): AuditFigures['recall'] {
  if (precision.estimate === null || missed.estimate === null) return null;
  const of = (found: number, lost: number) => (found + lost === 0 ? null : found / (found + lost));
  const estimate = of(flagged * precision.estimate, others * missed.estimate);
  const low = of(flagged * precision.low, others * missed.high);
  const high = of(flagged * precision.high, others * missed.low);
  return estimate === null || low === null || high === null ? null : { estimate, low, high };
}
