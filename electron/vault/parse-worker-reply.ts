import type { WorkerFailure } from './worker-failure.ts';
import type { WorkerReply } from './worker-reply.ts';

const FAILURES: Readonly<Record<WorkerFailure, true>> = {
  noBus: true,
  noService: true,
  noCollection: true,
  notSupported: true,
  locked: true,
  denied: true,
  timeout: true,
  tooLong: true,
  failed: true,
};

const isFailure = (value: unknown): value is WorkerFailure =>
  typeof value === 'string' && Object.hasOwn(FAILURES, value);

/** Reads a message of the keychain's process; null when it is no reply. */
export const parseWorkerReply = (message: unknown): WorkerReply | null => {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message && 'ok' in message) || typeof message.id !== 'number') return null;
  const { id } = message;
  if (message.ok === false) {
    return {
      id,
      ok: false,
      failure: 'failure' in message && isFailure(message.failure) ? message.failure : 'failed',
    };
  }
  if (message.ok !== true || !('value' in message)) return null;
  const { value } = message;
  if (typeof value !== 'string' && typeof value !== 'boolean' && value !== null) return null;
  return { id, ok: true, value };
};
