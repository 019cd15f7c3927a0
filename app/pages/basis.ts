// Articles of law in words, for paper.
import type { Source } from '../queries/reasons';

/** 'APPC 76(3) (not read)'. */
export const basisOf = (sources: readonly Source[]): string =>
  sources.map(({ label, doubt }) => (doubt ? `${label} (${doubt})` : label)).join(', ');
