import type * as Keytar from 'keytar';
import { oneAtATime } from '../timing.ts';
import { stopOwnCoreDumps } from '../process/hardening.ts';
import { classifyKeytarError } from './classify-keytar-error.ts';
import { parseWorkerRequest } from './parse-worker-request.ts';
import type { WorkerReply } from './worker-reply.ts';
import { findWorkerParent } from './worker-parent.ts';
import type { WorkerRequest } from './worker-request.ts';

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
    // SECURITY: the text can hold names and paths; only its class leaves this process.
    return { id, ok: false, failure: classifyKeytarError(String(error)) };
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
