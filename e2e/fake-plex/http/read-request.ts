import type { IncomingMessage } from 'node:http';
import { parseJson } from './parse-json.ts';
import type { WireRequest } from './wire-request.ts';

/** Reads a request to its end; null when its target is not a usable path. */
export async function readRequest(message: IncomingMessage): Promise<WireRequest | null> {
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
