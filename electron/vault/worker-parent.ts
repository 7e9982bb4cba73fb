/** The process that started the keychain's process, however it did. */
export interface WorkerParent {
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
export const findWorkerParent = (): WorkerParent => {
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
