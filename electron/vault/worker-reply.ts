import type { WorkerFailure } from './worker-failure.ts';

/** The keychain process's answer: the secret or null of `get`, whether `delete` found something, null of `set`. */
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly value: string | boolean | null }
  | { readonly id: number; readonly ok: false; readonly failure: WorkerFailure };
