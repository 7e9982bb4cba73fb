import type { Destination } from '../../shared/model/destination.ts';

/** What the process that is going to be killed is told to do. */
export interface ChildOrder {
  readonly plexUrl: string;
  readonly folder: string;
  readonly serverId: string;
  readonly destination: Destination;
  /** Null: acts at random until it is killed. */
  readonly scenario: string | null;
  /** The step it stops at and waits to be killed. */
  readonly haltAt: number;
}
