import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyAnswer, jsonAnswer } from './http/answers.ts';
import type { Dispatch } from './http/router.ts';
import { parseJson, sendAnswer, type WireRequest } from './http/wire.ts';
import { performFault } from './perform-fault.ts';
import type { World } from './state/world.ts';

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

/** Reads a request to its end; null when its target is not a usable path. */
async function readRequest(message: IncomingMessage): Promise<WireRequest | null> {
  const address = `http://fake${message.url ?? '/'}`;
  if (!URL.canParse(address)) return null;
  const target = new URL(address);
  const body = await readBody(message);
  const contentType = message.headers['content-type'] ?? '';
  return {
    method: message.method ?? 'GET',
    path: target.pathname,
    query: target.searchParams,
    headers: flatten(message),
    body,
    form: contentType.startsWith('application/x-www-form-urlencoded')
      ? new URLSearchParams(body)
      : null,
    json: contentType.startsWith('application/json') ? parseJson(body) : undefined,
    remoteAddress: message.socket.remoteAddress ?? '',
    params: {},
  };
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function flatten(message: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
