import type { CoreUnderTest } from '../core/core-under-test.ts';
import type { Destination } from '../../shared/model/destination.ts';
import type { Fact } from './fact.ts';

/** What a scenario is played on. */
export interface Stage {
  readonly core: CoreUnderTest;
  /** Says what the person is told, at the moment they are. */
  readonly report: (fact: Fact) => void;
  /** Approves a PIN as the person in the browser would. */
  readonly approve: (code: string) => Promise<void>;
  readonly serverId: string;
  /** Where a program reads its token. */
  readonly destination: Destination;
}

/** Something a person does, that is cut short at each of its steps. */
export interface Scenario {
  readonly name: string;
  /** What must be there before, done without a cut. */
  readonly prepare: (stage: Stage) => Promise<void>;
  readonly play: (stage: Stage) => Promise<void>;
}
