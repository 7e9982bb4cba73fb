import type { Measure } from './bench.ts';

export const isMissed = ({ value, limit }: Measure): boolean => limit !== null && !(value <= limit);
