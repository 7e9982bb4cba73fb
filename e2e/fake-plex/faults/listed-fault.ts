import type { Fault } from './fault.ts';

/** A fault in force. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
  /** How often it has struck. */
  readonly struck: number;
}
