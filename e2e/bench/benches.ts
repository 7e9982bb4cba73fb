import type { Bench } from './bench.ts';
import { backgroundBench } from './background-bench.ts';
import { commandLineBench } from './command-line-bench.ts';
import { connectionsBench } from './connections-bench.ts';
import { garbageBench } from './garbage-bench.ts';
import { hostileTextBench } from './hostile-text-bench.ts';
import { idleBench } from './idle-bench.ts';
import { ipcBench } from './ipc-bench.ts';
import { listsBench } from './lists-bench.ts';
import { memoryBench, memoryCurveBench } from './memory-bench.ts';
import { sizeBench } from './size-bench.ts';
import { windowBench } from './window-bench.ts';

export const benches: readonly Bench[] = [
  ...[commandLineBench, connectionsBench, garbageBench, hostileTextBench, sizeBench],
  ...[windowBench, memoryBench, memoryCurveBench, ipcBench, listsBench, idleBench],
  backgroundBench,
];
