import type { WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

/** Turns a request into an answer. */
export type Dispatch = (request: WireRequest) => Promise<WireAnswer>;
