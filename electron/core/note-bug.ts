import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/errors.ts';
import type { Log } from '../ports.ts';

/** What was thrown is a mistake in Usher: it goes into the log, and whoever asked gets the reference to it alone. */
export function noteBug(
  log: Log,
  event: 'request.bug' | 'command.bug' | 'start.bug' | 'main.bug',
  facts: { readonly name: string; readonly thrown: unknown },
): AppError {
  const reference = randomUUID().slice(0, 8);
  log.error(event, { ...facts, reference });
  return { code: 'internal', reference };
}
