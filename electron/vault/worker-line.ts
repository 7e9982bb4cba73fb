import { parseWorkerReply } from './parse-worker-reply.ts';
import type { WorkerHost, WorkerProcess } from './worker-host.ts';
import type { WorkerReply } from './worker-reply.ts';
import type { WorkerRequest } from './worker-request.ts';

/** How an attempt at a call ended. */
export type AttemptEnd =
  | { readonly kind: 'replied'; readonly reply: WorkerReply }
  /** The process ended before it replied. */
  | { readonly kind: 'died' }
  /** Given up from this side. */
  | { readonly kind: 'late' | 'cancelled' };

/** The keychain's process as one call sees it: started when there is none, and never two. */
export interface WorkerLine {
  /** Starts the process if there is none. */
  warm(): void;
  /** Whether the process, if any, has replied before: what it remembers of the keychain may be out of date. */
  isUsed(): boolean;
  attempt(request: WorkerRequest): Promise<AttemptEnd>;
  /** Sends a call whose reply nobody waits for. */
  send(request: WorkerRequest): void;
  /** Ends the attempt that runs, if any, and with it the process, which may hang. */
  giveUp(kind: 'late' | 'cancelled'): void;
  /** Ends the process; the next attempt gets a new one. */
  retire(): void;
}

export const createWorkerLine = (host: WorkerHost): WorkerLine => {
  let worker: WorkerProcess | null = null;
  let isUsed = false;
  let running: { readonly id: number; readonly end: (end: AttemptEnd) => void } | null = null;

  const end = (how: AttemptEnd): void => {
    const ended = running;
    running = null;
    ended?.end(how);
  };

  const ensure = (): WorkerProcess => {
    if (worker !== null) return worker;
    const started = host.start();
    worker = started;
    isUsed = false;
    started.onMessage((message) => {
      const reply = parseWorkerReply(message);
      if (worker !== started || reply === null || reply.id !== running?.id) return;
      isUsed = true;
      end({ kind: 'replied', reply });
    });
    started.onExit(() => {
      if (worker !== started) return;
      worker = null;
      end({ kind: 'died' });
    });
    return started;
  };

  const retire = (): void => {
    // Forgotten first: what it still says, its end included, is of no more interest.
    const retired = worker;
    worker = null;
    retired?.kill();
  };

  return {
    warm: () => {
      ensure();
    },
    isUsed: () => worker !== null && isUsed,
    attempt: (request) =>
      new Promise((resolve) => {
        running = { id: request.id, end: resolve };
        ensure().post(request);
      }),
    send: (request) => ensure().post(request),
    giveUp: (kind) => {
      if (running === null) return;
      retire();
      end({ kind });
    },
    retire,
  };
};
