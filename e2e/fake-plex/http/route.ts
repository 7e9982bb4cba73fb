import type { WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

/** What answers one method (`ANY` for all of them) on one path, in which `{name}` stands for a value. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: WireRequest) => WireAnswer | Promise<WireAnswer>;
}
