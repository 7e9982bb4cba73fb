import type { WireAnswer } from './wire-answer.ts';

/** A web page. */
export function htmlAnswer(status: number, html: string): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    body: html,
  };
}
