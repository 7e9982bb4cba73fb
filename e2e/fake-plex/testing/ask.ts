import { expect } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';

/** Makes one request and reads the answer to its end. Nothing is followed and nothing is added. */
export async function ask(url: string, init: RequestInit = {}): Promise<TestAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const json = parse(text);
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    json,
    read: (path) => {
      const value = path.split('.').reduce<unknown>(step, json);
      if (typeof value !== 'string') throw new Error(`No text at ${path} in ${text.slice(0, 200)}`);
      return value;
    },
  };
}

function step(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** What a well-behaved client sends with every request. */
export function clientHeaders(token?: string): Record<string, string> {
  return {
    Accept: 'application/json',
    'X-Plex-Client-Identifier': 'test-client-1',
    'X-Plex-Product': 'Test Client',
    'X-Plex-Device-Name': 'test desk',
    ...(token === undefined ? {} : { 'X-Plex-Token': token }),
  };
}

/** Signs in over the wire with these form fields. */
export function signIn(fake: FakePlex, fields: Record<string, string>): Promise<TestAnswer> {
  return ask(`${fake.baseUrl}/api/v2/users/signin`, {
    method: 'POST',
    headers: clientHeaders(),
    body: new URLSearchParams(fields),
  });
}

/** An answer as a test reads it. */
export interface TestAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; undefined when it is something else. */
  readonly json: unknown;
  /** The string at a dotted path of the JSON body; throws when there is none. */
  read(path: string): string;
}

/** Stands in an expected value for a list that has all of these in it. */
export function including(items: readonly unknown[]): unknown {
  return expect.arrayContaining([...items]);
}

/** Stands in an expected value for any text that fits the pattern. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
