import type { ServerResponse } from 'node:http';
import type { WireAnswer } from './wire-answer.ts';

/** Sends an answer whole. The `Date` header tells the fake's own time, so that a clock moved by a test shows. */
export function sendAnswer(response: ServerResponse, answer: WireAnswer, now: number): void {
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body, 'utf8');
  const length: Record<string, string> =
    answer.status === 204 ? {} : { 'Content-Length': String(body.length) };
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    ...answer.headers,
    ...length,
  });
  response.end(answer.status === 204 ? undefined : body);
}
