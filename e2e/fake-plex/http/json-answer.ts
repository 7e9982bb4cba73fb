import type { Json } from './json.ts';
import type { WireAnswer } from './wire-answer.ts';

/** A JSON answer, whatever the caller's `Accept` says. */
export function jsonAnswer(status: number, value: Json): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
