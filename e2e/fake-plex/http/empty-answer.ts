import type { WireAnswer } from './wire-answer.ts';

/** An answer that is only a status. */
export function emptyAnswer(status: number): WireAnswer {
  return { status, headers: {}, body: '' };
}
