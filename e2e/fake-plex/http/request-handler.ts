import type { RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { performFault } from '../faults/perform-fault.ts';
import type { World } from '../state/world.ts';
import type { Dispatch } from './dispatch.ts';
import { emptyAnswer } from './empty-answer.ts';
import { jsonAnswer } from './json-answer.ts';
import { readRequest } from './read-request.ts';
import { sendAnswer } from './send-answer.ts';
import type { WireRequest } from './wire-request.ts';

/**
 * What one port of the fake does with each request: log it, let a fault strike if one is due, else answer.
 * `control`, where given, answers what begins with `/__fake/`, unlogged and out of the reach of faults.
 */
export function requestHandler(
  host: string,
  world: World,
  dispatch: Dispatch,
  control: Dispatch | null,
): RequestListener {
  return (message, response) => {
    void (async () => {
      const request = await readRequest(message);
      if (request === null) {
        sendAnswer(response, emptyAnswer(400), world.clock.now());
      } else if (control !== null && request.path.startsWith('/__fake/')) {
        sendAnswer(response, await control(request), world.clock.now());
      } else {
        await answerRequest(host, world, dispatch, request, response);
      }
    })().catch((error: unknown) => {
      failVisibly(response, error, world.clock.now());
    });
  };
}

async function answerRequest(
  host: string,
  world: World,
  dispatch: Dispatch,
  request: WireRequest,
  response: ServerResponse,
): Promise<void> {
  const struck = world.faults.strike(host, request.method, request.path);
  world.requests.add(request, host, world.clock.now(), struck?.id ?? null);
  const delayMs = world.nextAnswerDelayMs();
  // A fake that was stopped has nobody left to answer, and ends at once.
  if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
  if (struck === undefined) {
    sendAnswer(response, await dispatch(request), world.clock.now());
  } else {
    await performFault(struck, request, response, dispatch, () => world.clock.now());
  }
}

/** A bug in the fake must not look like an answer of Plex. */
function failVisibly(response: ServerResponse, error: unknown, now: number): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  sendAnswer(response, jsonAnswer(500, { fakePlexBug: reason }), now);
}
