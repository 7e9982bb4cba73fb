import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  parseJson,
  sendAnswer,
  type Json,
  type WireAnswer,
  type WireRequest,
} from './http/wire.ts';
import { oldErrorAnswer } from './plex-tv/refusals.ts';
import type { ListedFault } from './state/fault-list.ts';

const CAPTIVE_PORTAL =
  '<!doctype html><html><head><title>Welcome to Harbour Guest Wi-Fi</title></head>' +
  '<body><h1>Welcome aboard</h1><p>Accept the terms to go online.</p></body></html>';

/** Makes the fault happen to one request. `answer` asks the real handler, for the faults that spoil a real answer. */
export async function performFault(
  { fault: { action }, removed }: Pick<ListedFault, 'fault' | 'removed'>,
  request: WireRequest,
  response: ServerResponse,
  answer: (request: WireRequest) => Promise<WireAnswer>,
  now: () => number,
): Promise<void> {
  const send = (made: WireAnswer): void => {
    sendAnswer(response, made, now());
  };
  if ('hang' in action) return;
  if ('reset' in action) {
    response.socket?.resetAndDestroy();
    return;
  }
  if ('raw' in action) {
    response.socket?.end(Buffer.from(action.raw, 'latin1'));
    return;
  }
  if ('hold' in action) {
    await removed;
    send(await answer(request));
  } else if ('delayMs' in action) {
    await wait(action.delayMs);
    send(await answer(request));
  } else if ('dripMs' in action) {
    await drip(response, await answer(request), action.dripMs, now());
  } else if ('cutMidBody' in action) {
    cut(response, await answer(request), now());
  } else if ('asXml' in action) {
    send(await answer({ ...request, headers: { ...request.headers, accept: 'application/xml' } }));
  } else if ('scramble' in action) {
    send(scrambled(await answer(request), action.scramble));
  } else if ('sizeBytes' in action) {
    flood(response, action.sizeBytes, now());
  } else {
    send(invented(action));
  }
}

type InventedAction = Extract<
  ListedFault['fault']['action'],
  | { status: number }
  | { garbage: true }
  | { html: true }
  | { redirectTo: string }
  | { invalidToken: true }
>;

function invented(action: InventedAction): WireAnswer {
  if ('garbage' in action) {
    return { status: 200, headers: { 'Content-Type': 'application/json' }, body: randomBytes(512) };
  }
  if ('html' in action) {
    return { status: 200, headers: { 'Content-Type': 'text/html' }, body: CAPTIVE_PORTAL };
  }
  if ('redirectTo' in action) {
    return { status: 301, headers: { Location: action.redirectTo }, body: '' };
  }
  if ('invalidToken' in action) return oldErrorAnswer(422, 'Invalid token');
  return {
    status: action.status,
    headers: {
      'Content-Type': action.contentType ?? 'application/json; charset=utf-8',
      ...action.headers,
    },
    body: action.body ?? '',
  };
}

function cut(response: ServerResponse, answer: WireAnswer, now: number): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    ...answer.headers,
    'Content-Length': String(body.length + 1),
  });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    response.socket?.destroy();
  });
}

async function drip(
  response: ServerResponse,
  answer: WireAnswer,
  pauseMs: number,
  now: number,
): Promise<void> {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { Date: new Date(now).toUTCString(), ...answer.headers });
  for (let at = 0; at < body.length && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1));
    await wait(pauseMs);
  }
  response.end();
}

function flood(response: ServerResponse, sizeBytes: number, now: number): void {
  const opening = '{"filler":"';
  const ending = '"}';
  const block = 'x'.repeat(65_536);
  response.writeHead(200, {
    Date: new Date(now).toUTCString(),
    'Content-Type': 'application/json; charset=utf-8',
  });
  Readable.from(
    (function* (): Generator<string> {
      yield opening;
      for (let left = sizeBytes - opening.length - ending.length; left > 0; left -= block.length) {
        yield left >= block.length ? block : block.slice(0, left);
      }
      yield ending;
    })(),
  ).pipe(response);
}

function scrambled(answer: WireAnswer, how: 'nulls' | 'types'): WireAnswer {
  if (!(answer.headers['Content-Type'] ?? '').startsWith('application/json')) return answer;
  const value = parseJson(String(answer.body)) ?? null;
  return { ...answer, body: JSON.stringify(scrambleJson(value, how)) };
}

/** A JSON document of the same shape with every value null, or every value of a type it should not have. */
function scrambleJson(value: Json, how: 'nulls' | 'types'): Json {
  if (isList(value)) return value.map((item) => scrambleJson(item, how));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, scrambleJson(item ?? null, how)]),
    );
  }
  return how === 'nulls' ? null : otherType(value);
}

function otherType(value: string | number | boolean | null): Json {
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return [value];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
