import type { FakePlex } from '../fake-plex.ts';
import { ask } from './ask.ts';
import { clientHeaders } from './client-headers.ts';
import type { TestAnswer } from './test-answer.ts';

/** Signs in over the wire with these form fields. */
export function signIn(fake: FakePlex, fields: Record<string, string>): Promise<TestAnswer> {
  return ask(`${fake.baseUrl}/api/v2/users/signin`, {
    method: 'POST',
    headers: clientHeaders(),
    body: new URLSearchParams(fields),
  });
}
