import type { Bench } from './bench.ts';
import { connectionsBench } from './connections-bench.ts';

export const benches: readonly Bench[] = [connectionsBench];
