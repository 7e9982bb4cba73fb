import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';
import { parseWorkerReply, type WorkerRequest } from './protocol.ts';
import type { WorkerHost, WorkerProcess } from './worker-host.ts';

/** Raw calls to the keychain, one at a time, in a process that may crash or hang without harm to this one. */
export interface KeychainProcess {
  /** Null when there is no such item, and on Linux also when the keyring is locked. */
  get(service: string, account: string): Promise<Result<string | null>>;
  set(service: string, account: string, secret: string): Promise<Result<null>>;
  /** False when nothing was deleted: no such item, or on Linux a locked keyring. */
  delete(service: string, account: string): Promise<Result<boolean>>;
  /**
   * Starts the process and has it find the keychain, by asking for something that is not there: the first call then
   * waits for neither.
   */
  wakeUp(service: string): void;
  /** Gives up the call that runs, which answers `vault.denied`. Those behind it go on. */
  cancelWaiting(): void;
  onWaiting(listener: (isWaiting: boolean) => void): () => void;
  /** Ends the process; every call from now on, the one that runs included, answers an error. */
  dispose(): void;
}

/** The keychain may be asking the person for a password, so a call gets a minute. */
const CALL_LIMIT_MS = 60_000;
/** A keychain that need not ask answers in milliseconds. */
const WAITING_AFTER_MS = 1_000;

/**
 * What a process that was used before may answer only because its connection to the keychain is out of date: the
 * keychain was restarted, or came up after the process did. Every call can be repeated without harm.
 */
const mayBeOutOfDate = (error: AppError): boolean =>
  error.code === 'vault.failed' ||
  (error.code === 'vault.unavailable' &&
    (error.reason === 'noBus' || error.reason === 'noService'));

const failed = err({ code: 'vault.failed' } as const);

type Reply = Result<string | boolean | null>;

export const createKeychainProcess = ({
  host,
  clock,
}: {
  readonly host: WorkerHost;
  readonly clock: Clock;
}): KeychainProcess => {
  const line = createWorkerLine(host);
  const queue = oneAtATime();
  const listeners = new Set<(isWaiting: boolean) => void>();
  let isDisposed = false;
  let isWaiting = false;
  let lastId = 0;

  const setWaiting = (isNow: boolean): void => {
    if (isNow === isWaiting) return;
    isWaiting = isNow;
    for (const listener of listeners) listener(isNow);
  };

  /** One call, on a second process if the first died or was out of date: a call that kills two is not tried again. */
  const attempt = async (request: WorkerRequest, isLastTry: boolean): Promise<Reply> => {
    if (isDisposed) return failed;
    const wasUsed = line.isUsed();
    const reply = await line.attempt(request);
    if (reply === 'died') return isLastTry ? failed : attempt(request, true);
    if (!reply.ok && mayBeOutOfDate(reply.error)) {
      line.retire();
      if (wasUsed && !isLastTry) return attempt(request, true);
    }
    return reply;
  };

  const call = (request: WorkerRequest): Promise<Reply> =>
    queue(async () => {
      const stopLimit = clock.after(CALL_LIMIT_MS, () => line.giveUp({ code: 'vault.timeout' }));
      const stopNotice = clock.after(WAITING_AFTER_MS, () => setWaiting(true));
      const reply = await attempt(request, false);
      stopLimit();
      stopNotice();
      setWaiting(false);
      return reply;
    });

  const nextId = (): number => (lastId += 1);
  const cancel = (): void => line.giveUp({ code: 'vault.denied' });

  return {
    get: async (service, account) => {
      const reply = await call({ id: nextId(), op: 'get', service, account });
      if (!reply.ok) return reply;
      return typeof reply.value === 'boolean' ? failed : ok(reply.value);
    },
    set: async (service, account, secret) => {
      const reply = await call({ id: nextId(), op: 'set', service, account, secret });
      return reply.ok ? ok(null) : reply;
    },
    delete: async (service, account) => {
      const reply = await call({ id: nextId(), op: 'delete', service, account });
      if (!reply.ok) return reply;
      return typeof reply.value === 'boolean' ? ok(reply.value) : failed;
    },
    wakeUp: (service) => {
      if (!isDisposed) line.send({ id: nextId(), op: 'get', service, account: 'usher-wake-up' });
    },
    cancelWaiting: cancel,
    onWaiting: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      isDisposed = true;
      cancel();
      line.retire();
    },
  };
};

/** The keychain's process as one call sees it: started when there is none, and never two. */
interface WorkerLine {
  /** Whether the process, if any, has replied before: what it remembers of the keychain may be out of date. */
  isUsed(): boolean;
  /** `died`: the process ended before it replied. */
  attempt(request: WorkerRequest): Promise<Reply | 'died'>;
  /** Sends a call whose reply nobody waits for. */
  send(request: WorkerRequest): void;
  /** Ends the attempt that runs, if any, with this error, and the process, which may hang. */
  giveUp(error: AppError): void;
  /** Ends the process; the next attempt gets a new one. */
  retire(): void;
}

const createWorkerLine = (host: WorkerHost): WorkerLine => {
  let worker: WorkerProcess | null = null;
  let isUsed = false;
  let running: { readonly id: number; readonly end: (how: Reply | 'died') => void } | null = null;

  const end = (how: Reply | 'died'): void => {
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
      end(reply.ok ? ok(reply.value) : err(reply.error));
    });
    started.onExit(() => {
      if (worker !== started) return;
      worker = null;
      end('died');
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
    isUsed: () => worker !== null && isUsed,
    attempt: (request) =>
      new Promise((resolve) => {
        running = { id: request.id, end: resolve };
        ensure().post(request);
      }),
    send: (request) => ensure().post(request),
    giveUp: (error) => {
      if (running === null) return;
      retire();
      end(err(error));
    },
    retire,
  };
};
