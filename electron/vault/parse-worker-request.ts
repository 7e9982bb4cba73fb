import type { WorkerRequest } from './worker-request.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Reads a message to the keychain's process; null when it is none.
 * SECURITY: the three calls listed here are all that the process does. Never `findCredentials`: on Linux it ends the
 * process when a matching item is locked.
 */
export const parseWorkerRequest = (message: unknown): WorkerRequest | null => {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message && 'op' in message && 'service' in message && 'account' in message)) {
    return null;
  }
  const { id, op, service, account } = message;
  if (typeof id !== 'number' || !isText(service) || !isText(account)) return null;
  if (op === 'get' || op === 'delete') return { id, op, service, account };
  if (op !== 'set' || !('secret' in message) || !isText(message.secret)) return null;
  return { id, op, service, account, secret: message.secret };
};
