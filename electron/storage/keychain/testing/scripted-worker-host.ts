import type { WorkerRequest } from '../protocol.ts';
import type { WorkerHost } from '../worker-host.ts';

/** What a scripted keychain process does with a call: a message to send, its death, or nothing at all. */
export type ScriptedStep = { readonly message: unknown } | 'die' | 'hang';

export interface ScriptedWorkerHost extends WorkerHost {
  /** Every call that arrived, with the number of the process that it arrived at, from 1. */
  readonly calls: readonly { readonly process: number; readonly request: WorkerRequest }[];
  /** The numbers of the processes that were killed. */
  readonly killed: readonly number[];
  startedCount(): number;
}

/** Keychain processes that do as told. */
export const createScriptedWorkerHost = (
  script: (request: WorkerRequest, callNumber: number) => ScriptedStep,
): ScriptedWorkerHost => {
  const calls: { process: number; request: WorkerRequest }[] = [];
  const killed: number[] = [];
  let startedCount = 0;
  return {
    calls,
    killed,
    startedCount: () => startedCount,
    start: () => {
      const process = (startedCount += 1);
      let tell: (message: unknown) => void = () => undefined;
      let end: () => void = () => undefined;
      return {
        post: (request) => {
          calls.push({ process, request });
          const step = script(request, calls.length);
          if (step === 'hang') return;
          setImmediate(() => (step === 'die' ? end() : tell(step.message)));
        },
        onMessage: (listener) => {
          tell = listener;
        },
        onExit: (listener) => {
          end = listener;
        },
        kill: () => {
          killed.push(process);
          setImmediate(() => end());
        },
      };
    },
  };
};
