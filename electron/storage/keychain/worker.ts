import type * as Keytar from 'keytar';
import { stopOwnCoreDumps } from '../../process/hardening.ts';
import { oneAtATime } from '../../timing.ts';
import {
  errorOfRejection,
  parseWorkerRequest,
  type WorkerReply,
  type WorkerRequest,
} from './protocol.ts';

/** The process that started the keychain's process, however it did. */
interface WorkerParent {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** As Electron gives it to a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;

/** Finds the parent: Electron's port in a utility process, the IPC channel in a forked child. */
const findWorkerParent = (): WorkerParent => {
  const port: unknown = 'parentPort' in process ? process.parentPort : undefined;
  if (isParentPort(port)) {
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.on('message', (event) => listener(event.data));
      },
    };
  }
  if (process.send === undefined) throw new Error('The keychain process has no parent.');
  // The terminal sends Ctrl-C to every process of a command: when the keychain's is to end is for its parent to say.
  process.on('SIGINT', () => undefined);
  // A call that hangs keeps a thread of this process, on which an orderly exit would wait for ever.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => {
      process.on('message', listener);
    },
  };
};

// The keychain's process: it alone loads the keychain's library, which can crash a process and hang its threads.

/** Loaded at the first call: starting this process early then touches no keychain library. */
const loadKeytar = async (): Promise<typeof Keytar> => (await import('keytar')).default;

const run = async (request: WorkerRequest): Promise<string | boolean | null> => {
  const keytar = await loadKeytar();
  switch (request.op) {
    case 'get':
      return keytar.getPassword(request.service, request.account);
    case 'set':
      await keytar.setPassword(request.service, request.account, request.secret);
      return null;
    case 'delete':
      return keytar.deletePassword(request.service, request.account);
  }
};

const answer = async (request: WorkerRequest): Promise<WorkerReply> => {
  const { id } = request;
  try {
    return { id, ok: true, value: await run(request) };
  } catch (error) {
    return { id, ok: false, error: errorOfRejection(String(error)) };
  }
};

// Before the first secret comes by.
stopOwnCoreDumps();

const parent = findWorkerParent();
const inTurn = oneAtATime();

parent.onMessage((message) => {
  const request = parseWorkerRequest(message);
  if (request !== null) void inTurn(() => answer(request)).then((reply) => parent.post(reply));
});
