/**
 * Do the parts of surveys.yaml meet? Called by guide/crosscheck.ts: instruments that hang together, thresholds and shares that make
 * sense, plans of waves whose reminders come before their close.
 */
import { faultsOfInstrument, instrumentOf } from './instrument';
import { OCCASIONS, TRUST_SHARES, type Edition, type Surveys } from './schema';

/** The scale on which trust itself is asked, and which the shares divide. */
export const TRUST_SCALE = 'trust';

/** A point of the trust scale in no share or in two, or a share beyond the scale. */
function faultsOfShares({ scales, publishing }: Surveys): string[] {
  const scale = scales[TRUST_SCALE];
  if (!scale) return [`there is no scale ${TRUST_SCALE}, which shares divide`];
  const shares = TRUST_SHARES.map((id) => publishing.shares[id]);
  const points = Array.from({ length: scale.to - scale.from + 1 }, (_, n) => scale.from + n);
  return [
    ...shares
      .filter(({ from, to }) => from > to || from < scale.from || to > scale.to)
      .map(({ from, to }) => `publishing.shares: ${from} to ${to} is no part of the scale`),
    ...points
      .map((point) => [point, shares.filter(({ from, to }) => point >= from && point <= to).length] as const)
      .filter(([, times]) => times !== 1)
      .map(([point, times]) => `publishing.shares: ${point} belongs to ${times} of them`),
  ];
}

function faultsOfThresholds({ publishing }: Surveys): string[] {
  const { public: everyone, internal, reliability, association } = publishing;
  return [
    ...(internal.n <= everyone.n ? [] : ['publishing: the body would be shown less than everyone']),
    ...(internal.n >= 3 ? [] : ['publishing: below 3 answers each can be told from the others']),
    ...(reliability.n >= everyone.n && association.n >= everyone.n
      ? []
      : ['publishing: a coefficient would be shown where its answers are not']),
  ];
}

const faultsOfWaves = ({ waves }: Surveys): string[] =>
  OCCASIONS.flatMap((occasion) => {
    const { remind_after_days: days, open_days: open } = waves[occasion];
    return [
      ...days
        .filter((day) => day >= open.n)
        .map((day) => `waves.${occasion}: a reminder after ${day} days comes too late`),
      ...days.filter((day, at) => day <= (days[at - 1] ?? 0)).map((day) => `waves.${occasion}: ${day} is out of order`),
    ];
  });

/** An instrument for each occasion, each of them whole; every item and scale used by one. */
function faultsOfInstruments(edition: Edition, surveys: Surveys): string[] {
  const whole = Object.keys(surveys.instruments).flatMap((id) => instrumentOf(edition, id) ?? []);
  const used = (of: 'items' | 'scales') => new Set(whole.flatMap((one) => Object.keys(one[of])));
  const scales = used('scales');
  return [
    ...OCCASIONS.filter((occasion) => !whole.some((one) => one.occasion === occasion)).map(
      (occasion) => `there is no instrument for ${occasion}`,
    ),
    ...whole.flatMap(faultsOfInstrument),
    ...Object.keys(surveys.scales)
      .filter((id) => !scales.has(id))
      .map((id) => `nothing is asked on the scale ${id}`),
    ...Object.entries(surveys.items)
      .filter(([, item]) => (item.kind === 'scale' || item.kind === 'matrix') && !(item.scale in surveys.scales))
      .map(([id]) => `${id}: there is no such scale`),
    ...Object.entries(surveys.items)
      .filter(([, { construct, ...item }]) => construct === 'trust' && !('scale' in item && item.scale === TRUST_SCALE))
      .map(([id]) => `${id}: trust is asked on another scale than ${TRUST_SCALE}`),
  ];
}

/** Faults of what an edition says of surveys, as sentences. */
export const faultsOfSurveys = (edition: Edition, surveys: Surveys): string[] =>
  [
    ...faultsOfInstruments(edition, surveys),
    ...faultsOfShares(surveys),
    ...faultsOfThresholds(surveys),
    ...faultsOfWaves(surveys),
  ].map((fault) => `surveys.yaml: ${fault}`);
