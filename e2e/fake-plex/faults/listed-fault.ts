import type { Fault } from './fault.ts';

/** A fault in force. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
  /** How often it has struck. */
  readonly struck: number;
  /** Resolves once the fault is taken away, also one that has struck as often as it may. */
  readonly removed: Promise<void>;
}
