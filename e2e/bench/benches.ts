import type { Bench } from './bench.ts';
import { commandLineBench } from './command-line-bench.ts';
import { connectionsBench } from './connections-bench.ts';
import { garbageBench } from './garbage-bench.ts';

export const benches: readonly Bench[] = [commandLineBench, connectionsBench, garbageBench];
