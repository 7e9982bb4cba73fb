import type { TestAnswer } from './test-answer.ts';

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
