import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';

/** One handler a request; a request without one does not compile. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => Promise<Result<RequestOutput<Name>>>;
};
