import type { ServerResponse } from 'node:http';

/** Answers whole, with the type of the body. */
export const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = text.startsWith('<')
    ? text.startsWith('<html')
      ? 'text/html'
      : 'application/xml'
    : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(text);
};
